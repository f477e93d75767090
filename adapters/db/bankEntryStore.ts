import type { BankEntryStore, EntryDeed, ShownEntry } from '../../app/ports/bankEntryStore.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Session } from './session.ts';

const INSERT = `
  INSERT INTO bank_entry (tenant_id, id, statement_id, account, identity, booked_on, minor, currency,
    end_to_end_id, return_reason, remittance, batch_id, state, reason)
  SELECT $1, r.id, r.statement, r.account, r.identity, r."bookedOn", r.minor, r.currency, r."endToEndId",
    r."returnReason", r.remittance, r."batchId", 'waits', 'new'
  FROM json_to_recordset($2::json) AS r (id uuid, statement uuid, account text, identity text, "bookedOn" date,
    minor numeric, currency text, "endToEndId" text, "returnReason" text, remittance text, "batchId" text)`;

/** With the last thing that a person has decided of it. */
const ENTRIES = `
  SELECT e.id, e.statement_id, e.account, e.identity, e.booked_on, e.minor, e.currency, e.end_to_end_id,
    e.return_reason, e.remittance, e.batch_id, e.state, e.reason, d.kind, d.payments, d.reason AS said, d.actor
  FROM bank_entry e
  LEFT JOIN bank_entry_deed d ON d.tenant_id = e.tenant_id AND d.entry_id = e.id AND d.number = (
    SELECT max(number) FROM bank_entry_deed l WHERE l.tenant_id = e.tenant_id AND l.entry_id = e.id)
  WHERE e.tenant_id = $1`;

const WAITING = `${ENTRIES} AND e.state = 'waits' AND ($2::uuid IS NULL OR e.id < $2)
  ORDER BY e.id DESC LIMIT $3`;

export function bankEntryStore(session: Session): BankEntryStore {
  const { tenant } = session;
  return {
    addStatement: async (one, by, at) => {
      await session.query(
        `INSERT INTO bank_statement (tenant_id, id, account, statement, file_name, file_sha256, opening, closing,
           entries, duplicates, pending, actor, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [
          ...[tenant, one.id, one.account, one.statement, one.fileName, one.fileSha256],
          ...[one.opening ?? null, one.closing ?? null, one.entries, one.duplicates, one.pending, by, at],
        ],
      );
    },
    known: async (account, identities) => {
      const rows = await session.query<{ identity: string }>(
        'SELECT identity FROM bank_entry WHERE tenant_id = $1 AND account = $2 AND identity = ANY ($3)',
        [tenant, account, identities],
      );
      return new Set(rows.map(({ identity }) => identity));
    },
    add: async (entries) => {
      const rows = entries.map(({ minor, bookedOn, ...rest }) => ({
        ...rest,
        minor: String(minor),
        bookedOn: formatDate(bookedOn),
      }));
      await session.query(INSERT, [tenant, JSON.stringify(rows)]);
    },
    settle: async (id, reason) => {
      await session.query('UPDATE bank_entry SET state = $3, reason = $4 WHERE tenant_id = $1 AND id = $2', [
        ...[tenant, id, reason === '' ? 'matched' : 'waits', reason],
      ]);
    },
    lock: async (id) => {
      await session.query('SELECT FROM bank_entry WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tenant, id]);
      const [row] = await session.query<EntryRow>(`${ENTRIES} AND e.id = $2`, [tenant, id]);
      return row && toEntry(row);
    },
    write: async (id, { kind, payments, reason, actor, at }) => {
      await session.query(
        `INSERT INTO bank_entry_deed (tenant_id, entry_id, number, kind, payments, reason, actor, at)
         SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7
         FROM bank_entry_deed WHERE tenant_id = $1 AND entry_id = $2`,
        [tenant, id, kind, payments, reason, actor, at],
      );
    },
    dismiss: async (id) => {
      await session.query(
        `UPDATE bank_entry SET state = 'dismissed', reason = '' WHERE tenant_id = $1 AND id = $2`,
        [tenant, id],
      );
    },
    waiting: async ({ limit, before }) =>
      (await session.query<EntryRow>(WAITING, [tenant, before ?? null, limit])).map(toEntry),
  };
}

type EntryRow = {
  readonly id: string;
  readonly statement_id: string;
  readonly account: string;
  readonly identity: string;
  readonly booked_on: LocalDate;
  readonly minor: string;
  readonly currency: string;
  readonly end_to_end_id: string;
  readonly return_reason: string;
  readonly remittance: string;
  readonly batch_id: string;
  readonly state: ShownEntry['state'];
  readonly reason: string;
  readonly kind: EntryDeed['kind'] | null;
  readonly payments: readonly string[] | null;
  readonly said: string | null;
  readonly actor: string | null;
};

function toEntry(row: EntryRow): ShownEntry {
  const { id, account, identity, currency, remittance, state, reason, kind, payments, said, actor } = row;
  const isProposed = kind === 'proposed' && payments !== null && said !== null && actor !== null;
  return {
    ...{ id, account, identity, currency, remittance, state, reason },
    statement: row.statement_id,
    bookedOn: row.booked_on,
    minor: BigInt(row.minor),
    endToEndId: row.end_to_end_id,
    returnReason: row.return_reason,
    batchId: row.batch_id,
    ...(isProposed && { proposal: { payments, reason: said, actor } }),
  };
}

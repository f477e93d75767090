import type { BankEntryStore, ShownEntry } from '../../app/ports/bankEntryStore.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Session } from './session.ts';

const INSERT = `
  INSERT INTO bank_entry (tenant_id, id, statement_id, account, identity, booked_on, minor, currency,
    end_to_end_id, return_reason, remittance, state, reason)
  SELECT $1, r.id, r.statement, r.account, r.identity, r."bookedOn", r.minor, r.currency, r."endToEndId",
    r."returnReason", r.remittance, 'waits', 'new'
  FROM json_to_recordset($2::json) AS r (id uuid, statement uuid, account text, identity text, "bookedOn" date,
    minor numeric, currency text, "endToEndId" text, "returnReason" text, remittance text)`;

const WAITING = `
  SELECT id, statement_id, account, identity, booked_on, minor, currency, end_to_end_id, return_reason, remittance,
    state, reason
  FROM bank_entry
  WHERE tenant_id = $1 AND state = 'waits' AND ($2::uuid IS NULL OR id < $2)
  ORDER BY id DESC LIMIT $3`;

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
  readonly state: 'waits' | 'matched';
  readonly reason: string;
};

function toEntry(row: EntryRow): ShownEntry {
  const { id, account, identity, currency, remittance, state, reason } = row;
  return {
    ...{ id, account, identity, currency, remittance, state, reason },
    statement: row.statement_id,
    bookedOn: row.booked_on,
    minor: BigInt(row.minor),
    endToEndId: row.end_to_end_id,
    returnReason: row.return_reason,
  };
}

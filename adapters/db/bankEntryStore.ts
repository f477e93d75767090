import type {
  BankEntryStore,
  EntryPart,
  EntryReceipt,
  LayTarget,
  ShownEntry,
} from '../../app/ports/bankEntryStore.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Session } from './session.ts';

const INSERT = `
  INSERT INTO bank_entry (tenant_id, id, statement_id, account, identity, booked_on, minor, currency,
    end_to_end_id, return_reason, remittance, batch_id, state, reason)
  SELECT $1, r.id, r.statement, r.account, r.identity, r."bookedOn", r.minor, r.currency, r."endToEndId",
    r."returnReason", r.remittance, r."batchId", 'waits', 'new'
  FROM json_to_recordset($2::json) AS r (id uuid, statement uuid, account text, identity text, "bookedOn" date,
    minor numeric, currency text, "endToEndId" text, "returnReason" text, remittance text, "batchId" text)`;

/** Receipts of claims that entries brought before a row said so, by their entries; those that were taken back left out. */
const EARLIER = `
  FROM claim_event v
  WHERE v.tenant_id = $1 AND v.kind = 'received' AND v.reference LIKE 'bankEntry %' AND NOT EXISTS (
    SELECT FROM claim_event b WHERE b.tenant_id = v.tenant_id AND b.claim_id = v.claim_id
      AND b.kind = 'returned' AND b.reference = v.reference)`;
const IS_EARLIER = `NOT EXISTS (
  SELECT FROM entry_receipt l WHERE l.tenant_id = e.tenant_id AND l.entry_id = e.id)`;
const LAID_EARLIER = `CASE WHEN e.state = 'matched' AND e.minor > 0 AND ${IS_EARLIER} THEN (
  SELECT c.reference FROM claim c WHERE c.tenant_id = e.tenant_id AND c.id = (
    SELECT v.claim_id ${EARLIER} AND v.reference = 'bankEntry ' || e.id LIMIT 1)) END`;

/** With the last thing that a person has decided of it, and what it is laid against. */
const ENTRIES = `
  SELECT e.id, e.statement_id, e.account, e.identity, e.booked_on, e.minor, e.currency, e.end_to_end_id,
    e.return_reason, e.remittance, e.batch_id, e.state, e.reason, d.kind, d.payments, d.claim_id, d.settlement_id,
    n.pays, d.reason AS said, d.actor, coalesce(r.laid_on, ${LAID_EARLIER}) AS laid_on
  FROM bank_entry e
  LEFT JOIN LATERAL (
    SELECT string_agg(coalesce(c.reference, s.legal_number), ', ' ORDER BY l.number) AS laid_on
    FROM entry_receipt l
    LEFT JOIN claim c ON c.tenant_id = l.tenant_id AND c.id = l.claim_id
    LEFT JOIN settlement s ON s.tenant_id = l.tenant_id AND s.id = l.settlement_id
    WHERE l.tenant_id = e.tenant_id AND l.entry_id = e.id AND l.number > (
      SELECT coalesce(max(number), 0) FROM entry_receipt b
      WHERE b.tenant_id = e.tenant_id AND b.entry_id = e.id AND b.minor < 0)
  ) r ON true
  LEFT JOIN bank_entry_deed d ON d.tenant_id = e.tenant_id AND d.entry_id = e.id AND d.number = (
    SELECT max(number) FROM bank_entry_deed l WHERE l.tenant_id = e.tenant_id AND l.entry_id = e.id)
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('claim', t.claim, 'document', t.document, 'minor', t.minor::text,
      'number', coalesce(c.reference, s.legal_number)) ORDER BY t.at) AS pays
    FROM (
      SELECT 0 AS at, d.claim_id AS claim, d.settlement_id AS document, e.minor
      WHERE num_nonnulls(d.claim_id, d.settlement_id) = 1
      UNION ALL
      SELECT p.at, (p.part ->> 'claim')::uuid, (p.part ->> 'document')::uuid, (p.part ->> 'minor')::numeric
      FROM jsonb_array_elements(d.parts) WITH ORDINALITY AS p (part, at)
    ) t
    LEFT JOIN claim c ON c.tenant_id = e.tenant_id AND c.id = t.claim
    LEFT JOIN settlement s ON s.tenant_id = e.tenant_id AND s.id = t.document
  ) n ON true
  WHERE e.tenant_id = $1`;

const PAGES = {
  waiting: `(e.state = 'waits' OR d.kind = 'takeBackProposed' AND e.id IN (
    SELECT t.entry_id FROM bank_entry_deed t WHERE t.tenant_id = $1 AND t.kind = 'takeBackProposed'))`,
  // The references are hashed once: a look for each entry would read all receipts of claims for each.
  laid: `e.state = 'matched' AND (r.laid_on IS NOT NULL
    OR 'bankEntry ' || e.id IN (SELECT v.reference ${EARLIER}) AND ${IS_EARLIER})`,
} as const;

const pageOf = (is: keyof typeof PAGES) => `${ENTRIES} AND ${PAGES[is]} AND ($2::uuid IS NULL OR e.id < $2)
  ORDER BY e.id DESC LIMIT $3`;

const LAY = `
  INSERT INTO entry_receipt (tenant_id, id, entry_id, number, settlement_id, claim_id, claim_event, minor, received_on, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

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
    write: async (id, { kind, payments, claim, document, parts = [], reason, actor, at }) => {
      await session.query(
        `INSERT INTO bank_entry_deed (tenant_id, entry_id, number, kind, payments, claim_id, settlement_id, parts, reason, actor, at)
         SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10
         FROM bank_entry_deed WHERE tenant_id = $1 AND entry_id = $2`,
        [
          ...[tenant, id, kind, payments, claim ?? null, document ?? null],
          ...[JSON.stringify(parts.map(toPartRow)), reason, actor, at],
        ],
      );
    },
    dismiss: async (id) => {
      await session.query(
        `UPDATE bank_entry SET state = 'dismissed', reason = '' WHERE tenant_id = $1 AND id = $2`,
        [tenant, id],
      );
    },
    page: async ({ is, limit, before }) =>
      (await session.query<EntryRow>(pageOf(is), [tenant, before ?? null, limit])).map(toEntry),
    lay: async ({ id, entry, number, on, minor, day, at }) => {
      const [document, claim, event] =
        'document' in on ? [on.document, null, null] : [null, on.claim, on.event];
      await session.query(LAY, [
        ...[tenant, id, entry ?? null, number, document, claim, event, minor, formatDate(day), at],
      ]);
    },
    receiptsOf: async (entry) => {
      const rows = await session.query<ReceiptRow>(
        'SELECT * FROM entry_receipt WHERE tenant_id = $1 AND entry_id = $2 ORDER BY number',
        [tenant, entry],
      );
      return rows.map(toReceipt);
    },
    receiptsOn: async (claim) => {
      const rows = await session.query<ReceiptRow>(
        'SELECT * FROM entry_receipt WHERE tenant_id = $1 AND claim_id = $2 ORDER BY at, number',
        [tenant, claim],
      );
      return rows.map(toReceipt);
    },
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
  readonly kind: string | null;
  readonly payments: readonly string[] | null;
  readonly claim_id: string | null;
  readonly settlement_id: string | null;
  readonly pays: readonly PaidRow[] | null;
  readonly said: string | null;
  readonly actor: string | null;
  readonly laid_on: string | null;
};

type PaidRow = {
  readonly claim: string | null;
  readonly document: string | null;
  readonly minor: string;
  readonly number: string;
};

function toPartRow({ minor, ...target }: EntryPart) {
  return { ...target, minor: String(minor) };
}

function toPaid({ claim, document, minor, number }: PaidRow) {
  const target: LayTarget = claim === null ? { document: document ?? '' } : { claim };
  return { ...target, minor: BigInt(minor), number };
}

type ReceiptRow = {
  readonly id: string;
  readonly entry_id: string;
  readonly number: number;
  readonly settlement_id: string | null;
  readonly claim_id: string | null;
  readonly claim_event: number | null;
  readonly minor: string;
  readonly received_on: LocalDate;
  readonly at: Date;
};

function toReceipt(row: ReceiptRow): EntryReceipt {
  const { id, number, settlement_id: document, claim_id: claim, claim_event: event, at } = row;
  const on = document === null ? { claim: claim ?? '', event: event ?? 0 } : { document };
  return { id, entry: row.entry_id, number, on, minor: BigInt(row.minor), day: row.received_on, at };
}

function toEntry(row: EntryRow): ShownEntry {
  const { id, account, identity, currency, remittance, state, reason, kind, payments, said, actor } = row;
  const { claim_id: claim, settlement_id: document } = row;
  const isTakeBack = kind === 'takeBackProposed';
  const isProposed =
    (kind === 'proposed' || isTakeBack) && payments !== null && said !== null && actor !== null;
  const target = { ...(claim !== null && { claim }), ...(document !== null && { document }) };
  const pays = row.pays?.map(toPaid) ?? [];
  return {
    ...{ id, account, identity, currency, remittance, state, reason },
    statement: row.statement_id,
    bookedOn: row.booked_on,
    minor: BigInt(row.minor),
    endToEndId: row.end_to_end_id,
    returnReason: row.return_reason,
    batchId: row.batch_id,
    ...(isProposed && {
      proposal: { payments, ...target, pays, reason: said, actor, isTakeBack },
    }),
    ...(row.laid_on !== null && { laidOn: row.laid_on }),
  };
}

import { hash } from 'node:crypto';
import type {
  LedgerFilter,
  LedgerPeriod,
  LedgerStore,
  OpenWork,
  TransferToPost,
} from '../../app/ports/ledgerStore.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { type AccountRule, accountOf } from '../../core/ledger/accountRules.ts';
import { nameUuid } from '../../core/text/nameUuid.ts';
import { booksRows } from './booksRows.ts';
import { IS_OPEN } from './endQuarantined.ts';
import {
  BALANCE_COLUMNS,
  type ItemRow,
  type MovementRow,
  type PeriodRow,
  type SubledgerRow,
  type TransferRow,
  toBalance,
  toItem,
  toMovement,
  toPeriod,
  toSubledger,
  toTransfer,
} from './ledgerRows.ts';
import type { Session, SqlValue } from './session.ts';

/** Transfers as one parameter; each becomes a row behind the last one of its company, in the order given. */
const INSERT = `
  INSERT INTO ledger_transfer (
    tenant_id, company, number, id, event, debit_role, credit_role, debit_account, credit_account, minor,
    currency, effective_on, booked_on, booked_at, batch, partner_id, agreement_id, term, window_from,
    window_until, cause, origin_kind, origin_id, reverses, counterparty,
    item, book_minor, book_currency)
  SELECT $1, p.company, p.number, p.id, p.event, p.debit_role, p.credit_role, p.debit_account,
    p.credit_account, p.minor, p.currency, p.effective_on, p.booked_on, $3, $4, p.partner_id, a.id, p.term,
    p.window_from, p.window_until, p.cause, p.origin_kind, p.origin_id, p.reverses,
    p.counterparty, p.item, p.book_minor, p.book_currency
  FROM json_to_recordset($2::json) AS p (
    company text, number bigint, id uuid, event text, debit_role text, credit_role text, debit_account text,
    credit_account text, minor numeric, currency text, effective_on date, booked_on date, partner_id text,
    agreement text, term text, window_from date, window_until date, cause text, origin_kind text,
    origin_id text, reverses uuid, counterparty text, item text, book_minor numeric,
    book_currency text
  )
  LEFT JOIN agreement a ON a.tenant_id = $1 AND a.code = p.agreement`;

/** Of the transfers `t` those that pass the filter. */
const FILTERED = `
  WHERE t.tenant_id = $1 AND ($2::text IS NULL OR t.company = $2)
    AND ($3::date IS NULL OR t.booked_on >= $3) AND ($4::date IS NULL OR t.booked_on < $4)
    AND ($5::text IS NULL OR t.partner_id = $5)
    AND ($6::text IS NULL
      OR t.agreement_id = (SELECT x.id FROM agreement x WHERE x.tenant_id = $1 AND x.code = $6))
    AND ($7::text IS NULL OR t.origin_kind = $7 AND t.origin_id = $8)
    AND ($9::bigint IS NULL OR t.batch <= $9)
    AND ($10::text IS NULL OR t.item = $10) AND ($11::text IS NULL OR t.event = $11)`;

const TRANSFERS = `
  SELECT t.*, a.code AS agreement
  FROM ledger_transfer t
  LEFT JOIN agreement a ON a.tenant_id = t.tenant_id AND a.id = t.agreement_id
  ${FILTERED} AND ($12::text IS NULL OR $12 IN (t.debit_role, t.credit_role))
    AND ($13::text IS NULL OR (t.company, t.number) > ($13, $14::bigint))
  ORDER BY t.company, t.number LIMIT $15`;

/** Each transfer as its two sides, debit plus and credit minus. */
const SIDES = `
  SELECT t.company, s.account, s.role, t.currency, s.minor, t.partner_id, t.agreement_id, t.term,
    t.window_from, t.window_until, t.event, t.cause, t.item, t.counterparty, s.book, coalesce(t.book_currency, t.currency) AS book_currency
  FROM ledger_transfer t
  CROSS JOIN LATERAL (VALUES
    (t.debit_account, t.debit_role, t.minor, coalesce(t.book_minor, t.minor)),
    (t.credit_account, t.credit_role, -t.minor, -coalesce(t.book_minor, t.minor))
  ) AS s (account, role, minor, book)
  ${FILTERED}`;

const BOOK = 'sum(s.book) AS book_minor, max(s.book_currency) AS book_currency';
const HOLDS = 'HAVING sum(s.minor) <> 0 OR sum(s.book) <> 0';

const BALANCES = `
  SELECT ${BALANCE_COLUMNS}, sum(s.minor) AS minor, ${BOOK} FROM (${SIDES}) s
  GROUP BY ${BALANCE_COLUMNS} ${HOLDS} ORDER BY ${BALANCE_COLUMNS}`;

const PARTIES = 's.partner_id, a.code, s.term, s.window_from, s.window_until';
const SUBLEDGER = `
  SELECT ${BALANCE_COLUMNS}, s.partner_id, a.code AS agreement, s.term, s.window_from, s.window_until,
    sum(s.minor) AS minor, ${BOOK}
  FROM (${SIDES}) s LEFT JOIN agreement a ON a.tenant_id = $1 AND a.id = s.agreement_id
  GROUP BY ${BALANCE_COLUMNS}, ${PARTIES} ${HOLDS}
  ORDER BY ${BALANCE_COLUMNS}, ${PARTIES}`;

const ITEMS = `
  SELECT ${BALANCE_COLUMNS}, s.partner_id, a.code AS agreement, s.term, s.window_from, s.window_until,
    s.item, s.counterparty, sum(s.minor) AS minor, ${BOOK}
  FROM (${SIDES}) s LEFT JOIN agreement a ON a.tenant_id = $1 AND a.id = s.agreement_id
  GROUP BY ${BALANCE_COLUMNS}, ${PARTIES}, s.item, s.counterparty ${HOLDS}
  ORDER BY ${BALANCE_COLUMNS}, ${PARTIES}, s.item, s.counterparty`;

const OPEN_WORK = `
  SELECT
    (SELECT count(*)::int FROM received_row q WHERE q.tenant_id = $1 AND ${IS_OPEN}) AS quarantined,
    (SELECT count(*)::int FROM earning e
     JOIN booking_account b ON b.tenant_id = e.tenant_id AND b.agreement_id = e.agreement_id
       AND b.term = e.term AND b.partner_id = e.partner_id AND b.window_from = e.window_from
       AND b.window_until = e.window_until AND b.currency = e.currency AND b.kind = 'recognised'
     WHERE e.tenant_id = $1 AND b.company = $2 AND e.blocked_lines > 0 AND e.window_from < $3) AS blocked,
    (SELECT count(*)::int FROM (
       SELECT agreement_id, term, partner_id, window_from, currency, sum(minor) FROM (
         SELECT agreement_id, term, partner_id, window_from, currency, delta_minor AS minor FROM booking
         WHERE tenant_id = $1 AND company = $2 AND kind = 'recognised'
         UNION ALL
         SELECT agreement_id, term, partner_id, window_from, currency,
           CASE WHEN debit_role IN ('rebateExpense', 'accruedReceivable') THEN -minor ELSE minor END
         FROM ledger_transfer WHERE tenant_id = $1 AND company = $2 AND event = 'accrue'
       ) both_sides GROUP BY 1, 2, 3, 4, 5 HAVING sum(minor) <> 0
     ) apart) AS untied`;

const MOVED = 's.partner_id, a.code, s.event, s.cause';
const MOVEMENTS = `
  SELECT ${BALANCE_COLUMNS}, s.partner_id, a.code AS agreement, s.event, s.cause, sum(s.minor) AS minor, ${BOOK}
  FROM (${SIDES}) s LEFT JOIN agreement a ON a.tenant_id = $1 AND a.id = s.agreement_id
  GROUP BY ${BALANCE_COLUMNS}, ${MOVED} ${HOLDS}
  ORDER BY ${BALANCE_COLUMNS}, ${MOVED}`;

export function ledgerStore(session: Session): LedgerStore {
  return {
    ...booksRows(session),
    post: (transfers, day) => post(session, transfers, day),
    transfers: async (filter, { limit, after }) => {
      const place = [filter.role ?? null, after?.company ?? null, after?.number ?? null, limit];
      const rows = await session.query<TransferRow>(TRANSFERS, [...valuesOf(session, filter), ...place]);
      return rows.map(toTransfer);
    },
    balances: async (filter) =>
      (await session.query<SubledgerRow>(BALANCES, valuesOf(session, filter))).map(toBalance),
    subledger: async (filter) =>
      (await session.query<SubledgerRow>(SUBLEDGER, valuesOf(session, filter))).map(toSubledger),
    items: async (filter) => (await session.query<ItemRow>(ITEMS, valuesOf(session, filter))).map(toItem),
    rules: () => rulesOf(session),
    setRules: async (rules, actor, at) => {
      const [row] = await session.query<{ version: number }>(
        `INSERT INTO account_rules (tenant_id, version, rules, actor, recorded_at)
         SELECT $1, coalesce(max(version), 0) + 1, $2, $3, $4 FROM account_rules WHERE tenant_id = $1
         RETURNING version`,
        [session.tenant, JSON.stringify(rules), actor, at],
      );
      return row?.version ?? 0;
    },
    lock: async (company) => (await lockHead(session, company)).openFrom,
    openFrom: async (company) => {
      const [row] = await session.query<{ open_from: LocalDate | null }>(
        'SELECT open_from FROM ledger_head WHERE tenant_id = $1 AND company = $2',
        [session.tenant, company],
      );
      return row?.open_from ?? undefined;
    },
    periods: async (company) => {
      const rows = await session.query<PeriodRow>(
        'SELECT * FROM ledger_period WHERE tenant_id = $1 AND company = $2 ORDER BY month, number',
        [session.tenant, company],
      );
      return rows.map(toPeriod);
    },
    turn: (period, openFrom) => turn(session, period, openFrom),
    firstDay: async (company) => {
      const [row] = await session.query<{ day: LocalDate | null }>(
        'SELECT min(booked_on) AS day FROM ledger_transfer WHERE tenant_id = $1 AND company = $2',
        [session.tenant, company],
      );
      return row?.day ?? undefined;
    },
    open: async (company, until) => {
      const [row] = await session.query<OpenWork>(OPEN_WORK, [session.tenant, company, formatDate(until)]);
      if (row === undefined) throw new Error('Fault: nothing was counted');
      return row;
    },
    movements: async (filter) =>
      (await session.query<MovementRow>(MOVEMENTS, valuesOf(session, filter))).map(toMovement),
  };
}

async function post(
  session: Session,
  transfers: readonly TransferToPost[],
  posting: Parameters<LedgerStore['post']>[1],
) {
  if (transfers.length === 0) return;
  const rules = await rulesOf(session);
  const rows: object[] = [];
  const companies = [...new Set(transfers.map(({ company }) => company))].sort();
  for (const company of companies) {
    const head = await lockHead(session, company);
    const own = transfers.filter((transfer) => transfer.company === company);
    const day = head.openFrom === undefined ? posting.day : Math.max(posting.day, head.openFrom);
    own.forEach((transfer, index) => {
      rows.push(rowOf(session, transfer, { rules, day, number: head.lastNumber + BigInt(index + 1) }));
    });
    await session.query('UPDATE ledger_head SET last_number = $3 WHERE tenant_id = $1 AND company = $2', [
      ...[session.tenant, company, head.lastNumber + BigInt(own.length)],
    ]);
  }
  await session.query(INSERT, [session.tenant, JSON.stringify(rows), posting.at, posting.batch]);
}

async function turn(
  session: Session,
  { company, month, deed, hash: sum, checklist, reason, actor, proposedBy, at }: Omit<LedgerPeriod, 'number'>,
  openFrom: LocalDate | undefined,
): Promise<void> {
  await session.query(
    `INSERT INTO ledger_period (tenant_id, company, month, number, deed, hash, checklist, reason, actor,
       proposed_by, done_at)
     SELECT $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7, $8, $9, $10
     FROM ledger_period WHERE tenant_id = $1 AND company = $2 AND month = $3`,
    [
      ...[session.tenant, company, formatDate(month), deed, sum ?? null],
      ...[checklist === undefined ? null : JSON.stringify(checklist), reason, actor, proposedBy ?? null, at],
    ],
  );
  if (openFrom === undefined) return;
  await session.query('UPDATE ledger_head SET open_from = $3 WHERE tenant_id = $1 AND company = $2', [
    ...[session.tenant, company, formatDate(openFrom)],
  ]);
}

type Head = { readonly lastNumber: bigint; readonly openFrom: LocalDate | undefined };

async function lockHead(session: Session, company: string): Promise<Head> {
  const key = [session.tenant, company];
  await session.query(
    'INSERT INTO ledger_head (tenant_id, company) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    key,
  );
  const [row] = await session.query<{ last_number: bigint; open_from: LocalDate | null }>(
    'SELECT last_number, open_from FROM ledger_head WHERE tenant_id = $1 AND company = $2 FOR UPDATE',
    key,
  );
  if (row === undefined) throw new Error(`Fault: no books of ${company}`);
  return { lastNumber: row.last_number, openFrom: row.open_from ?? undefined };
}

type Place = { readonly rules: readonly AccountRule[]; readonly day: LocalDate; readonly number: bigint };

function rowOf(session: Session, transfer: TransferToPost, { rules, day, number }: Place): object {
  const { company, event, debit, credit, origin, subject, leg, book } = transfer;
  const { productGroup, costCentre } = transfer;
  const amount = { company, agreement: subject?.agreement, event, productGroup, costCentre };
  return {
    ...{ company, number: number.toString(), event, debit_role: debit, credit_role: credit },
    id: nameUuid((bytes) => hash('sha256', bytes, 'buffer'), 'transfer', [
      ...[session.tenant, company, origin.kind, origin.id, leg],
    ]),
    debit_account: transfer.accounts?.debit ?? accountOf(rules, debit, amount),
    credit_account: transfer.accounts?.credit ?? accountOf(rules, credit, amount),
    minor: transfer.minor.toString(),
    currency: transfer.currency,
    effective_on: formatDate(transfer.effectiveOn),
    booked_on: formatDate(day),
    partner_id: transfer.partner ?? null,
    ...{ agreement: subject?.agreement ?? null, term: subject?.term ?? null },
    window_from: subject === undefined ? null : formatDate(subject.window.from),
    window_until: subject === undefined ? null : formatDate(subject.window.until),
    ...{ cause: transfer.cause ?? null, counterparty: transfer.counterparty ?? null },
    item: transfer.item ?? null,
    ...{ origin_kind: origin.kind, origin_id: origin.id, reverses: transfer.reverses ?? null },
    book_minor: book === 'none' ? null : book.minor.toString(),
    book_currency: book === 'none' ? null : book.currency,
  };
}

async function rulesOf(session: Session): Promise<readonly AccountRule[]> {
  const [row] = await session.query<{ rules: readonly AccountRule[] }>(
    'SELECT rules FROM account_rules WHERE tenant_id = $1 ORDER BY version DESC LIMIT 1',
    [session.tenant],
  );
  return row?.rules ?? [];
}

function valuesOf(session: Session, filter: LedgerFilter): readonly SqlValue[] {
  const { company, from, until, partner, agreement, origin, batch, item, event } = filter;
  const day = (date: LocalDate | undefined) => (date === undefined ? null : formatDate(date));
  return [
    ...[session.tenant, company ?? null, day(from), day(until), partner ?? null, agreement ?? null],
    ...[origin?.kind ?? null, origin?.id ?? null, batch ?? null, item ?? null, event ?? null],
  ];
}

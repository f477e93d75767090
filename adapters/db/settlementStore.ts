import type {
  NewSettlement,
  SettlementFilter,
  SettlementIssue,
  SettlementRun,
  SettlementStore,
} from '../../app/ports/settlementStore.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { documentJson } from '../../core/document/documentJson.ts';
import { documentSettings } from './documentSettings.ts';
import { issuedDocuments } from './issuedDocuments.ts';
import type { Session } from './session.ts';
import { settlementOffsets } from './settlementOffsets.ts';
import {
  type KeptBackRow,
  type LineRow,
  lineJson,
  type OutcomeRow,
  outcomeJson,
  type PayableRow,
  type RecordRow,
  type SettlementRow,
  type StandingRow,
  toLine,
  toOutcome,
  toPayable,
  toRecords,
  toSettlement,
} from './settlementRows.ts';
import { withTaggedBigints } from './taggedBigints.ts';

const ACCOUNT = 'l.term, l.participant, l.window_from, l.window_until, l.currency';

/** What counts: proposed or issued, but for what is paid ahead. A cancellation counts once it is issued, against what it takes back. */
const COUNTS = `NOT s.is_advance AND s.state <> 'rejected' AND (s.cancels IS NULL OR s.state = 'issued')`;

const LINES_OF_AGREEMENT = `
  FROM settlement_line l
  JOIN settlement s ON s.tenant_id = l.tenant_id AND s.id = l.settlement_id
  JOIN agreement a ON a.tenant_id = l.tenant_id AND a.id = l.agreement_id
  WHERE l.tenant_id = $1 AND a.code = $2`;

const SUMS = `
  SELECT a.code AS agreement, ${ACCOUNT}, l.rate, l.lapse, sum(l.stated_minor) AS minor
  ${LINES_OF_AGREEMENT} AND ${COUNTS}
  GROUP BY a.code, ${ACCOUNT}, l.rate, l.lapse ORDER BY ${ACCOUNT}, l.rate, l.lapse`;

/** What partners kept back when they paid us. */
const KEPT_BACK = `
  SELECT a.code AS agreement, b.term, b.partner_id AS participant, b.window_from, b.window_until, b.currency,
    sum(b.delta_minor) AS minor
  FROM booking b JOIN agreement a ON a.tenant_id = b.tenant_id AND a.id = b.agreement_id
  WHERE b.tenant_id = $1 AND a.code = $2 AND b.kind = 'settled' AND b.origin_kind = 'deduction'
  GROUP BY a.code, b.term, b.partner_id, b.window_from, b.window_until, b.currency`;

/** An account that was settled for good without an amount has no line, but an outcome. */
const STANDINGS = `
  SELECT agreement, ${ACCOUNT}, max(l.number) AS last_number, bool_or(l.is_final) AS is_final FROM (
    SELECT a.code AS agreement, ${ACCOUNT}, l.number,
      l.stage <> 'interim' AND s.cancels IS NULL AND s.state NOT IN ('rejected', 'cancelled') AS is_final
    ${LINES_OF_AGREEMENT}
    UNION ALL
    SELECT a.code, ${ACCOUNT}, 0, true
    FROM settlement_outcome l
    JOIN agreement a ON a.tenant_id = l.tenant_id AND a.id = l.agreement_id
    WHERE l.tenant_id = $1 AND a.code = $2 AND l.stage <> 'interim' AND json_array_length(l.parts) = 0
    UNION ALL
    SELECT agreement, ${ACCOUNT}, 0, false FROM (${KEPT_BACK}) l
  ) l
  GROUP BY agreement, ${ACCOUNT} ORDER BY ${ACCOUNT}`;

const TAXES = `
  SELECT t.rate, sum(t.net_minor) AS net, sum(t.tax_minor) AS tax
  FROM settlement_tax t JOIN settlement s ON s.tenant_id = t.tenant_id AND s.id = t.settlement_id
  WHERE t.tenant_id = $1 AND s.company = $2 AND s.partner_id = $3 AND s.currency = $4 AND s.side = $5
    AND s.amounts_stated = $6 AND ${COUNTS}
  GROUP BY t.rate ORDER BY t.rate`;

const ACCOUNT_TYPES =
  'agreement text, term text, participant text, window_from date, window_until date, currency text';

const INSERT_OUTCOMES = `
  INSERT INTO settlement_outcome (tenant_id, partner_id, run_id, agreement_id, term, participant, window_from,
    window_until, currency, as_of, stage, earned_minor, adjusted_minor, documented_minor,
    lapsed_minor, parts)
  SELECT $1, o.partner_id, $2, a.id, o.term, o.participant, o.window_from, o.window_until, o.currency, o.as_of,
    o.stage, o.earned_minor, o.adjusted_minor, o.documented_minor, o.lapsed_minor, o.parts
  FROM json_to_recordset($3::json) AS o (${ACCOUNT_TYPES}, partner_id text, as_of date, stage text,
    earned_minor numeric, adjusted_minor numeric, documented_minor numeric, lapsed_minor numeric, parts json)
  JOIN agreement a ON a.tenant_id = $1 AND a.code = o.agreement`;

const INSERT_LINES = `
  INSERT INTO settlement_line (tenant_id, partner_id, settlement_id, position, agreement_id, term, participant,
    window_from, window_until, currency, number, rate, lapse, stage, stated_minor, paid_minor, net_minor)
  SELECT $1, $2, $3, l.position, a.id, l.term, l.participant, l.window_from, l.window_until, l.currency, l.number,
    l.rate, l.lapse, l.stage, l.stated_minor, l.paid_minor, l.net_minor
  FROM json_to_recordset($4::json) AS l (${ACCOUNT_TYPES}, position int, number int, rate text, lapse text,
    stage text, stated_minor numeric, paid_minor numeric, net_minor numeric)
  JOIN agreement a ON a.tenant_id = $1 AND a.code = l.agreement`;

/** What we owe by a document, less what of it was set off, or kept back by the partner. */
const OWED = `abs(s.gross_minor) - abs(s.withheld_minor) - (
    SELECT coalesce(sum(o.minor), 0) FROM settlement_offset o WHERE o.tenant_id = s.tenant_id AND o.settlement_id = s.id
  ) - (
    SELECT coalesce(sum(d.minor), 0) FROM deduction_event d WHERE d.tenant_id = s.tenant_id AND d.settlement_id = s.id
  )`;

const PAYABLES = `
  SELECT s.id, s.company, s.partner_id, s.currency, ${OWED} AS minor, s.kind, s.method, s.is_advance, s.legal_number, s.issued_on, s.due_on
  FROM settlement s
  WHERE s.tenant_id = $1 AND s.state = 'issued' AND s.cancels IS NULL AND s.kind <> 'lapse'
    AND s.method IN ('creditNote', 'debitNote', 'payment')
    AND (s.side = 'payable') = (s.gross_minor > 0)
    AND ${OWED} > 0
    AND NOT EXISTS (
      SELECT FROM settlement c WHERE c.tenant_id = s.tenant_id AND c.cancels = s.id AND c.state <> 'rejected'
    )
    AND ($2::text IS NULL OR s.company = $2) AND ($3::text IS NULL OR s.partner_id = $3)
    AND ($4::text IS NULL OR s.currency = $4) AND ($5::date IS NULL OR s.due_on <= $5)
  ORDER BY s.due_on, s.legal_number`;

/** Documents in goods of which no account is booked as paid by them, the oldest first. */
const GIVEN_UNBOOKED = `
  SELECT s.id FROM settlement s
  WHERE s.tenant_id = $1 AND s.company = $2 AND s.method = 'goods' AND s.legal_number IS NOT NULL
    AND NOT EXISTS (
      SELECT FROM settlement_line l JOIN booking b ON b.tenant_id = l.tenant_id AND b.agreement_id = l.agreement_id
        AND b.term = l.term AND b.partner_id = l.participant AND b.window_from = l.window_from
        AND b.window_until = l.window_until AND b.kind = 'paid' AND b.currency = l.currency
      WHERE l.tenant_id = s.tenant_id AND l.settlement_id = s.id
        AND b.origin_kind = 'settlement' AND b.origin_id = s.id
    )
  ORDER BY s.issued_at, s.id`;

export function settlementStore(session: Session): SettlementStore {
  return {
    ...countedSettlements(session),
    ...writtenSettlements(session),
    ...readSettlements(session),
    ...documentSettings(session),
    ...issuedDocuments(session),
    ...settlementOffsets(session),
  };
}

/** What is on record: what a run counts as settled, and what is open. */
function countedSettlements(
  session: Session,
): Pick<
  SettlementStore,
  'recordsOf' | 'taxOf' | 'isBeingCancelled' | 'isNumberTaken' | 'openPayables' | 'givenUnbooked'
> {
  const { tenant } = session;
  return {
    recordsOf: async (agreement) => {
      const standings = await session.query<StandingRow>(STANDINGS, [tenant, agreement]);
      const sums = await session.query<RecordRow>(SUMS, [tenant, agreement]);
      return toRecords(standings, sums, await session.query<KeptBackRow>(KEPT_BACK, [tenant, agreement]));
    },
    taxOf: async ({ company, beneficiary, currency, side, amounts }) => {
      const place = [tenant, company, beneficiary, currency, side, amounts];
      const rows = await session.query<{ rate: string; net: string; tax: string }>(TAXES, place);
      return new Map(
        rows.map(({ rate, net, tax }) => [rate, { netMinor: BigInt(net), taxMinor: BigInt(tax) }]),
      );
    },
    isNumberTaken: async (company, number) => {
      const rows = await session.query(
        'SELECT FROM settlement WHERE tenant_id = $1 AND company = $2 AND legal_number = $3',
        [tenant, company, number],
      );
      return rows.length > 0;
    },
    isBeingCancelled: async (id) => {
      const rows = await session.query(
        `SELECT FROM settlement WHERE tenant_id = $1 AND (
           (cancels = $2 AND state <> 'rejected')
           OR (reclaims = $2 AND cancels IS NULL AND state NOT IN ('rejected', 'cancelled')))`,
        [tenant, id],
      );
      return rows.length > 0;
    },
    openPayables: async ({ company, partner, currency, dueUntil }) => {
      const day = dueUntil === undefined ? null : formatDate(dueUntil);
      const values = [tenant, company ?? null, partner ?? null, currency ?? null, day];
      return (await session.query<PayableRow>(PAYABLES, values)).map(toPayable);
    },
    givenUnbooked: async (company) => {
      const rows = await session.query<{ id: string }>(GIVEN_UNBOOKED, [tenant, company]);
      return rows.map(({ id }) => id);
    },
  };
}

function writtenSettlements(
  session: Session,
): Pick<SettlementStore, 'propose' | 'add' | 'approve' | 'move' | 'issue'> {
  const { tenant } = session;
  return {
    propose: async (run, outcomes, settlements) => {
      await insertRun(session, run);
      const rows = JSON.stringify(outcomes.map(outcomeJson));
      await session.query(INSERT_OUTCOMES, [tenant, run.id, rows]);
      for (const settlement of settlements) await insertSettlement(session, settlement);
    },
    add: (settlement) => insertSettlement(session, settlement),
    approve: async (id, { person, level, at }) => {
      await session.query(
        `INSERT INTO settlement_part (tenant_id, settlement_id, person, level, taken_at)
         VALUES ($1, $2, $3, $4, $5)`,
        [tenant, id, person, level ?? null, at],
      );
      if (level === undefined) return;
      await session.query(
        `UPDATE settlement SET approver = $3, approvers = approvers || jsonb_build_object($3::text, $4::text)
         WHERE tenant_id = $1 AND id = $2`,
        [tenant, id, person, level],
      );
    },
    move: async (id, state) => {
      await session.query('UPDATE settlement SET state = $3 WHERE tenant_id = $1 AND id = $2', [
        ...[tenant, id, state],
      ]);
    },
    issue: (id, issue) => writeIssue(session, id, issue),
  };
}

type Reads = 'runOf' | 'outcomesOf' | 'get' | 'lock' | 'linesOf' | 'taxesOf' | 'list' | 'parts';

function readSettlements(session: Session): Pick<SettlementStore, Reads> {
  const { tenant } = session;
  const one = async (id: string, lock: '' | 'FOR UPDATE') => {
    const sql = `SELECT * FROM settlement WHERE tenant_id = $1 AND id = $2 ${lock}`;
    const [row] = await session.query<SettlementRow>(sql, [tenant, id]);
    return row && toSettlement(row);
  };
  return {
    runOf: (id) => runOf(session, id),
    outcomesOf: async (run) => {
      const rows = await session.query<OutcomeRow>(
        `SELECT a.code AS agreement, l.* FROM settlement_outcome l
         JOIN agreement a ON a.tenant_id = l.tenant_id AND a.id = l.agreement_id
         WHERE l.tenant_id = $1 AND l.run_id = $2 ORDER BY a.code, ${ACCOUNT}`,
        [tenant, run],
      );
      return rows.map(toOutcome);
    },
    get: (id) => one(id, ''),
    lock: (id) => one(id, 'FOR UPDATE'),
    linesOf: async (id) => {
      const rows = await session.query<LineRow>(
        `SELECT a.code AS agreement, l.* FROM settlement_line l
         JOIN agreement a ON a.tenant_id = l.tenant_id AND a.id = l.agreement_id
         WHERE l.tenant_id = $1 AND l.settlement_id = $2 ORDER BY l.position`,
        [tenant, id],
      );
      return rows.map(toLine);
    },
    taxesOf: async (id) => {
      const rows = await session.query<{ rate: string; net_minor: string; tax_minor: string }>(
        'SELECT * FROM settlement_tax WHERE tenant_id = $1 AND settlement_id = $2 ORDER BY rate',
        [tenant, id],
      );
      return new Map(
        rows.map((row) => [row.rate, { netMinor: BigInt(row.net_minor), taxMinor: BigInt(row.tax_minor) }]),
      );
    },
    list: (filter) => list(session, filter),
    parts: async (id) => {
      const rows = await session.query<{ person: string; level: string | null; taken_at: Date }>(
        'SELECT * FROM settlement_part WHERE tenant_id = $1 AND settlement_id = $2 ORDER BY taken_at, person',
        [tenant, id],
      );
      return rows.map(({ person, level, taken_at: at }) => ({
        person,
        at,
        ...(level !== null && { level }),
      }));
    },
  };
}

async function insertRun(session: Session, run: SettlementRun): Promise<void> {
  await session.query(
    `INSERT INTO settlement_run (tenant_id, id, company, settled_on, batch, waivers, actor_kind, actor_id, proposed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[session.tenant, run.id, run.company, formatDate(run.day), run.batch, JSON.stringify(run.waivers)],
      ...[run.actor.kind, run.actor.id, run.at],
    ],
  );
}

async function runOf(session: Session, id: string): Promise<SettlementRun | undefined> {
  const [row] = await session.query<RunRow>('SELECT * FROM settlement_run WHERE tenant_id = $1 AND id = $2', [
    session.tenant,
    id,
  ]);
  return (
    row && {
      ...{ id, company: row.company, day: row.settled_on, batch: Number(row.batch), waivers: row.waivers },
      actor: { kind: row.actor_kind, id: row.actor_id },
      at: row.proposed_at,
    }
  );
}

type RunRow = {
  readonly company: string;
  readonly settled_on: LocalDate;
  readonly batch: bigint;
  readonly waivers: SettlementRun['waivers'];
  readonly actor_kind: SettlementRun['actor']['kind'];
  readonly actor_id: string;
  readonly proposed_at: Date;
};

async function insertSettlement(session: Session, settlement: NewSettlement): Promise<void> {
  const { tenant } = session;
  const { id, beneficiary, author, cancels, lines, taxes, payout } = settlement;
  await session.query(
    `INSERT INTO settlement (tenant_id, id, partner_id, run_id, company, side, kind, reason, method, treatment,
       amounts_stated, currency, net_minor, tax_minor, gross_minor, withheld_minor, payment_days, cancels,
       cancel_reason, levels, author_kind, author_id, proposed_at, is_advance, reclaims, payout, state)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
       $23, $24, $25, $26, 'proposed')`,
    [
      ...[tenant, id, beneficiary, settlement.run, settlement.company, settlement.side, settlement.kind],
      ...[settlement.reason, settlement.method, settlement.treatment, settlement.amountsStated],
      ...[settlement.currency, settlement.netMinor, settlement.taxMinor, settlement.grossMinor],
      ...[
        settlement.withheldMinor,
        settlement.paymentDays,
        cancels?.settlement ?? null,
        cancels?.reason ?? null,
      ],
      ...[JSON.stringify(settlement.levels), author.kind, author.id, settlement.at, settlement.isAdvance],
      settlement.reclaims ?? null,
      payout === undefined ? null : JSON.stringify(withTaggedBigints(payout)),
    ],
  );
  const rows = lines.map((line, index) => ({ ...lineJson(line), position: index + 1 }));
  await session.query(INSERT_LINES, [tenant, beneficiary, id, JSON.stringify(rows)]);
  for (const [rate, { netMinor, taxMinor }] of taxes) {
    await session.query(
      `INSERT INTO settlement_tax (tenant_id, partner_id, settlement_id, rate, net_minor, tax_minor)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [tenant, beneficiary, id, rate, netMinor, taxMinor],
    );
  }
  if (author.kind !== 'person') return;
  await session.query(
    'INSERT INTO settlement_part (tenant_id, settlement_id, person, taken_at) VALUES ($1, $2, $3, $4)',
    [tenant, id, author.id, settlement.at],
  );
}

async function writeIssue(
  session: Session,
  id: string,
  { issuedOn, at, batch, document, year }: SettlementIssue,
): Promise<void> {
  await session.query(
    `UPDATE settlement SET state = 'issued', issued_on = $3, issued_at = $4, issued_batch = $5, due_on = $6,
       series = $7, year = $8, legal_number = $9, document = $10,
       brand_version = (SELECT max(b.version) FROM brand b WHERE b.tenant_id = $1)
     WHERE tenant_id = $1 AND id = $2`,
    [
      ...[session.tenant, id, formatDate(issuedOn), at, batch, formatDate(document?.dueOn ?? issuedOn)],
      ...[document?.series ?? null, year ?? null, document?.number ?? null],
      document === undefined ? null : JSON.stringify(documentJson(document)),
    ],
  );
}

async function list(session: Session, { company, partner, state, limit, before }: SettlementFilter) {
  const rows = await session.query<SettlementRow>(
    `SELECT s.* FROM settlement s
     WHERE s.tenant_id = $1 AND ($2::text IS NULL OR s.company = $2) AND ($3::text IS NULL OR s.partner_id = $3)
       AND ($4::text IS NULL OR s.state = $4)
       AND ($5::timestamptz IS NULL OR (s.proposed_at, s.id) < ($5, $6::uuid))
     ORDER BY s.proposed_at DESC, s.id DESC LIMIT $7`,
    [
      ...[session.tenant, company ?? null, partner ?? null, state ?? null],
      ...[before?.at ?? null, before?.id ?? null, limit],
    ],
  );
  return rows.map(toSettlement);
}

import type { EarningFilter, EarningPlace, EarningRow, EarningStore, MoneyMoved } from '../../app/ports.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { jsonRows } from './jsonRows.ts';
import type { Session } from './session.ts';

/** The partner's name is the last that we know; without master data it is the code. */
const EARNINGS = `
  SELECT e.id, a.code AS agreement, e.term, e.partner_id, e.window_from, e.window_until, e.kind, e.currency,
    e.agreement_name, e.direction, e.earned_minor, e.adjusted_minor, e.adjustments, e.tier, e.progress, e.blocked_lines,
    e.run_number, r.batch, r.effective_on, r.calculation,
    coalesce((
      SELECT m.name FROM master_version m
      WHERE m.tenant_id = e.tenant_id AND m.kind = 'partner' AND m.code = e.partner_id
      ORDER BY m.valid_from DESC, m.batch DESC LIMIT 1
    ), e.partner_id) AS partner_name
  FROM earning e
  JOIN agreement a ON a.tenant_id = e.tenant_id AND a.id = e.agreement_id
  JOIN run r ON r.tenant_id = e.tenant_id AND r.agreement_id = e.agreement_id AND r.number = e.run_number
  WHERE e.tenant_id = $1`;

const FILTER = `
  AND ($2::text IS NULL OR e.agreement_id = (
    SELECT f.id FROM agreement f WHERE f.tenant_id = $1 AND f.code = $2))
  AND ($3::text IS NULL OR e.partner_id = $3)`;

/** Behind a row in the order of the list; without one everything is. */
const BEHIND = `
  AND ($4::numeric IS NULL OR e.earned_minor < $4 OR e.earned_minor = $4
    AND (e.partner_id, a.code, e.term, e.window_from, e.window_until, e.id) >
      ($5::text, $6::text, $7::text, $8::date, $9::date, $10::uuid))`;

export function earningStore(session: Session): EarningStore {
  return {
    replace: (agreementCode, rows) => replace(session, agreementCode, rows),
    list: (filter) => list(session, filter),
    get: async (id) => {
      const [row] = await session.query<Row>(`${EARNINGS} AND e.id = $2`, [session.tenant, id]);
      return row && toEarning(row);
    },
    moneyOf: async (ids) => {
      const rows = await session.query<MovedRow & { id: string }>(
        `SELECT e.id, ${MOVED} ${WITH_MONEY} AND e.id = ANY ($2::uuid[]) GROUP BY e.id`,
        [session.tenant, ids],
      );
      return new Map(rows.map((row) => [row.id, toMoved(row)]));
    },
    moneyMoved: async ({ agreement, partner }) => {
      const rows = await session.query<MovedRow & Pick<TotalRow, 'direction' | 'currency'>>(
        `SELECT e.direction, e.currency, ${MOVED} ${WITH_MONEY} ${FILTER} GROUP BY e.direction, e.currency`,
        [session.tenant, agreement ?? null, partner ?? null],
      );
      return rows.map((row) => ({ direction: row.direction, currency: row.currency, ...toMoved(row) }));
    },
    byMonth: async ({ until, months }) => {
      const rows = await session.query<MonthRow>(BY_MONTH, [session.tenant, formatDate(until), months]);
      return rows.map(({ month, direction, currency, earned_minor }) => ({
        ...{ month, direction, currency },
        earnedMinor: BigInt(earned_minor),
      }));
    },
    agreementsOf: (partners) =>
      session.query<{ agreement: string; partner: string }>(
        `SELECT DISTINCT a.code AS agreement, e.partner_id AS partner
         FROM earning e JOIN agreement a ON a.tenant_id = e.tenant_id AND a.id = e.agreement_id
         WHERE e.tenant_id = $1 AND e.partner_id = ANY ($2::text[])`,
        [session.tenant, partners],
      ),
  };
}

const MOVED = `coalesce(sum(k.delta_minor) FILTER (WHERE k.kind = 'settled'), 0) AS settled,
  coalesce(sum(k.delta_minor) FILTER (WHERE k.kind = 'paid'), 0) AS paid`;

/** Earnings with what was booked of their money. */
const WITH_MONEY = `
  FROM earning e
  JOIN booking k ON k.tenant_id = e.tenant_id AND k.agreement_id = e.agreement_id AND k.term = e.term
    AND k.partner_id = e.partner_id AND k.window_from = e.window_from AND k.window_until = e.window_until
    AND k.kind IN ('settled', 'paid') AND k.currency = e.currency
  WHERE e.tenant_id = $1`;

type MovedRow = { readonly settled: string; readonly paid: string };

function toMoved({ settled, paid }: MovedRow): MoneyMoved {
  return { settledMinor: BigInt(settled), paidMinor: BigInt(paid) };
}

const EARNING = `e (
  partner_id text, id uuid, term text, window_from date, window_until date, kind text, currency text,
  agreement_name jsonb, direction text, earned_minor numeric, adjusted_minor numeric, adjustments json, tier int, run_number int,
  progress json, blocked_lines int
)`;

async function replace(
  session: Session,
  agreement: string,
  rows: readonly Omit<EarningRow, 'partnerName'>[],
): Promise<void> {
  if (rows.some((row) => row.account.agreement !== agreement)) {
    throw new Error(`Fault: an earning of another agreement than ${agreement}`);
  }
  await session.query(
    `DELETE FROM earning e USING agreement a
     WHERE e.tenant_id = $1 AND a.tenant_id = e.tenant_id AND a.id = e.agreement_id AND a.code = $2`,
    [session.tenant, agreement],
  );
  const source = await jsonRows(session, rows.map(fromEarning), { parameter: '$3', as: EARNING });
  await session.query(
    `INSERT INTO earning (tenant_id, partner_id, id, agreement_id, term, window_from, window_until, kind, currency,
       agreement_name, direction, earned_minor, adjusted_minor, adjustments, tier, run_number, progress, blocked_lines)
     SELECT $1, e.partner_id, e.id, a.id, e.term, e.window_from, e.window_until, e.kind, e.currency,
       e.agreement_name, e.direction, e.earned_minor, e.adjusted_minor, e.adjustments, e.tier, e.run_number, e.progress,
       e.blocked_lines
     FROM ${source.from}
     JOIN agreement a ON a.tenant_id = $1 AND a.code = $2`,
    [session.tenant, agreement, source.value],
  );
}

async function list(session: Session, filter: EarningFilter): ReturnType<EarningStore['list']> {
  const chosen = [session.tenant, filter.agreement ?? null, filter.partner ?? null];
  const wanted = filter.isIncomplete === true ? `${FILTER} AND e.blocked_lines > 0` : FILTER;
  const totals = await session.query<TotalRow>(
    `SELECT e.direction, e.currency, sum(e.earned_minor) AS earned_minor, count(*)::int AS rows
     FROM earning e WHERE e.tenant_id = $1 ${wanted}
     GROUP BY e.direction, e.currency ORDER BY e.direction, e.currency`,
    chosen,
  );
  const rows = await session.query<Row>(
    `${EARNINGS} ${wanted} ${BEHIND}
     ORDER BY e.earned_minor DESC, e.partner_id, a.code, e.term, e.window_from, e.window_until, e.id
     LIMIT $11`,
    [...chosen, ...placeValues(filter.after), filter.limit + 1],
  );
  return {
    rows: rows.slice(0, filter.limit).map(toEarning),
    hasMore: rows.length > filter.limit,
    total: totals.reduce((sum, total) => sum + total.rows, 0),
    totals: totals.map(({ earned_minor: sum, ...total }) => ({ ...total, earnedMinor: BigInt(sum) })),
  };
}

function placeValues(place: EarningPlace | undefined): (bigint | string | null)[] {
  if (place === undefined) return [null, null, null, null, null, null, null];
  const { earnedMinor, partner, agreement, term, window, id } = place;
  return [earnedMinor, partner, agreement, term, formatDate(window.from), formatDate(window.until), id];
}

type TotalRow = {
  readonly direction: EarningRow['direction'];
  readonly currency: string;
  readonly earned_minor: string;
  readonly rows: number;
};

function fromEarning(row: Omit<EarningRow, 'partnerName'>) {
  const { account } = row;
  return {
    id: row.id,
    partner_id: account.partner,
    term: account.term,
    window_from: formatDate(account.window.from),
    window_until: formatDate(account.window.until),
    kind: account.kind,
    currency: account.currency,
    agreement_name: row.agreementName,
    direction: row.direction,
    earned_minor: row.earnedMinor.toString(),
    adjusted_minor: row.adjustedMinor.toString(),
    adjustments: row.adjustments ?? null,
    tier: row.tier,
    run_number: row.run.number,
    progress: row.progress,
    blocked_lines: row.blockedLines,
  };
}

type MonthRow = Pick<Row, 'direction' | 'currency' | 'earned_minor'> & { readonly month: LocalDate };

/** By the month of the last day of the window. */
const BY_MONTH = `
  SELECT date_trunc('month', window_until - 1)::date AS month, direction, currency, sum(earned_minor) AS earned_minor
  FROM earning
  WHERE tenant_id = $1 AND kind = 'earned' AND window_until - 1 < date_trunc('month', $2::date) + interval '1 month'
    AND window_until - 1 >= date_trunc('month', $2::date) - ($3::int - 1) * interval '1 month'
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

type Row = {
  readonly id: string;
  readonly agreement: string;
  readonly term: string;
  readonly partner_id: string;
  readonly window_from: LocalDate;
  readonly window_until: LocalDate;
  readonly kind: 'earned';
  readonly currency: string;
  readonly agreement_name: EarningRow['agreementName'];
  readonly direction: EarningRow['direction'];
  /** Numeric comes as text. */
  readonly earned_minor: string;
  readonly adjusted_minor: string;
  readonly adjustments: EarningRow['adjustments'] | null;
  readonly tier: number;
  readonly progress: Json;
  readonly blocked_lines: number;
  readonly run_number: number;
  readonly batch: bigint;
  readonly effective_on: LocalDate;
  readonly calculation: string;
  readonly partner_name: string;
};

function toEarning(row: Row): EarningRow {
  return {
    id: row.id,
    account: {
      agreement: row.agreement,
      term: row.term,
      partner: row.partner_id,
      window: { from: row.window_from, until: row.window_until },
      kind: row.kind,
      currency: row.currency,
      company: '',
    },
    agreementName: row.agreement_name,
    direction: row.direction,
    partnerName: row.partner_name,
    earnedMinor: BigInt(row.earned_minor),
    adjustedMinor: BigInt(row.adjusted_minor),
    ...(row.adjustments !== null && { adjustments: row.adjustments }),
    tier: row.tier,
    run: {
      number: row.run_number,
      batch: Number(row.batch),
      effective: row.effective_on,
      calculation: row.calculation,
    },
    progress: row.progress,
    blockedLines: row.blocked_lines,
  };
}

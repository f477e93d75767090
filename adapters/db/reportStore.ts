import type { EarnedSum, ReportStore, SalesSum, Standing } from '../../app/ports/reportStore.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { ReportFilter } from '../../core/report/report.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import type { Session } from './session.ts';

const NAMES = `
  SELECT DISTINCT ON (code) code, name FROM master_version
  WHERE tenant_id = $1 AND kind = $2 ORDER BY code, valid_from DESC, batch DESC`;

const CHOSEN = `
  e.tenant_id = $1
  AND ($2::text IS NULL OR e.agreement_id = (SELECT f.id FROM agreement f WHERE f.tenant_id = $1 AND f.code = $2))
  AND ($3::text IS NULL OR e.partner_id = $3)
  AND ($4::text IS NULL OR e.direction = $4)`;

/** What is booked belongs to the direction of the earnings of its agreement. */
const EARNED = `
  WITH earned AS (
    SELECT e.agreement_id, e.partner_id, e.currency, min(e.direction) AS direction,
      (array_agg(e.agreement_name))[1] AS agreement_name,
      count(*)::int AS accounts, sum(e.earned_minor) AS earned
    FROM earning e WHERE ${CHOSEN} GROUP BY e.agreement_id, e.partner_id, e.currency
  ), booked AS (
    SELECT b.agreement_id, b.partner_id, b.currency,
      sum(b.delta_minor) FILTER (WHERE b.kind = 'recognised') AS recognised,
      sum(b.delta_minor) FILTER (WHERE b.kind = 'settled') AS settled,
      sum(b.delta_minor) FILTER (WHERE b.kind = 'paid') AS paid
    FROM booking b WHERE b.tenant_id = $1 GROUP BY b.agreement_id, b.partner_id, b.currency
  )
  SELECT a.code AS agreement, e.agreement_name, e.direction, e.partner_id AS partner,
    coalesce(p.name, e.partner_id) AS partner_name, e.currency, e.accounts, e.earned,
    coalesce(b.recognised, 0) AS recognised, coalesce(b.settled, 0) AS settled, coalesce(b.paid, 0) AS paid
  FROM earned e
  JOIN agreement a ON a.tenant_id = $1 AND a.id = e.agreement_id
  LEFT JOIN booked b USING (agreement_id, partner_id, currency)
  LEFT JOIN (${NAMES.replace('$2', "'partner'")}) p ON p.code = e.partner_id
  ORDER BY a.code, e.partner_id, e.currency`;

const STANDINGS = `
  SELECT e.id, a.code AS agreement, e.agreement_name, e.direction, e.partner_id AS partner,
    coalesce(p.name, e.partner_id) AS partner_name, e.currency, e.earned_minor AS earned, e.term,
    e.window_from, e.window_until, e.tier, e.progress
  FROM earning e
  JOIN agreement a ON a.tenant_id = $1 AND a.id = e.agreement_id
  LEFT JOIN (${NAMES.replace('$2', "'partner'")}) p ON p.code = e.partner_id
  WHERE ${CHOSEN}
  ORDER BY a.code, e.partner_id, e.term, e.window_from, e.id`;

const SALES = `
  SELECT product, currency, count(*)::int AS lines, coalesce(sum(net_value), 0)::text AS net,
    coalesce(sum(list_price * invoiced_quantity) FILTER (WHERE net_value IS NOT NULL), 0)::text AS listed,
    coalesce(sum(net_value) FILTER (WHERE list_price * invoiced_quantity IS NOT NULL), 0)::text AS net_of_listed,
    coalesce(sum(unit_cost * invoiced_quantity) FILTER (WHERE net_value IS NOT NULL), 0)::text AS cost,
    coalesce(sum(net_value) FILTER (WHERE unit_cost * invoiced_quantity IS NOT NULL), 0)::text AS net_of_costed
  FROM (
    SELECT DISTINCT ON (source, document, line) * FROM line
    WHERE tenant_id = $1 AND batch <= $2 ORDER BY source, document, line, revision DESC
  ) l
  WHERE side = 'sale' AND withdrawn IS NULL AND ($3::text IS NULL OR partner_id = $3)
    AND ($4::date IS NULL OR invoice_date >= $4) AND ($5::date IS NULL OR invoice_date < $5)
  GROUP BY product, currency ORDER BY product, currency`;

export function reportStore(session: Session): ReportStore {
  const chosen = ({ agreement, partner, direction }: ReportFilter) => [
    session.tenant,
    agreement ?? null,
    partner ?? null,
    direction ?? null,
  ];
  return {
    earned: async (filter) => (await session.query<EarnedRow>(EARNED, chosen(filter))).map(toEarned),
    standings: async (filter) =>
      (await session.query<StandingRow>(STANDINGS, chosen(filter))).map(toStanding),
    sales: async ({ batch, partner, from, until }) => {
      const days = [from, until].map((day) => (day === undefined ? null : formatDate(day)));
      const rows = await session.query<SalesRow>(SALES, [session.tenant, batch, partner ?? null, ...days]);
      return rows.map(toSales);
    },
    names: async (kind) => {
      const rows = await session.query<{ code: string; name: string }>(NAMES, [session.tenant, kind]);
      return new Map(rows.map(({ code, name }) => [code, name]));
    },
  };
}

type Common = {
  readonly agreement: string;
  readonly agreement_name: EarnedSum['agreementName'];
  readonly direction: EarnedSum['direction'];
  readonly partner: string;
  readonly partner_name: string;
  readonly currency: string;
  /** Numeric comes as text. */
  readonly earned: string;
};
type EarnedRow = Common & {
  readonly accounts: number;
  readonly recognised: string;
  readonly settled: string;
  readonly paid: string;
};
type StandingRow = Common & {
  readonly id: string;
  readonly term: string;
  readonly window_from: LocalDate;
  readonly window_until: LocalDate;
  readonly tier: number;
  readonly progress: Json;
};
type SalesRow = {
  readonly product: string;
  readonly currency: string;
  readonly lines: number;
  readonly net: string;
  readonly listed: string;
  readonly net_of_listed: string;
  readonly cost: string;
  readonly net_of_costed: string;
};

function common({ agreement_name, partner_name, earned, ...row }: Common) {
  const { agreement, direction, partner, currency } = row;
  return {
    ...{ agreement, direction, partner, currency },
    agreementName: agreement_name,
    partnerName: partner_name,
    earned: BigInt(earned),
  };
}

function toEarned(row: EarnedRow): EarnedSum {
  const { accounts, recognised, settled, paid } = row;
  return {
    ...common(row),
    accounts,
    recognised: BigInt(recognised),
    settled: BigInt(settled),
    paid: BigInt(paid),
  };
}

function toStanding(row: StandingRow): Standing {
  const { id, term, window_from: from, window_until: until, tier, progress } = row;
  return { ...common(row), id, term, window: { from, until }, tier, progress };
}

function toSales({
  product,
  currency,
  lines,
  net,
  listed,
  net_of_listed,
  cost,
  net_of_costed,
}: SalesRow): SalesSum {
  return {
    ...{ product, currency, lines, cost },
    netValue: net,
    listValue: listed,
    netOfListed: net_of_listed,
    netOfCosted: net_of_costed,
  };
}

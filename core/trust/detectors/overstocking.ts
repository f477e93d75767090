import { formatDate } from '../../calendar/localDate.ts';
import { type Detector, type Parameters, parameter } from '../detector.ts';
import { lineEvidence, percentFact, quantityFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found } from '../found.ts';
import type { History, HistoryLine } from '../history.ts';
import { quarterOf, quarterStart } from '../quarters.ts';
import { scoreBetween } from '../scoreOf.ts';
import { median } from '../statistics.ts';

/**
 * A partner that reports its sales bought in a quarter far more of a product than it sold in that quarter and the next, and than it
 * usually buys. Stock for a season, sold in the next quarter, is none. Partners that do not report are not looked at, nor are the quarters
 * before the first in which its purchases are known: often its reports reach further back.
 */
export const overstocking: Detector = {
  name: 'overstocking',
  version: 2,
  group: 'fraud',
  needs: ['lines'],
  parameters: [parameter('ofSalesPercent', 100, 150, 1000), parameter('ofUsualPercent', 100, 200, 1000)],
  begin: (history, parameters) => {
    const findings: Finding[] = [];
    let partner: string | undefined;
    let flows: Flows = new Map();
    let reports = new Set<number>();
    const flush = () => {
      if (partner !== undefined && reports.size >= 2)
        findings.push(...stockedBy(history, partner, flows, reports, parameters));
      flows = new Map();
      reports = new Set();
    };
    let [month, quarter] = [{ from: 0, until: 0 }, 0];
    const see = (line: HistoryLine) => {
      if (line.partner !== partner) {
        flush();
        partner = line.partner;
      }
      if (line.side === 'purchase' || line.kind !== 'goods') return;
      if (line.day < month.from || line.day >= month.until) {
        quarter = quarterOf(line.day);
        month = { from: quarterStart(quarter), until: quarterStart(quarter + 1) };
      }
      if (line.side === 'sellThrough') reports.add(quarter);
      addFlow(flows, line, quarter);
    };
    return {
      see,
      end: () => {
        flush();
        return findings;
      },
    };
  },
};

/** `largest`: what was bought at once. */
type Flow = { bought: number; sold: number; minor: number; largest?: HistoryLine };
type Flows = Map<
  string,
  { readonly unit: string; readonly currency: string; readonly quarters: Map<number, Flow> }
>;

function addFlow(flows: Flows, line: HistoryLine, quarter: number): void {
  let product = flows.get(line.product);
  if (product === undefined) {
    product = { unit: line.unit, currency: line.currency, quarters: new Map() };
    flows.set(line.product, product);
  }
  if (product.unit !== line.unit) return;
  let flow = product.quarters.get(quarter);
  if (flow === undefined) {
    flow = { bought: 0, sold: 0, minor: 0 };
    product.quarters.set(quarter, flow);
  }
  if (line.side === 'sellThrough') flow.sold += line.quantity;
  else {
    flow.bought += line.quantity;
    flow.minor += line.minor;
    if (line.quantity > (flow.largest?.quantity ?? 0)) flow.largest = { ...line };
  }
}

function stockedBy(
  history: History,
  partner: string,
  flows: Flows,
  reports: ReadonlySet<number>,
  parameters: Parameters,
): Finding[] {
  const quarters = [...reports].filter(
    (quarter) => reports.has(quarter + 1) && quarterStart(quarter + 2) <= history.today,
  );
  const first = firstBought(flows);
  return quarters.flatMap((quarter): Finding[] => {
    const over = [...flows].flatMap(([product, flow]) =>
      overIn(product, flow, { quarter, first }, parameters),
    );
    const worst = over.sort((a, b) => b.minor - a.minor || (a.product < b.product ? -1 : 1)).slice(0, 5);
    const [most] = worst;
    if (most === undefined) return [];
    const facts = {
      quarter: formatDate(quarterStart(quarter)),
      products: String(over.length),
      ...most.facts,
    };
    return [
      found(overstocking, {
        object: 'partner',
        id: partner,
        partner,
        day: quarterStart(quarter + 1) - 1,
        score: scoreBetween(most.times, 1, 4, 520, 860),
        minor: over.reduce((sum, one) => sum + one.minor, 0),
        currency: most.currency,
        evidence: [
          { object: 'partner', id: partner, facts },
          ...worst.flatMap(({ product, facts: said, largest }) => [
            { object: 'product' as const, id: product, facts: said },
            ...(largest === undefined ? [] : [lineEvidence(largest)]),
          ]),
        ],
      }),
    ];
  });
}

/** The first quarter in which it is known to have bought anything. */
function firstBought(flows: Flows): number {
  let first = Number.POSITIVE_INFINITY;
  for (const { quarters } of flows.values())
    for (const [quarter, { bought }] of quarters) if (bought > 0 && quarter < first) first = quarter;
  return first;
}

function overIn(
  product: string,
  { unit, currency, quarters }: Flows extends Map<string, infer F> ? F : never,
  { quarter, first }: { readonly quarter: number; readonly first: number },
  parameters: Parameters,
) {
  const flow = quarters.get(quarter);
  if (flow === undefined || flow.bought <= 0) return [];
  const sold = flow.sold + (quarters.get(quarter + 1)?.sold ?? 0);
  const others = [...quarters]
    .filter(([other]) => other !== quarter && other >= first)
    .map(([, { bought }]) => bought);
  const usual = median(others);
  const isOver = flow.bought * 100 > sold * (parameters.ofSalesPercent as number);
  const isUnusual =
    others.length >= 2 && usual > 0 && flow.bought * 100 >= usual * (parameters.ofUsualPercent as number);
  if (!isOver || !isUnusual) return [];
  const facts = {
    product,
    bought: quantityFact(flow.bought, unit),
    sold: quantityFact(sold, unit),
    usual: quantityFact(usual, unit),
    left: percentFact((flow.bought - sold) / flow.bought),
  };
  const minor = Math.round((flow.minor * (flow.bought - Math.max(0, sold))) / flow.bought);
  return [
    { product, currency, facts, minor, largest: flow.largest, times: flow.bought / Math.max(usual, sold, 1) },
  ];
}

import { type Detector, type Parameters, parameter } from '../detector.ts';
import { dayFact, lineEvidence, quantityFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found } from '../found.ts';
import type { HistoryLine } from '../history.ts';
import { scoreOf } from '../scoreOf.ts';
import { tablesOf } from '../tables.ts';

/**
 * More of a product than one order may hold, ordered on one day in several orders that each stay just within. Orders well below what
 * is allowed, and orders of different days, are none.
 */
export const orderSplitting: Detector = {
  name: 'orderSplitting',
  version: 1,
  group: 'fraud',
  needs: ['products', 'lines'],
  parameters: [parameter('leastOrders', 2, 2, 20), parameter('nearPercent', 10, 60, 100)],
  begin: (history, parameters) => {
    const limits = new Map(
      history.products.flatMap(({ product, perOrder }) =>
        perOrder === undefined ? [] : [[product, perOrder] as const],
      ),
    );
    const findings: Finding[] = [];
    let [partner, day] = ['', 0];
    let today = new Map<string, HistoryLine[]>();
    const flush = () => {
      for (const lines of today.values()) {
        const limit = limitOf(limits, lines[0] as HistoryLine, tablesOf(history).products);
        if (lines.length > 1) findings.push(...splitIn(lines, limit, parameters));
      }
      today = new Map();
    };
    const see = (line: HistoryLine) => {
      if (line.day !== day || line.partner !== partner) {
        if (today.size > 0) flush();
        [partner, day] = [line.partner, line.day];
      }
      if (
        !limits.has(line.product) ||
        line.quantity <= 0 ||
        line.side === 'purchase' ||
        line.correctionOf !== undefined
      )
        return;
      const lines = today.get(line.product);
      if (lines === undefined) today.set(line.product, [line]);
      else lines.push(line);
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

/** In millionths; only in the unit that the master data speaks of. */
function limitOf(
  limits: ReadonlyMap<string, number>,
  line: HistoryLine,
  products: ReturnType<typeof tablesOf>['products'],
): number {
  const unit = products.get(line.product)?.unit;
  const limit = limits.get(line.product);
  return limit === undefined || (unit !== undefined && unit !== line.unit) ? 0 : limit * 1_000_000;
}

function splitIn(lines: readonly HistoryLine[], limit: number, parameters: Parameters): Finding[] {
  if (limit === 0) return [];
  const orders = new Map<string, number>();
  for (const line of lines) {
    const order = line.order ?? line.document;
    orders.set(order, (orders.get(order) ?? 0) + line.quantity);
  }
  const near = [...orders.values()].filter(
    (quantity) => quantity <= limit && quantity * 100 >= limit * (parameters.nearPercent as number),
  );
  const sum = near.reduce((total, quantity) => total + quantity, 0);
  if (near.length < (parameters.leastOrders as number) || sum <= limit) return [];
  const [first] = lines as readonly [HistoryLine];
  const facts = {
    product: first.product,
    day: dayFact(first.day),
    orders: String(near.length),
    sum: quantityFact(sum, first.unit),
    limit: quantityFact(limit, first.unit),
  };
  const [lead, ...others] = lines.slice(0, 6).map(lineEvidence) as [Finding['evidence'][number]];
  return [
    found(orderSplitting, {
      object: 'line',
      id: lead.id,
      partner: first.partner,
      day: first.day,
      score: scoreOf(500 + near.length * 100),
      minor: lines.reduce((total, line) => total + line.minor, 0),
      currency: first.currency,
      evidence: [{ ...lead, facts: { ...lead.facts, ...facts } }, ...others],
    }),
  ];
}

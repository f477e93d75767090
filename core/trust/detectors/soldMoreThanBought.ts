import { byKey } from '../byKey.ts';
import { type Detector, type Parameters, parameter } from '../detector.ts';
import { percentFact, quantityFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found } from '../found.ts';
import type { History, HistoryLine } from '../history.ts';
import { scoreBetween } from '../scoreOf.ts';

/**
 * A partner reports more sales of a product than it can have had: its first count of stock, and what it bought from us since. Only
 * where a count is known, or where it bought from us for a year before it reported; who also buys elsewhere is told by a count.
 */
export const soldMoreThanBought: Detector = {
  name: 'soldMoreThanBought',
  version: 1,
  group: 'fraud',
  needs: ['lines'],
  parameters: [parameter('tolerancePercent', 0, 5, 100), parameter('leadDays', 0, 365, 1000)],
  begin: (history, parameters) => {
    const counts = firstCounts(history);
    const findings: Finding[] = [];
    let partner: string | undefined;
    let goods = new Map<string, Goods>();
    const flush = () => {
      const over = [...goods].flatMap(([product, one]) =>
        isOver(one, parameters) ? [{ product, ...one }] : [],
      );
      if (partner !== undefined && over.length > 0) findings.push(impossible(partner, over));
      goods = new Map();
    };
    const see = (line: HistoryLine) => {
      if (line.partner !== partner) {
        flush();
        partner = line.partner;
      }
      if (line.side !== 'purchase' && line.kind !== 'rebateDocument') addGoods(goods, line, counts);
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

type Goods = {
  readonly unit: string;
  readonly currency: string;
  readonly count?: number;
  readonly countedOn: number;
  bought: number;
  sold: number;
  soldMinor: number;
  firstBought?: number;
  firstSold?: number;
};

function firstCounts(history: History): ReadonlyMap<string, { day: number; quantity: number; unit: string }> {
  const counts = byKey(history.stock, ({ partner, product }) =>
    partner === undefined ? undefined : `${partner}\u001f${product}`,
  );
  return new Map(
    [...counts].map(([key, group]) => [
      key,
      group.reduce((first, one) => (one.day < first.day ? one : first)),
    ]),
  );
}

function addGoods(
  goods: Map<string, Goods>,
  line: HistoryLine,
  counts: ReturnType<typeof firstCounts>,
): void {
  let one = goods.get(line.product);
  if (one === undefined) {
    const count = counts.get(`${line.partner}\u001f${line.product}`);
    const isFit = count?.unit === line.unit;
    const { unit, currency } = line;
    one = {
      unit,
      currency,
      bought: 0,
      sold: 0,
      soldMinor: 0,
      countedOn: isFit ? count.day : -Infinity,
      ...(isFit && { count: count.quantity }),
    };
    goods.set(line.product, one);
  }
  // What was before the count is in the count.
  if (line.unit !== one.unit || line.day <= one.countedOn) return;
  if (line.side === 'sale') {
    one.bought += line.quantity;
    one.firstBought ??= line.day;
  } else {
    one.sold += line.quantity;
    one.soldMinor += line.minor;
    one.firstSold ??= line.day;
  }
}

function hadOf({ count, bought }: Goods): number {
  return (count ?? 0) + bought;
}

function isOver(one: Goods, parameters: Parameters): boolean {
  const lead = (one.firstSold ?? 0) - (one.firstBought ?? one.firstSold ?? 0);
  const isKnown = one.count !== undefined || lead >= (parameters.leadDays as number);
  return (
    isKnown && hadOf(one) > 0 && one.sold * 100 > hadOf(one) * (100 + (parameters.tolerancePercent as number))
  );
}

function impossible(partner: string, over: readonly (Goods & { readonly product: string })[]): Finding {
  const lossOf = (one: Goods) => Math.round(one.soldMinor * (1 - hadOf(one) / one.sold));
  const inOrder = [...over].sort((a, b) => lossOf(b) - lossOf(a) || (a.product < b.product ? -1 : 1));
  const [worst] = inOrder as [Goods & { readonly product: string }];
  const factsOf = (one: Goods & { readonly product: string }) => ({
    product: one.product,
    sold: quantityFact(one.sold, one.unit),
    had: quantityFact(hadOf(one), one.unit),
    over: percentFact(one.sold / hadOf(one) - 1),
    ...(one.count !== undefined && { count: quantityFact(one.count, one.unit) }),
  });
  return found(soldMoreThanBought, {
    object: 'partner',
    id: partner,
    partner,
    score: scoreBetween(worst.sold / hadOf(worst), 1, 2, worst.count === undefined ? 480 : 620, 920),
    minor: inOrder.reduce((sum, one) => sum + lossOf(one), 0),
    currency: worst.currency,
    evidence: [
      { object: 'partner', id: partner, facts: { ...factsOf(worst), products: String(over.length) } },
      ...inOrder
        .slice(0, 5)
        .map((one) => ({ object: 'product' as const, id: one.product, facts: factsOf(one) })),
    ],
  });
}

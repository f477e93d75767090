import type { HistoryLine } from '../../../core/trust/history.ts';
import { type DraftOf, MILLION } from '../draft.ts';
import type { Trade } from '../sets/trade.ts';

/** A product that is sold in ones and in so many others comes in packs of the first of these. */
const PACKS = [12, 6, 4];
const OFTEN = 0.25;
const MISTAKE = 50_000 * MILLION;

/**
 * Master data of products. List price is the price that most lines have; no set has costs that fit it, so cost is
 * made up: three fifths of the lowest price that is not rare. At most in one order: a fifth more than ever
 * was; two orders of more than 70,000 pieces in one set, cancelled minutes later, aside.
 */
export function productsOf(trade: Trade): DraftOf<'products'>[] {
  const seen = new Map<string, HistoryLine[]>();
  for (const line of trade.lines) {
    if (line.kind !== 'goods' || line.quantity <= 0 || !line.unitMinor) continue;
    const lines = seen.get(line.product);
    if (lines === undefined) seen.set(line.product, [line]);
    else lines.push(line);
  }
  return trade.products.map(({ product, name, category }) => ({
    product,
    currency: trade.currency,
    unit: trade.unit,
    ...(name === undefined ? {} : { name }),
    ...(category === undefined ? {} : { category }),
    ...figuresOf(seen.get(product) ?? []),
  }));
}

function figuresOf(lines: readonly HistoryLine[]): Partial<DraftOf<'products'>> {
  if (lines.length === 0) return {};
  const prices = lines.map(({ unitMinor = 0 }) => unitMinor).sort((a, b) => a - b);
  const quantities = lines.map(({ quantity }) => quantity).sort((a, b) => a - b);
  const [most = 0, next = most] = [quantities.at(-1), quantities.at(-2)];
  const greatest = most > MISTAKE && most > next * 5 ? next : most;
  const low = prices[Math.floor(prices.length / 20)] ?? 0;
  const pack = PACKS.find((units) => shareOfPacks(quantities, units) > OFTEN);
  return {
    listPrice: mostFrequent(prices),
    unitCost: Math.floor(low * 0.6),
    perOrder: Math.ceil((greatest * 1.2) / MILLION),
    ...(pack === undefined ? {} : { perPack: pack }),
  };
}

function shareOfPacks(quantities: readonly number[], units: number): number {
  return quantities.filter((quantity) => quantity % (units * MILLION) === 0).length / quantities.length;
}

/** The least one of the most frequent. */
function mostFrequent(sorted: readonly number[]): number {
  let [best, times, run] = [sorted[0] ?? 0, 0, 0];
  for (const [index, value] of sorted.entries()) {
    run = value === sorted[index - 1] ? run + 1 : 1;
    if (run > times) [best, times] = [value, run];
  }
  return best;
}

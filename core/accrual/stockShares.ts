import { unitFactor } from '../conversion/unitFactor.ts';
import type { Earning } from '../earning/earning.ts';
import { type Line, QUANTITY_KINDS, type QuantityKind } from '../fact/line.ts';
import type { StockCount } from '../fact/stockCount.ts';
import type { Master } from '../master/master.ts';
import { decimalToRational } from '../number/decimal.ts';
import {
  add,
  compare,
  divide,
  isZero,
  lesser,
  multiply,
  type Rational,
  rational,
  subtract,
  sumOf,
  ZERO,
} from '../number/rational.ts';
import { joinKey } from '../text/key.ts';

/** An amount with the lines behind it, each with its exact part in what was paid on. */
export type StockedEarning = {
  readonly earning: Earning;
  readonly lines: readonly { readonly line: Line; readonly payout: Rational }[];
};

/** What of a line went into stock, or else the nearest that it says. */
const STOCKED: readonly QuantityKind[] = ['stocked', 'received', 'invoiced', ...QUANTITY_KINDS];
const ONE = rational(1n);

/**
 * Which share of each amount belongs to goods that are still in stock: by product the part of what was
 * bought that is still there, weighted with what it was paid on. What is in stock was bought last, so
 * it is taken from the latest window first. A count in a unit that does not lead to that of the lines
 * holds all of it back: income is not taken before it is certain.
 * Shape: between 0 and 1, in the order given. Source: IAS 2.11, ASC 705-20; story B.
 */
export function stockShares(
  amounts: readonly StockedEarning[],
  counts: readonly StockCount[],
  master: Master,
): Rational[] {
  const left = new Map<string, Rational>();
  const shares = amounts.map(() => ZERO);
  const latestFirst = amounts
    .map((amount, index) => ({ amount, index }))
    .sort((a, b) => b.amount.earning.window.from - a.amount.earning.window.from || a.index - b.index);
  for (const { amount, index } of latestFirst) shares[index] = shareOf(amount, counts, master, left);
  return shares;
}

function shareOf(
  { earning, lines }: StockedEarning,
  counts: readonly StockCount[],
  master: Master,
  left: Map<string, Rational>,
): Rational {
  const all = sumOf(lines.map(({ payout }) => payout));
  if (all.n <= 0n) return ZERO;
  const held = [...Map.groupBy(lines, ({ line }) => line.product)].map(([product, own]) => {
    const unit = own[0]?.line.unit ?? '';
    const bought = sumOf(own.map(({ line }) => boughtOf(line)));
    const weight = sumOf(own.map(({ payout }) => payout));
    if (bought.n <= 0n || weight.n <= 0n) return ZERO;
    const key = joinKey(earning.term, earning.partner, product);
    const there = left.get(key) ?? stockOf(product, unit, counts, master);
    if (there === undefined) return weight;
    const taken = lesser(bought, there);
    left.set(key, subtract(there, taken));
    return multiply(weight, divide(taken, bought));
  });
  const share = divide(sumOf(held), all);
  return compare(share, ONE) > 0 ? ONE : share;
}

function boughtOf({ quantities }: Line): Rational {
  const kind = STOCKED.find((candidate) => quantities[candidate] !== undefined);
  const quantity = kind === undefined ? undefined : quantities[kind];
  return quantity === undefined ? ZERO : decimalToRational(quantity);
}

/** What is in stock of a product, in a unit; undefined where a count cannot be put into it. */
function stockOf(
  product: string,
  unit: string,
  counts: readonly StockCount[],
  master: Master,
): Rational | undefined {
  let sum = ZERO;
  for (const count of counts) {
    const quantity = decimalToRational(count.quantity);
    if (count.product !== product || isZero(quantity)) continue;
    const found = unitFactor(master.products.get(product), count.unit, unit, undefined);
    if (!('factor' in found)) return undefined;
    sum = add(sum, multiply(quantity, found.factor));
  }
  return sum;
}

import type { SharedCap } from '../agreement/agreement.ts';
import { compare, divide, lesser, multiply, type Rational, subtract, sumOf } from '../number/rational.ts';

export type CappedAmount = { readonly term: string; readonly partner: string; readonly exact: Rational };

/**
 * Cuts amounts that share a cap: pro rata of the positive ones, or in the order given, so that
 * first terms fill the cap first. Negative amounts stay as they are and free room for the others.
 * The caller gives all amounts of one cap and payout window in the order of the agreement's terms,
 * within a term in the order of partners, and a `max` that is not below zero.
 * Units: money, exact. Shape: the result is in the order of the amounts. Source: rulings R7.
 */
export function capShared(
  max: Rational,
  spread: SharedCap['spread'],
  amounts: readonly CappedAmount[],
): CappedAmount[] {
  const total = sumOf(amounts.map(({ exact }) => exact));
  if (compare(total, max) <= 0) return [...amounts];
  const positive = sumOf(amounts.map(({ exact }) => exact).filter(({ n }) => n > 0n));
  const room = subtract(max, subtract(total, positive));
  if (spread === 'proRata') {
    const part = divide(room, positive);
    return amounts.map((entry) =>
      entry.exact.n > 0n ? { ...entry, exact: multiply(entry.exact, part) } : entry,
    );
  }
  let left = room;
  return amounts.map((entry) => {
    if (entry.exact.n <= 0n) return entry;
    const exact = lesser(entry.exact, left);
    left = subtract(left, exact);
    return { ...entry, exact };
  });
}

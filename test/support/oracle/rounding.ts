import type { RoundingMode } from '../../../core/number/round.ts';
import { Fraction } from './fraction.ts';

/** By size first, then by sign: away from zero or not. */
export function rounded({ above, below }: Fraction, mode: RoundingMode): bigint {
  const isBelowZero = above < 0n;
  const size = isBelowZero ? -above : above;
  const [whole, rest] = [size / below, size % below];
  const [half, isNearer] = [rest * 2n === below, rest * 2n > below];
  const goesAway: Record<RoundingMode, boolean> = {
    halfAwayFromZero: isNearer || half,
    halfEven: isNearer || (half && whole % 2n === 1n),
    halfUp: isNearer || (half && !isBelowZero),
    halfDown: isNearer || (half && isBelowZero),
    towardsZero: false,
    awayFromZero: rest > 0n,
    floor: rest > 0n && isBelowZero,
    ceiling: rest > 0n && !isBelowZero,
  };
  const result = whole + (goesAway[mode] ? 1n : 0n);
  return isBelowZero ? -result : result;
}

export function inMinor(currency: string): Fraction {
  const places = { EUR: 2, USD: 2, JPY: 0, KWD: 3 }[currency];
  if (places === undefined) throw new Error(`the cases have no ${currency}`);
  return new Fraction(10n ** BigInt(places));
}

export type Part = { readonly key: string; readonly weight: Fraction };

/**
 * Every weight its part, cut down towards minus infinity; then cent by cent to whoever lost most,
 * the first key first. Undefined where the weights sum to zero. Source: rulings R21.
 */
export function largestRemainder(minor: bigint, parts: readonly Part[]): bigint[] | undefined {
  const sum = Fraction.sum(parts.map(({ weight }) => weight));
  if (sum.isZero) return undefined;
  return asTheyAre(
    minor,
    parts.map(({ key, weight }) => ({ key, weight: new Fraction(minor).times(weight).over(sum) })),
  );
}

/** The same for weights that are cents already, so that none is stretched: amounts above and below zero. */
export function asTheyAre(minor: bigint, parts: readonly Part[]): bigint[] {
  const cents = parts.map(({ weight }) => weight.whole().above);
  let left = minor - cents.reduce((all, one) => all + one, 0n);
  const waiting = parts.map(({ key, weight }, index) => ({ key, index, lost: weight.minus(weight.whole()) }));
  waiting.sort((a, b) => (b.lost.isBelow(a.lost) || (!a.lost.isBelow(b.lost) && a.key < b.key) ? -1 : 1));
  for (const { index } of waiting) {
    if (left === 0n) break;
    cents[index] = (cents[index] as bigint) + 1n;
    left -= 1n;
  }
  return cents;
}

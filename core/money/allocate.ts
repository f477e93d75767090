import { compare, floor, type Rational, rational, subtract } from '../number/rational.ts';
import { compareTexts } from '../text/compareTexts.ts';

/** One place that takes part in an allocation. `weight` is any integer, `key` breaks ties. */
export type Share = { readonly key: string; readonly weight: bigint };

/**
 * Spreads an amount over weights by largest remainder: each exact share A·w/Σw is floored
 * (towards minus infinity), leftover cents go to the largest fractions, ties by ascending key.
 * Units: minor. Shape: the result is in the order of `shares` and sums to `total` exactly;
 * undefined where the weights sum to zero, since then nothing says how to spread.
 * Source: rulings R21.
 */
export function allocate(total: bigint, shares: readonly Share[]): bigint[] | undefined {
  const weight = shares.reduce((sum, share) => sum + share.weight, 0n);
  if (weight === 0n) return undefined;
  const exact = shares.map((share) => rational(total * share.weight, weight));
  const result = exact.map(floor);
  const leftover = total - result.reduce((sum, part) => sum + part, 0n);
  for (const index of largestFractions(exact, shares).slice(0, Number(leftover))) {
    result[index] = (result[index] ?? 0n) + 1n;
  }
  return result;
}

function largestFractions(exact: readonly Rational[], shares: readonly Share[]): number[] {
  const fractions = exact.map((value) => subtract(value, rational(floor(value))));
  return shares
    .map((share, index) => ({ key: share.key, index, fraction: fractions[index] as Rational }))
    .sort((a, b) => compare(b.fraction, a.fraction) || compareTexts(a.key, b.key))
    .map((entry) => entry.index);
}

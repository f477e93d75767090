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
  return dealOut(
    total,
    shares.map(({ key, weight: own }) => ({ key, exact: rational(total * own, weight) })),
  );
}

/** An exact part of a sum of money, in minor units. */
export type Part = { readonly key: string; readonly exact: Rational };

/**
 * Whole cents for exact parts: each is floored (towards minus infinity), leftover cents go to the
 * largest fractions, ties by ascending key. Shape: the caller's parts sum to less than one cent
 * more or less than `total`; the result is in their order and sums to `total`.
 */
export function dealOut(total: bigint, parts: readonly Part[]): bigint[] {
  const result = parts.map(({ exact }) => floor(exact));
  const leftover = total - result.reduce((sum, part) => sum + part, 0n);
  for (const index of largestFractions(parts).slice(0, Number(leftover))) {
    result[index] = (result[index] ?? 0n) + 1n;
  }
  return result;
}

function largestFractions(parts: readonly Part[]): number[] {
  return parts
    .map(({ key, exact }, index) => ({ key, index, fraction: subtract(exact, rational(floor(exact))) }))
    .sort((a, b) => compare(b.fraction, a.fraction) || compareTexts(a.key, b.key))
    .map((entry) => entry.index);
}

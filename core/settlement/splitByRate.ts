import { allocate } from '../money/allocate.ts';

/** How an account is spread over the rates of tax of its lines, by the text of the rate. Units: minor. */
export type ByRate = ReadonlyMap<string, bigint>;

/**
 * What of the next document of an account falls to each rate of tax. The cumulative amount is spread
 * over what the lines at each rate have earned, by largest remainder, and what is documented at the
 * rate comes off: over all documents the rates have exactly what the sum of them has. Where nothing is
 * earned any more, what is documented says how the rest is spread. Undefined: nothing says how.
 * Source: rulings R1 and R21; story E; semantics 5.24.
 */
export function splitByRate(minor: bigint, earned: ByRate, documented: ByRate): ByRate | undefined {
  const before = sumOf(documented);
  const target = spread(before + minor, earned) ?? spread(before + minor, documented);
  if (target === undefined) return undefined;
  const rates = [...new Set([...target.keys(), ...documented.keys()])].sort();
  return new Map(
    rates
      .map((rate) => [rate, (target.get(rate) ?? 0n) - (documented.get(rate) ?? 0n)] as const)
      .filter(([, own]) => own !== 0n),
  );
}

function spread(total: bigint, weights: ByRate): ByRate | undefined {
  if (total === 0n) return new Map();
  const shares = [...weights].map(([key, weight]) => ({ key, weight }));
  const parts = allocate(total, shares);
  return parts && new Map(shares.map(({ key }, index) => [key, parts[index] ?? 0n]));
}

function sumOf(amounts: ByRate): bigint {
  return [...amounts.values()].reduce((sum, minor) => sum + minor, 0n);
}

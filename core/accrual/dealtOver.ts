import type { LineShare } from '../earning/apportion.ts';
import { allocateExact } from '../money/allocateExact.ts';
import { sumOf } from '../number/rational.ts';

/**
 * An amount dealt out over groups of lines, by what the lines take part with in it: what they have
 * earned, will be paid on, or are measured by, as for single lines. Units: minor. Shape: sums to the
 * amount; undefined where no line has a part in it.
 */
export function dealtOver(
  minor: bigint,
  shares: readonly LineShare[],
  groupOf: (share: LineShare) => string,
): ReadonlyMap<string, bigint> | undefined {
  const groups = [...Map.groupBy(shares, groupOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const measure of ['weight', 'payout', 'qualifier'] as const) {
    const weighed = groups.map(([key, own]) => ({ key, weight: sumOf(own.map((share) => share[measure])) }));
    const parts = allocateExact(minor, weighed);
    if (parts !== undefined) return new Map(weighed.map(({ key }, index) => [key, parts[index] ?? 0n]));
  }
  return undefined;
}

import type { LineShare } from '../earning/apportion.ts';
import { calculatedOf, type Earning } from '../earning/earning.ts';
import { type Line, lineKey } from '../fact/line.ts';
import { allocateExact } from '../money/allocateExact.ts';

/** What a line has of an amount. Units: minor of the earning's currency. */
export type LineAmount = { readonly line: Line; readonly minor: bigint };

/**
 * What each line has of an amount that the books take for what the terms give: what it has earned, where that
 * is the amount; else in proportion to what it has earned; where nothing is earned yet, to what will be
 * paid on, or to what the tier is found by. Undefined where no line has a part in it. Shape: in the
 * order of the shares; they sum to the amount. Source: rulings R20, R21.
 */
export function lineAmounts(
  earning: Earning,
  minor: bigint,
  shares: readonly LineShare[],
): LineAmount[] | undefined {
  if (earning.isTakenOver) return undefined;
  const isEarned = minor === calculatedOf(earning).minor;
  return isEarned ? (earned(shares) ?? dealt(minor, shares)) : dealt(minor, shares);
}

function earned(shares: readonly LineShare[]): LineAmount[] | undefined {
  if (shares.length === 0) return undefined;
  const amounts = shares.flatMap(({ line, shareMinor: minor }) =>
    minor === undefined ? [] : [{ line, minor }],
  );
  return amounts.length === shares.length ? amounts : undefined;
}

function dealt(minor: bigint, shares: readonly LineShare[]): LineAmount[] | undefined {
  for (const measure of ['weight', 'payout', 'qualifier'] as const) {
    const weighed = shares.map((share) => ({ key: lineKey(share.line), weight: share[measure] }));
    const parts = allocateExact(minor, weighed);
    if (parts !== undefined) return shares.map(({ line }, index) => ({ line, minor: parts[index] ?? 0n }));
  }
  return undefined;
}

import { compare, multiply, type Rational, rational } from '../number/rational.ts';

/** By how much a claim may differ from what we find and still be granted by itself; both bounds hold. */
export type Tolerance = { readonly minor: bigint; readonly percent: Rational };

/** None: only what is equal, or less than what we find, is granted by itself. */
export const NO_TOLERANCE: Tolerance = { minor: 0n, percent: rational(0n) };

/**
 * Whether what is claimed beyond `found` is within both bounds. Less than was found always is.
 * Units: minor; the percent is of what was found.
 */
export function isTolerated(claimed: bigint, found: bigint, { minor, percent }: Tolerance): boolean {
  const beyond = claimed - found;
  if (beyond <= 0n) return true;
  const bound = multiply(rational(found), multiply(percent, rational(1n, 100n)));
  return beyond <= minor && compare(rational(beyond), bound) <= 0;
}

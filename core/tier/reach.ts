import type { Tier, Tiers } from '../agreement/agreement.ts';
import { decimalToRational } from '../number/decimal.ts';
import { compare, type Rational, subtract } from '../number/rational.ts';

/** Where a measured volume stands in a tier table. `tier` counts from 1; 0 is below the first. */
export type Reached = {
  readonly tier: number;
  readonly row?: Tier;
  /** The next tier and what is missing to its lower bound; absent on the last one. */
  readonly next?: { readonly tier: number; readonly row: Tier; readonly missing: Rational };
};

/**
 * The highest tier whose lower bound the volume meets: `atLeast` with ≥, `moreThan` with >.
 * Units: volume and bounds in the qualifier's unit (for growth, percent of the baseline).
 */
export function reach(tiers: Tiers, volume: Rational): Reached {
  const tier = tiers.rows.filter((row) => isReached(tiers, row, volume)).length;
  const row = tiers.rows[tier - 1];
  const next = tiers.rows[tier];
  return {
    tier,
    ...(row && { row }),
    ...(next && {
      next: { tier: tier + 1, row: next, missing: subtract(decimalToRational(next.from), volume) },
    }),
  };
}

function isReached(tiers: Tiers, row: Tier, volume: Rational): boolean {
  const order = compare(volume, decimalToRational(row.from));
  return tiers.boundary === 'atLeast' ? order >= 0 : order > 0;
}

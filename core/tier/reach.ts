import { compare, type Rational, subtract } from '../number/rational.ts';
import type { Reached } from './formula.ts';
import type { TierRow, TierTable } from './tierTable.ts';

/**
 * The highest tier whose lower bound the volume meets: `atLeast` with ≥, `moreThan` with >.
 * Units: volume and bounds in the table's unit (the qualifier's, or percent for growth and shares).
 * Source: rulings R4.
 */
export function reach(table: TierTable, volume: Rational): Reached {
  const tier = table.rows.filter((row) => isReached(table, row, volume)).length;
  const row = table.rows[tier - 1];
  const next = table.rows[tier];
  return {
    tier,
    ...(row && { row }),
    ...(next && { next: { tier: tier + 1, row: next, missing: subtract(next.from, volume) } }),
  };
}

/** A tier that something other than the table has decided on: no tier is next to it. */
export function tierByPolicy(table: TierTable, tier: number): Reached {
  const row = table.rows[tier - 1];
  return row === undefined ? { tier: 0 } : { tier, row };
}

function isReached({ boundary }: TierTable, { from }: TierRow, volume: Rational): boolean {
  const order = compare(volume, from);
  return boundary === 'atLeast' ? order >= 0 : order > 0;
}

import type { Tier, Tiers } from '../agreement/agreement.ts';
import { decimalToRational } from '../number/decimal.ts';
import {
  add,
  compare,
  lesser,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../number/rational.ts';

/** The part of the volume inside one band, and what it gives. `rate` is a factor, not percent. */
export type Band = {
  readonly row: Tier;
  readonly from: Rational;
  readonly until?: Rational;
  readonly volume: Rational;
  readonly rate: Rational;
  readonly amount: Rational;
};

/**
 * TF2: each band's volume at its own rate, Σ rᵢ·(min(Q, tᵢ₊₁) − tᵢ)⁺.
 * `reachingUnit: newRate` pays the unit that reaches a threshold at the new rate, so a band
 * begins one unit earlier. A negative volume lies in no band and earns nothing, as under the
 * other formulas: the format has no policy yet that would say otherwise (rulings R9).
 * Source: semantics 5.2; rulings R4, R21.
 */
export function marginalBands(tiers: Tiers, volume: Rational): Band[] {
  const bounds = tiers.rows.map((row) => lowerBound(tiers, row));
  const bands: Band[] = [];
  for (const [index, row] of tiers.rows.entries()) {
    const from = bounds[index] as Rational;
    const until = bounds[index + 1];
    const top = until === undefined ? volume : lesser(volume, until);
    if (compare(top, from) <= 0) continue;
    const inside = subtract(top, from);
    const rate = rateFactor(tiers, row);
    const band = { row, from, volume: inside, rate, amount: multiply(inside, rate) };
    bands.push(until === undefined ? band : { ...band, until });
  }
  return bands;
}

export function sumBands(bands: readonly Band[]): Rational {
  return bands.reduce((sum, band) => add(sum, band.amount), ZERO);
}

/** A tier's rate as a factor: percent points / 100, money per unit as it is. */
export function rateFactor(tiers: Tiers, row: Tier): Rational {
  const rate = decimalToRational(row.rate);
  return tiers.pays === 'percent' ? multiply(rate, rational(1n, 100n)) : rate;
}

function lowerBound(tiers: Tiers, row: Tier): Rational {
  const bound = decimalToRational(row.from);
  return tiers.reachingUnit === 'newRate' && bound.n > 0n ? subtract(bound, rational(1n)) : bound;
}

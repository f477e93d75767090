import { type Decimal, decimalToRational } from '../number/decimal.ts';
import { multiply, rational } from '../number/rational.ts';
import { round } from '../number/round.ts';

/** So many percent of an amount, half away from zero. Units: minor. */
export function percentOf(percent: Decimal, minor: bigint): bigint {
  return round(multiply(decimalToRational(percent), rational(minor, 100n)), 'halfAwayFromZero');
}

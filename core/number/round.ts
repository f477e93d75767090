import { floor, multiply, type Rational, rational } from './rational.ts';

/** Every rounding mode says what it does below zero; the agreement names one. */
export const ROUNDING_MODES = [
  'halfAwayFromZero',
  'halfEven',
  'halfUp',
  'halfDown',
  'towardsZero',
  'awayFromZero',
  'floor',
  'ceiling',
] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];

/** The integer nearest to a fraction under a mode. `halfUp` and `halfDown` mean towards ±infinity. */
export function round(value: Rational, mode: RoundingMode): bigint {
  const below = floor(value);
  const rest = value.n - below * value.d;
  if (rest === 0n) return below;
  const twice = 2n * rest;
  const half = twice === value.d;
  const upper = twice > value.d;
  switch (mode) {
    case 'floor':
      return below;
    case 'ceiling':
      return below + 1n;
    case 'towardsZero':
      return below < 0n ? below + 1n : below;
    case 'awayFromZero':
      return below < 0n ? below : below + 1n;
    case 'halfUp':
      return upper || half ? below + 1n : below;
    case 'halfDown':
      return upper ? below + 1n : below;
    case 'halfEven':
      return upper || (half && below % 2n !== 0n) ? below + 1n : below;
    case 'halfAwayFromZero':
      return upper || (half && below >= 0n) ? below + 1n : below;
  }
}

/** Rounds to `decimals` places and gives the integer of that scale (0.125, 2 → 13). */
export function roundAt(value: Rational, decimals: number, mode: RoundingMode): bigint {
  return round(multiply(value, rational(10n ** BigInt(decimals))), mode);
}

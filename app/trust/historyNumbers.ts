import { minorDigits } from '../../core/money/currency.ts';
import { type Decimal, decimalToRational } from '../../core/number/decimal.ts';
import { multiply, type Rational, rational } from '../../core/number/rational.ts';
import { round } from '../../core/number/round.ts';

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** Detectors tell no amounts apart that are larger than any number they can hold. */
export function whole(exact: bigint): number {
  if (exact > LARGEST) return Number.MAX_SAFE_INTEGER;
  return Number(exact < -LARGEST ? -LARGEST : exact);
}

/** Whole millionths: finer than anything is counted. */
export function millionths(quantity: Decimal | Rational): number {
  return scaled(quantity, 1_000_000n);
}

/** Whole minor units: a price of a tenth of a cent is one of none to a detector. */
export function minorNumber(amount: Decimal | Rational, currency: string): number {
  return scaled(amount, 10n ** BigInt(minorDigits(currency) ?? 2));
}

export function basisPoints(percent: Decimal): number {
  return scaled(percent, 100n);
}

function scaled(value: Decimal | Rational, times: bigint): number {
  const exact = 'n' in value ? value : decimalToRational(value);
  return whole(round(multiply(exact, rational(times)), 'halfAwayFromZero'));
}

import { atScale, type Decimal, trimDecimal } from '../number/decimal.ts';
import { minorDigits } from './currency.ts';

/** An amount in major units as minor units; undefined where it has parts smaller than the currency has. */
export function minorOf(amount: Decimal, currency: string): bigint | undefined {
  const digits = minorDigits(currency);
  const trimmed = trimDecimal(amount);
  return digits === undefined || trimmed.scale > digits ? undefined : atScale(trimmed, digits);
}

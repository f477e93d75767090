import { type Decimal, parseDecimal } from '../../core/number/decimal.ts';

/** A numeric of the database, which gives it as text. */
export function decimalOf(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`Fault: the database gave the decimal ${text}`);
  return value;
}

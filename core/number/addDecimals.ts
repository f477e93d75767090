import { atScale, type Decimal } from './decimal.ts';

/** The exact sum of decimals, with the places of the longest. */
export function addDecimals(values: readonly Decimal[]): Decimal {
  const scale = Math.max(0, ...values.map((value) => value.scale));
  return { digits: values.reduce((sum, value) => sum + atScale(value, scale), 0n), scale };
}

import { atScale, type Decimal } from './decimal.ts';

/** The exact sum of decimals, with the places of the longest. */
export function addDecimals(values: readonly Decimal[]): Decimal {
  const scale = values.reduce((longest, value) => Math.max(longest, value.scale), 0);
  return { digits: values.reduce((sum, value) => sum + atScale(value, scale), 0n), scale };
}

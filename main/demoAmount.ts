import { type Decimal, parseDecimal } from '../core/number/decimal.ts';

/** An amount of the demo as its files and texts write it. */
export function demoAmount(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`Fault: ${text} is no number`);
  return value;
}

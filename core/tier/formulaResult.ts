import { sumOf } from '../number/rational.ts';
import type { FormulaResult } from './formula.ts';

/** A result with its sum, and with what is missing in the table's unit unless said otherwise. */
export function formulaResult(parts: Omit<FormulaResult, 'exact'>): FormulaResult {
  const missing = parts.missing ?? parts.reached.next?.missing;
  return {
    ...parts,
    ...(missing && { missing }),
    exact: sumOf(parts.paid.map(({ amount }) => amount)),
  };
}

import type { FormulaInput, FormulaResult } from './formula.ts';
import { formulaResult } from './formulaResult.ts';
import { payRow } from './payRate.ts';
import { tierByPolicy } from './reach.ts';

/** The amount of the one row, whatever was sold, and where nothing was. Source: semantics 5.5. */
export function fixed({ table, qualifier, payouts }: FormulaInput): FormulaResult {
  const reached = tierByPolicy(table, 1);
  const paid = reached.row === undefined ? [] : payRow(reached.row, reached.tier, payouts);
  return formulaResult({ reached, volume: qualifier, paid });
}

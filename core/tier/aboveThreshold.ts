import { bandsOf, insideBand, payBand } from './bands.ts';
import type { FormulaInput, FormulaResult } from './formula.ts';
import { formulaResult } from './formulaResult.ts';
import { payoutOf } from './payRate.ts';
import { reach } from './reach.ts';

/** TF12: only what lies above the one threshold is paid, r·(M − t)⁺. Source: semantics 5.2. */
export function aboveThreshold({ table, qualifier, payouts }: FormulaInput): FormulaResult {
  const [band] = bandsOf(table);
  const paid = band ? payBand(band, (rate) => insideBand(band, payoutOf(rate, payouts))) : [];
  return formulaResult({ reached: reach(table, qualifier), volume: qualifier, paid });
}

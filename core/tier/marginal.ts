import { divide, isZero, multiply } from '../number/rational.ts';
import { bandsOf, insideBand, payBand } from './bands.ts';
import type { FormulaInput, FormulaResult } from './formula.ts';
import { formulaResult } from './formulaResult.ts';
import { payoutOf } from './payRate.ts';
import { reach } from './reach.ts';
import { sequence } from './sequence.ts';

/**
 * TF2: each band of the volume at its own rate, Σ rᵢ·(min(M, tᵢ₊₁) − tᵢ)⁺. Where the payout is not
 * the qualifier, `stepValuation` says how it is divided over the bands of the qualifier.
 * Source: semantics 5.2; rulings R4, R21.
 */
export function marginal(input: FormulaInput): FormulaResult {
  if (input.table.stepValuation === 'sequence') return sequence(input);
  if (input.table.stepValuation === 'average') return average(input);
  const { table, qualifier, payouts } = input;
  const paid = bandsOf(table).flatMap((band) =>
    payBand(band, (payout) => insideBand(band, payoutOf(payout, payouts))),
  );
  return formulaResult({ reached: reach(table, qualifier), volume: qualifier, paid });
}

/**
 * By shares of the whole: a band takes that share of the payout measure that it has of the
 * qualifier. What lies below the first bound is a share, too, and pays nothing. TF10 is the same
 * with rates per unit. Source: semantics 5.2 (TF10, and the average value of all units sold).
 */
export function average({ table, qualifier, payouts }: FormulaInput): FormulaResult {
  const paid = bandsOf(table).flatMap((band) => {
    const inside = insideBand(band, qualifier);
    if (isZero(inside)) return [];
    const share = divide(inside, qualifier);
    return payBand(band, (payout) => multiply(share, payoutOf(payout, payouts)));
  });
  return formulaResult({ reached: reach(table, qualifier), volume: qualifier, paid });
}

import type { Rational } from '../number/rational.ts';
import type { FormulaInput, FormulaResult, Paid } from './formula.ts';
import { formulaResult } from './formulaResult.ts';
import { payoutOf, payRate } from './payRate.ts';
import { reach } from './reach.ts';

/**
 * TF3: the tier reached pays on everything, and each lower one on its own upper threshold,
 * Σ_{i<k} rᵢ·tᵢ₊₁ + r_k·M. Shape: payout and qualifier are one measure.
 * Source: semantics 5.2; rulings R4.
 */
export function rolling(input: FormulaInput): FormulaResult {
  return ofReachedTiers(input, (upper, payout) => upper ?? payout);
}

/** TF4: every tier reached pays on everything, M·Σ_{i≤k} rᵢ. Source: semantics 5.2; rulings R4. */
export function total(input: FormulaInput): FormulaResult {
  return ofReachedTiers(input, (_, payout) => payout);
}

/** Each tier that is reached, on a measure; `upper` is its upper threshold, where a higher one is reached. */
function ofReachedTiers(
  { table, qualifier, payouts }: FormulaInput,
  measureOf: (upper: Rational | undefined, payout: Rational) => Rational,
): FormulaResult {
  const reached = reach(table, qualifier);
  const paid: Paid[] = table.rows.slice(0, reached.tier).flatMap(({ rates }, index) => {
    const tier = index + 1;
    const upper = tier < reached.tier ? table.rows[tier]?.from : undefined;
    return rates.map((rate) => payRate(rate, measureOf(upper, payoutOf(rate, payouts)), tier));
  });
  return formulaResult({ reached, volume: qualifier, paid });
}

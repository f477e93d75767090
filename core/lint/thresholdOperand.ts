import type { Term } from '../agreement/agreement.ts';
import { qualifierOperand } from '../earning/explainEarning.ts';
import type { Operand } from '../explanation/explanation.ts';
import { percent } from '../explanation/operands.ts';
import type { Rational } from '../number/rational.ts';

/** A threshold in the unit in which the formula finds its tiers. */
export function thresholdOperand(term: Term, value: Rational, currency: string): Operand {
  if (isPercentOfBaseline(term)) return percent(value);
  return qualifierOperand(term.qualifier, value, currency);
}

/** Whether thresholds are held against growth in percent. */
export function isPercentOfBaseline({ formula, baseline }: Term): boolean {
  return formula.startsWith('growth') && baseline?.growthAs === 'percent';
}

/** Whether the baseline is summed over earlier lines, not agreed. */
export function hasMeasuredBaseline({ baseline }: Term): boolean {
  if (baseline === undefined) return false;
  return baseline.source === 'sameWindowPreviousYear' || 'averageOfMonths' in baseline.source;
}

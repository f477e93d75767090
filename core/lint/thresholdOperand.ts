import type { Term } from '../agreement/agreement.ts';
import { qualifierOperand } from '../earning/explainEarning.ts';
import type { Operand } from '../explanation/explanation.ts';
import { percent } from '../explanation/operands.ts';
import type { Rational } from '../number/rational.ts';

/** A threshold in the unit in which the formula finds its tiers. */
export function thresholdOperand(term: Term, value: Rational, currency: string): Operand {
  const isGrowth = term.formula.startsWith('growth');
  if (isGrowth && term.baseline?.growthAs === 'percent') return percent(value);
  return qualifierOperand(term.qualifier, value, currency);
}

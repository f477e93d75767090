import type { Step, StepKind } from '../../core/explanation/explanation.ts';
import { add, multiply, type Rational, rational, ZERO } from '../../core/number/rational.ts';
import { fractionOf } from './trade.ts';

/** The steps of which every explanation has exactly one: what the formula gave. */
export const AMOUNT_STEPS: readonly StepKind[] = [
  'wholePercent',
  'wholePerUnit',
  'marginal',
  'marginalAverage',
  'marginalSequence',
  'growthMarginal',
  'aboveThreshold',
  'rolling',
  'total',
  'parts',
  'lumpSum',
  'freeGoods',
  'fixed',
  'paysNothing',
];

/** Works an amount out again from nothing but what its step says: of parts, their sum; else rate × measure. */
export function reworked(step: Step): Rational {
  const parts = step.steps.filter(({ operands }) => 'result' in operands);
  if (parts.length > 0) return parts.map((part) => numberOf(part, 'result')).reduce(add, ZERO);
  if (step.kind === 'paysNothing') return ZERO;
  const measure =
    step.kind === 'freeGoods' ? 'free' : ['volume', 'payout'].find((name) => name in step.operands);
  const factor = step.operands.rate?.kind === 'percent' ? rational(1n, 100n) : rational(1n);
  const times = measure === undefined ? factor : multiply(factor, numberOf(step, measure));
  return multiply(numberOf(step, 'rate'), times);
}

/** The number that an operand stands for; counts, words and windows have none. */
export function numberOf(step: Step | undefined, name: string): Rational {
  const operand = step?.operands[name];
  if (operand === undefined || !('value' in operand)) throw new Error(`${step?.kind} has no ${name}`);
  return fractionOf(String(operand.value));
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Term } from '../../core/agreement/agreement.ts';
import type { Earning } from '../../core/earning/earning.ts';
import type { Step } from '../../core/explanation/explanation.ts';
import { moneyText } from '../../core/money/money.ts';
import { add, divide, multiply, type Rational, rational, ZERO } from '../../core/number/rational.ts';
import { roundAt } from '../../core/number/round.ts';
import { computed, inputsOf } from '../support/caseInputs.ts';
import { fractionOf } from '../support/trade.ts';
import { IS_DEEP, SEED, tradeCases } from '../support/tradeCases.ts';

const RUNS = { numRuns: IS_DEEP ? 5000 : 150, seed: SEED };
const TIME = { timeout: IS_DEEP ? 3_600_000 : 60_000 };
const DIGITS: Record<string, number> = { EUR: 2, JPY: 0, KWD: 3 };
const FORMULA_STEPS = ['wholePercent', 'wholePerUnit', 'marginal', 'lumpSum', 'paysNothing'];

/** The number that an operand stands for; counts, words and windows have none. */
function numberOf(step: Step | undefined, name: string): Rational {
  const operand = step?.operands[name];
  if (operand === undefined || !('value' in operand)) throw new Error(`${step?.kind} has no ${name}`);
  return fractionOf(String(operand.value));
}

/** Works the amount out again, from nothing but what the explanation says. */
function reworked(step: Step): Rational {
  const percent = (value: Rational) => divide(value, rational(100n));
  switch (step.kind) {
    case 'wholePercent':
      return multiply(percent(numberOf(step, 'rate')), numberOf(step, 'payout'));
    case 'wholePerUnit':
      return multiply(numberOf(step, 'rate'), numberOf(step, 'payout'));
    case 'marginalBandPercent':
      return multiply(percent(numberOf(step, 'rate')), numberOf(step, 'volume'));
    case 'marginalBandPerUnit':
      return multiply(numberOf(step, 'rate'), numberOf(step, 'volume'));
    case 'marginal':
      return step.steps.map(reworked).reduce(add, ZERO);
    case 'lumpSum':
      return numberOf(step, 'rate');
    default:
      return ZERO;
  }
}

function everyStep(step: Step): Step[] {
  return [step, ...step.steps.flatMap(everyStep)];
}

function check(earning: Earning, term: Term): void {
  const { explanation, amount, exact } = earning;
  const inner = (...kinds: readonly string[]) => explanation.steps.filter(({ kind }) => kinds.includes(kind));
  const [formula, ...more] = inner(...FORMULA_STEPS);
  expect(more).toEqual([]);
  for (const step of everyStep(formula as Step)) expect(numberOf(step, 'result')).toEqual(reworked(step));
  expect(numberOf(formula, 'result')).toEqual(exact);
  const [rounding] = inner('rounding');
  expect(numberOf(rounding, 'exact')).toEqual(exact);
  const minor = roundAt(numberOf(rounding, 'exact'), DIGITS[amount.currency] as number, term.rounding.mode);
  expect(minor).toBe(amount.minor);
  for (const step of [rounding, explanation]) {
    expect(step?.operands.amount).toEqual({
      kind: 'money',
      value: moneyText(amount),
      currency: amount.currency,
    });
  }
  expect(numberOf(inner('qualifier')[0], 'value')).toEqual(earning.qualifier.value);
  expect(numberOf(inner('payout')[0], 'value')).toEqual(earning.payouts.get('payout')?.value ?? ZERO);
  expect(inner('incomplete').length).toBe(earning.blocked.lines > 0 ? 1 : 0);
}

describe('an explanation', () => {
  it('works out: its parts give the amount, and the amount is the one that was earned', TIME, () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(tradeCases, (trade) => {
        const inputs = inputsOf(trade);
        for (const earning of computed(inputs)) {
          const term = inputs.agreement.terms.find(({ id }) => id === earning.term) as Term;
          check(earning, term);
          for (const { kind } of everyStep(earning.explanation)) seen.add(kind);
        }
      }),
      RUNS,
    );
    expect(seen.size).toBe(20);
  });

  it(
    'says what is missing: with just that much more the next tier is reached, or is not passed yet',
    TIME,
    () => {
      fc.assert(
        fc.property(tradeCases, (trade) => {
          for (const { result, qualifier, baseline, table } of computed(inputsOf(trade))) {
            const { missing, reached, growth } = result;
            if (missing === undefined || reached.next === undefined) continue;
            const volume = add(qualifier.value, missing);
            const compared =
              growth === undefined
                ? volume
                : divide(multiply(volume, rational(100n)), baseline?.value ?? ZERO);
            expect(compared).toEqual(reached.next.row.from);
            expect(missing.n > 0n || (missing.n === 0n && table.boundary === 'moreThan')).toBe(true);
          }
        }),
        RUNS,
      );
    },
  );
});

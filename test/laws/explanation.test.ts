import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Term } from '../../core/agreement/agreement.ts';
import type { Earning } from '../../core/earning/earning.ts';
import type { Step } from '../../core/explanation/explanation.ts';
import { moneyText } from '../../core/money/money.ts';
import { add, divide, multiply, rational, subtract, ZERO } from '../../core/number/rational.ts';
import { roundAt } from '../../core/number/round.ts';
import { computed, inputsOf } from '../support/caseInputs.ts';
import { AMOUNT_STEPS, numberOf, reworked } from '../support/reworked.ts';
import { IS_DEEP, SEED, tradeCases } from '../support/tradeCases.ts';

const RUNS = { numRuns: IS_DEEP ? 5000 : 150, seed: SEED };
const TIME = { timeout: IS_DEEP ? 3_600_000 : 60_000 };
const DIGITS: Record<string, number> = { EUR: 2, JPY: 0, KWD: 3 };

function everyStep(step: Step): Step[] {
  return [step, ...step.steps.flatMap(everyStep)];
}

function check(earning: Earning, term: Term): void {
  const { explanation, amount, exact, result } = earning;
  const inner = (...kinds: readonly string[]) => explanation.steps.filter(({ kind }) => kinds.includes(kind));
  const [formula, ...more] = inner(...AMOUNT_STEPS);
  expect(more).toEqual([]);
  for (const step of everyStep(formula as Step)) expect(numberOf(step, 'result')).toEqual(reworked(step));
  expect(numberOf(formula, 'result')).toEqual(result.exact);
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
  const parts = [...inner('payout', 'payoutPart')].map((step) => numberOf(step, 'value'));
  expect(parts).toEqual([...earning.payouts.values()].map(({ value }) => value));
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
    expect(seen.size).toBeGreaterThanOrEqual(20);
  });

  it(
    'says what is missing: with just that much more the next tier is reached, or is not passed yet',
    TIME,
    () => {
      fc.assert(
        fc.property(tradeCases, (trade) => {
          const inputs = inputsOf(trade);
          for (const { term: id, result, qualifier, table } of computed(inputs)) {
            const term = inputs.agreement.terms.find((one) => one.id === id) as Term;
            const { missing, reached, growth, base } = result;
            if (missing === undefined || reached.next === undefined) continue;
            const volume = add(qualifier.value, missing);
            const isPercent = growth !== undefined && term.baseline?.growthAs === 'percent';
            const compared = isPercent
              ? divide(multiply(volume, rational(100n)), base ?? ZERO)
              : subtract(volume, base ?? ZERO);
            expect(compared).toEqual(reached.next.row.from);
            expect(missing.n > 0n || (missing.n === 0n && table.boundary === 'moreThan')).toBe(true);
          }
        }),
        RUNS,
      );
    },
  );
});

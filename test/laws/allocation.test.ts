import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from '../../core/earning/apportion.ts';
import { allocate, type Share } from '../../core/money/allocate.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import { casesOf } from '../support/agreementCases.ts';
import { computed, inputsOf } from '../support/caseInputs.ts';
import type { CaseTexts } from '../support/caseTexts.ts';
import { MECHANISMS } from '../support/mechanisms.ts';
import { IS_DEEP, SEED, tradeCases } from '../support/tradeCases.ts';

const RUNS = { numRuns: IS_DEEP ? 50_000 : 1000, seed: SEED };
const TIME = { timeout: IS_DEEP ? 3_600_000 : 60_000 };
const CASES: readonly (readonly [string, fc.Arbitrary<CaseTexts>, number])[] = [
  ['plain terms', tradeCases, IS_DEEP ? 5000 : 100],
  ...Object.entries(MECHANISMS).map(([name, shape]) => [name, casesOf(shape), IS_DEEP ? 1000 : 10] as const),
];

function sharesWith(min: bigint): fc.Arbitrary<Share[]> {
  const weights = fc.oneof(
    fc.bigInt({ min, max: 9n }),
    fc.bigInt({ min: min * 10n ** 18n, max: 10n ** 30n }),
  );
  return fc
    .array(weights, { minLength: 1, maxLength: 20 })
    .map((found) => found.map((weight, index) => ({ key: `L${index}`, weight })));
}
const totals = fc.oneof(
  fc.bigInt({ min: -30n, max: 30n }),
  fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
);

function weightOf(shares: readonly Share[]): bigint {
  return shares.reduce((sum, { weight }) => sum + weight, 0n);
}

describe('allocation', () => {
  it('sums to the total exactly, and no share is a whole cent away from its exact one', TIME, () => {
    let spread = 0;
    fc.assert(
      fc.property(totals, sharesWith(-9n), (total, shares) => {
        const weight = weightOf(shares);
        const parts = allocate(total, shares);
        if (weight === 0n) {
          expect(parts).toBeUndefined();
          return;
        }
        spread += 1;
        expect(parts?.reduce((sum, part) => sum + part, 0n)).toBe(total);
        for (const [index, part] of (parts ?? []).entries()) {
          const off = part * weight - total * (shares[index] as Share).weight;
          const size = off < 0n ? -off : off;
          expect(size < (weight < 0n ? -weight : weight)).toBe(true);
        }
      }),
      RUNS,
    );
    expect(spread).toBeGreaterThan(RUNS.numRuns / 2);
  });

  it(
    'keeps the sign of the total and gives nothing to a weight of zero, where no weight is negative',
    TIME,
    () => {
      fc.assert(
        fc.property(totals, sharesWith(0n), (total, shares) => {
          for (const [index, part] of (allocate(total, shares) ?? []).entries()) {
            expect(part === 0n || part < 0n === total < 0n).toBe(true);
            if (shares[index]?.weight === 0n) expect(part).toBe(0n);
          }
        }),
        RUNS,
      );
    },
  );

  it('gives the same to the same key, whatever the order', TIME, () => {
    const random = sharesWith(-9n).chain((shares) =>
      fc.tuple(
        fc.constant(shares),
        fc.shuffledSubarray(shares, { minLength: shares.length, maxLength: shares.length }),
      ),
    );
    fc.assert(
      fc.property(totals, random, (total, [shares, shuffled]) => {
        const byKey = (order: readonly Share[]) => {
          const parts = allocate(total, order);
          return Object.fromEntries(order.map(({ key }, index) => [key, parts?.[index]]));
        };
        expect(byKey(shuffled)).toEqual(byKey(shares));
      }),
      RUNS,
    );
  });

  it.each(CASES)('of every earning to its lines sums to the amount: %s', TIME, (_, cases, numRuns) => {
    let shared = 0;
    fc.assert(
      fc.property(cases, (trade) => {
        const inputs = inputsOf(trade);
        const plan = compilePlan(inputs.agreement, inputs.context.master);
        for (const earning of computed(inputs)) {
          const term = plan.terms.find(({ id }) => id === earning.term) as PlanTerm;
          const shares = apportion(earning, term, inputs.lines, inputs.context);
          if (shares.length === 0 || shares.some(({ shareMinor }) => shareMinor === undefined)) continue;
          expect(shares.reduce((sum, { shareMinor }) => sum + (shareMinor ?? 0n), 0n)).toBe(
            earning.amount.minor,
          );
          shared += 1;
        }
      }),
      { ...RUNS, numRuns },
    );
    expect(shared).toBeGreaterThan(numRuns / 4);
  });

  it('of plain terms reaches every line that was counted', TIME, () => {
    fc.assert(
      fc.property(tradeCases, (trade) => {
        const inputs = inputsOf(trade);
        const plan = compilePlan(inputs.agreement, inputs.context.master);
        for (const earning of computed(inputs)) {
          const term = plan.terms.find(({ id }) => id === earning.term) as PlanTerm;
          const shares = apportion(earning, term, inputs.lines, inputs.context);
          expect(shares.length).toBe(earning.payouts.get('payout')?.lines);
        }
      }),
      { ...RUNS, numRuns: IS_DEEP ? 5000 : 50 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Baseline, FormulaKind, Tier, Tiers } from '../../core/agreement/agreement.ts';
import { FORMULAS } from '../../core/agreement/agreement.ts';
import type { Decimal } from '../../core/number/decimal.ts';
import {
  add,
  compare,
  divide,
  multiply,
  negate,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../../core/number/rational.ts';
import { applyFormula } from '../../core/tier/applyFormula.ts';
import { bandsOf, insideBand } from '../../core/tier/bands.ts';
import type { FormulaInput, FormulaResult } from '../../core/tier/formula.ts';
import { rateFactor, type TierRow, type TierTable, tierTable } from '../../core/tier/tierTable.ts';
import { IS_DEEP, SEED } from '../support/tradeCases.ts';

const RUNS = { numRuns: IS_DEEP ? 50_000 : 1000, seed: SEED };
const TIME = { timeout: IS_DEEP ? 3_600_000 : 60_000 };
const ONE = rational(1n);

function decimal(digits: number, scale: number): Decimal {
  return { digits: BigInt(digits), scale };
}

function tier(from: Decimal, rate: number): Tier {
  return { from, rates: [{ payout: 'payout', pays: 'percent', rate: decimal(rate, 1) }] };
}

/** Rising bounds from zero on, with rates of 0 to 200 percent; rising ones where asked. */
function tables(isRising = false): fc.Arbitrary<TierTable> {
  return fc
    .record({
      boundary: fc.constantFrom('atLeast' as const, 'moreThan' as const),
      bounds: fc.uniqueArray(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 5 }),
      rates: fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 5, maxLength: 5 }),
      factor: fc.constantFrom(ONE, rational(1n, 3n), rational(7n, 30n)),
    })
    .map(({ boundary, bounds, rates, factor }) => {
      const inOrder = isRising ? rates.toSorted((a, b) => a - b) : rates;
      const rows = bounds
        .toSorted((a, b) => a - b)
        .map((from, index) => tier(decimal(from, 1), inOrder[index] as number));
      return tierTable({ boundary, rows } satisfies Tiers, factor);
    });
}

const volumes = fc.integer({ min: -2000, max: 60_000 }).map((digits) => rational(BigInt(digits), 100n));
const positive = fc.integer({ min: 1, max: 60_000 }).map((digits) => rational(BigInt(digits), 100n));
const baseline = fc
  .record({ growthAs: fc.constantFrom('percent' as const, 'difference' as const), value: volumes })
  .map(({ growthAs, value }) => {
    const whenNotPositive = { policy: 'paysNothing' } as const;
    const terms: Baseline = {
      source: 'sameWindowPreviousYear',
      growthAs,
      whenNotPositive,
      likeForLike: 'no',
    };
    return { terms, qualifier: value, payouts: new Map([['payout', value]]) };
  });

function apply(
  formula: FormulaKind,
  table: TierTable,
  qualifier: Rational,
  differs: Partial<FormulaInput> = {},
): FormulaResult {
  return applyFormula({
    formula,
    table,
    qualifier,
    payouts: new Map([['payout', qualifier]]),
    negativeWindow: 'mirror',
    isWindowOver: true,
    ...differs,
  });
}

function amount(...given: Parameters<typeof apply>): Rational {
  return apply(...given).exact;
}

function inOrder(a: Rational, b: Rational): [Rational, Rational] {
  return compare(a, b) <= 0 ? [a, b] : [b, a];
}

function total(values: readonly Rational[]): Rational {
  return values.reduce(add, ZERO);
}

function rateOf({ rates: [rate] }: TierRow): Rational {
  if (rate === undefined) throw new Error('a row without a rate');
  return rateFactor(rate);
}

describe('every formula', () => {
  const everyFormula = fc.constantFrom(...FORMULAS);

  it('is the sum of what it shows, each a rate times what it was paid on', TIME, () => {
    fc.assert(
      fc.property(everyFormula, tables(), volumes, volumes, baseline, (formula, table, q, m, base) => {
        const result = apply(formula, table, q, { payouts: new Map([['payout', m]]), baseline: base });
        for (const { rate, measure, amount } of result.paid) {
          expect(amount).toEqual(multiply(rateFactor(rate), measure));
        }
        expect(result.exact).toEqual(total(result.paid.map(({ amount }) => amount)));
      }),
      RUNS,
    );
  });

  it(
    'is mirrored: what would have been earned is taken back, and nothing by the policy of zero',
    TIME,
    () => {
      fc.assert(
        fc.property(everyFormula, tables(), positive, positive, baseline, (formula, table, q, m, base) => {
          fc.pre(formula !== 'fixed');
          const given = (sign: (value: Rational) => Rational): Partial<FormulaInput> => ({
            payouts: new Map([['payout', sign(m)]]),
            baseline: base,
          });
          const earned = amount(
            formula,
            table,
            q,
            given((value) => value),
          );
          expect(amount(formula, table, negate(q), given(negate))).toEqual(negate(earned));
          const nothing = { ...given(negate), negativeWindow: 'zero' } as const;
          expect(amount(formula, table, negate(q), nothing)).toEqual(ZERO);
        }),
        RUNS,
      );
    },
  );

  it('reaches the next tier, or its bound, with exactly what is missing', TIME, () => {
    fc.assert(
      fc.property(everyFormula, tables(), volumes, baseline, (formula, table, q, base) => {
        const result = apply(formula, table, q, { baseline: base });
        const { next } = result.reached;
        if (next === undefined) return;
        expect(result.missing).toBeDefined();
        const there = add(q, result.missing as Rational);
        const then = apply(formula, table, there, { baseline: base });
        if (table.boundary === 'atLeast') expect(then.reached.tier).toBe(next.tier);
        else if (formula !== 'aboveBase') expect(then.volume).toEqual(next.row.from);
        expect(compare(result.missing as Rational, ZERO)).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  });
});

describe('a marginal amount', () => {
  it('never falls and never jumps, for rates that are not negative', TIME, () => {
    fc.assert(
      fc.property(tables(), volumes, volumes, (table, a, b) => {
        const [less, more] = inOrder(a, b);
        const rise = subtract(amount('marginal', table, more), amount('marginal', table, less));
        const highest = table.rows.map(rateOf).reduce((x, y) => (compare(x, y) > 0 ? x : y));
        expect(compare(rise, ZERO)).toBeGreaterThanOrEqual(0);
        expect(compare(rise, multiply(highest, subtract(more, less)))).toBeLessThanOrEqual(0);
      }),
      RUNS,
    );
  });

  it('lies in bands side by side, which hold all that is above the first bound', TIME, () => {
    fc.assert(
      fc.property(tables(), volumes, (table, volume) => {
        const bands = bandsOf(table);
        const inside = total(bands.map((band) => insideBand(band, volume)));
        const above = subtract(volume, (table.rows[0] as TierRow).from);
        expect(inside).toEqual(compare(above, ZERO) > 0 ? above : ZERO);
        for (const [index, { until }] of bands.entries()) expect(until).toEqual(bands[index + 1]?.from);
      }),
      RUNS,
    );
  });

  it('and a whole volume are the same in a first tier from zero', TIME, () => {
    fc.assert(
      fc.property(tables(), volumes, (table, volume) => {
        const [first, second] = table.rows as [TierRow, TierRow | undefined];
        const fromZero = { ...table, rows: [{ ...first, from: ZERO }, ...table.rows.slice(1)] };
        fc.pre(second === undefined || compare(volume, second.from) < 0);
        fc.pre(second === undefined || compare(negate(volume), second.from) < 0);
        expect(amount('marginal', fromZero, volume)).toEqual(amount('wholeVolume', fromZero, volume));
      }),
      RUNS,
    );
  });

  it(
    'is at most the whole-volume amount where rates rise, and rolling and total are not below that',
    TIME,
    () => {
      fc.assert(
        fc.property(tables(true), positive, (table, volume) => {
          const amounts = (['marginal', 'wholeVolume', 'rolling', 'total'] as const).map((formula) =>
            amount(formula, table, volume),
          );
          for (const [index, earned] of amounts.slice(1).entries()) {
            expect(compare(earned, amounts[index] as Rational)).toBeGreaterThanOrEqual(0);
          }
        }),
        RUNS,
      );
    },
  );

  it(
    'by average is TF10, and what is paid per unit of the qualifier is the same for any payout',
    TIME,
    () => {
      fc.assert(
        fc.property(tables(), positive, positive, (table, volume, payout) => {
          const average = { ...table, stepValuation: 'average' } as const;
          const payouts = new Map([['payout', payout]]);
          const divided = amount('marginal', average, volume, { payouts });
          expect(amount('weightedMarginal', table, volume, { payouts })).toEqual(divided);
          const own = amount('marginal', table, volume);
          expect(divided).toEqual(divide(multiply(own, payout), volume));
        }),
        RUNS,
      );
    },
  );

  it('is the same line after line, in any order, where payout and qualifier are one', TIME, () => {
    fc.assert(
      fc.property(tables(), fc.array(volumes, { maxLength: 8 }), (table, values) => {
        const volume = total(values);
        const sequence = values.map((value, index) => {
          return { key: String(index), qualifier: value, payout: value };
        });
        const inSequence = { ...table, stepValuation: 'sequence' } as const;
        const result = apply('marginal', inSequence, volume, { sequence });
        expect(result.exact).toEqual(amount('marginal', table, volume));
        expect(total([...(result.lineAmounts?.values() ?? [])])).toEqual(result.exact);
      }),
      RUNS,
    );
  });

  it('line after line pays every line once: the parts in bands and below sum to the payout', TIME, () => {
    fc.assert(
      fc.property(tables(), fc.array(fc.tuple(positive, positive), { maxLength: 6 }), (table, lines) => {
        const fromZero = {
          ...table,
          boundary: 'atLeast' as const,
          stepValuation: 'sequence' as const,
          rows: [{ ...(table.rows[0] as TierRow), from: ZERO }, ...table.rows.slice(1)],
        };
        const sequence = lines.map(([qualifier, payout], index) => {
          return { key: String(index), qualifier, payout };
        });
        const payout = total(lines.map(([, value]) => value));
        const volume = total(lines.map(([value]) => value));
        const payouts = new Map([['payout', payout]]);
        const { paid } = apply('marginal', fromZero, volume, { sequence, payouts });
        expect(total(paid.map(({ measure }) => measure))).toEqual(payout);
      }),
      RUNS,
    );
  });
});

describe('above a threshold', () => {
  it('is a marginal table whose first rate is zero', TIME, () => {
    fc.assert(
      fc.property(tables(), volumes, (table, volume) => {
        const only = table.rows.at(-1) as TierRow;
        const nothing = tierTable({ boundary: table.boundary, rows: [tier(decimal(0, 0), 0)] }, ONE).rows;
        fc.pre(only.from.n > 0n);
        const marginal = amount('marginal', { ...table, rows: [...nothing, only] }, volume);
        expect(amount('aboveThreshold', { ...table, rows: [only] }, volume)).toEqual(marginal);
      }),
      RUNS,
    );
  });
});

describe('growth', () => {
  it('in percent and as a difference is the same where the bounds say the same', TIME, () => {
    fc.assert(
      fc.property(tables(), positive, positive, (table, base, volume) => {
        const inUnits = (bound: Rational) => subtract(divide(multiply(bound, base), rational(100n)), base);
        const rows = table.rows.map((row) => ({ ...row, from: inUnits(row.from) }));
        const over = (growthAs: Baseline['growthAs']): Partial<FormulaInput> => ({
          baseline: {
            terms: {
              source: 'sameWindowPreviousYear',
              growthAs,
              whenNotPositive: { policy: 'paysNothing' },
              likeForLike: 'no',
            },
            qualifier: base,
            payouts: new Map([['payout', base]]),
          },
        });
        for (const formula of ['growthWhole', 'growthIncrement', 'growthMarginal'] as const) {
          const percent = apply(formula, table, volume, over('percent'));
          const difference = apply(formula, { ...table, rows }, volume, over('difference'));
          expect(difference.exact).toEqual(percent.exact);
          expect([difference.reached.tier, difference.missing]).toEqual([
            percent.reached.tier,
            percent.missing,
          ]);
        }
      }),
      RUNS,
    );
  });
});

describe('a whole-volume amount', () => {
  it('jumps only at thresholds: between them it grows by the one rate', TIME, () => {
    fc.assert(
      fc.property(tables(), positive, positive, (table, a, b) => {
        const [less, more] = inOrder(a, b);
        const [low, high] = [apply('wholeVolume', table, less), apply('wholeVolume', table, more)];
        expect(high.reached.tier).toBeGreaterThanOrEqual(low.reached.tier);
        const crossed = table.rows.filter(({ from }) => {
          const [overLess, overMore] = [compare(less, from), compare(more, from)];
          return table.boundary === 'atLeast' ? overLess < 0 && overMore >= 0 : overLess <= 0 && overMore > 0;
        });
        expect(high.reached.tier - low.reached.tier).toBe(crossed.length);
        if (crossed.length > 0) return;
        const rate = low.reached.row === undefined ? ZERO : rateOf(low.reached.row);
        expect(subtract(high.exact, low.exact)).toEqual(multiply(rate, subtract(more, less)));
      }),
      RUNS,
    );
  });

  it('never falls where rates rise', TIME, () => {
    fc.assert(
      fc.property(tables(true), volumes, volumes, (table, a, b) => {
        const [less, more] = inOrder(a, b);
        const rise = subtract(amount('wholeVolume', table, more), amount('wholeVolume', table, less));
        expect(compare(rise, ZERO)).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tiers } from '../../core/agreement/agreement.ts';
import { entitle } from '../../core/earning/earn.ts';
import type { Sum } from '../../core/earning/earning.ts';
import { decimalToRational } from '../../core/number/decimal.ts';
import {
  add,
  compare,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../../core/number/rational.ts';
import { marginalBands, rateFactor, sumBands } from '../../core/tier/marginal.ts';
import { reach } from '../../core/tier/reach.ts';
import { agreementOf } from '../support/trade.ts';
import { IS_DEEP, SEED } from '../support/tradeCases.ts';

const RUNS = { numRuns: IS_DEEP ? 50_000 : 1000, seed: SEED };
const TIME = { timeout: IS_DEEP ? 3_600_000 : 60_000 };

const tables = fc
  .record({
    boundary: fc.constantFrom('atLeast', 'moreThan'),
    bounds: fc.uniqueArray(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 5 }),
    rates: fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 5, maxLength: 5 }),
  })
  .map(({ boundary, bounds, rates }) => {
    const sorted = bounds.toSorted((a, b) => a - b);
    const rows = sorted.map((from, index) => ({
      from: `${Math.floor(from / 10)}.${from % 10}`,
      percent: String(rates[index]),
    }));
    return agreementOf({ tiers: { boundary, rows } }).terms[0]?.tiers as Tiers;
  });
const volumes = fc.integer({ min: -2000, max: 60_000 }).map((digits) => rational(BigInt(digits), 100n));

function marginal(tiers: Tiers, volume: Rational): Rational {
  return sumBands(marginalBands(tiers, volume));
}

function whole(tiers: Tiers, volume: Rational): Rational {
  const term = { ...agreementOf(), tiers } as const;
  const sum: Sum = { value: volume, lines: 1 };
  const sums = {
    partner: 'P1',
    window: { from: 0, until: 1 },
    qualifier: sum,
    payout: sum,
    baseline: sum,
    blocked: sum,
  };
  const [only] = term.terms;
  if (only === undefined) throw new Error('no term');
  return entitle({ ...only, tiers }, sums).exact;
}

function inOrder(a: Rational, b: Rational): [Rational, Rational] {
  return compare(a, b) <= 0 ? [a, b] : [b, a];
}

describe('a marginal amount', () => {
  it('never falls and never jumps, for rates that are not negative', TIME, () => {
    fc.assert(
      fc.property(tables, volumes, volumes, (tiers, a, b) => {
        const [less, more] = inOrder(a, b);
        const rise = subtract(marginal(tiers, more), marginal(tiers, less));
        const highest = tiers.rows
          .map((row) => rateFactor(tiers, row))
          .reduce((x, y) => (compare(x, y) > 0 ? x : y));
        expect(compare(rise, ZERO)).toBeGreaterThanOrEqual(0);
        expect(compare(rise, multiply(highest, subtract(more, less)))).toBeLessThanOrEqual(0);
      }),
      RUNS,
    );
  });

  it('is the sum over bands that lie side by side up to the volume', TIME, () => {
    fc.assert(
      fc.property(tables, volumes, (tiers, volume) => {
        const bands = marginalBands(tiers, volume);
        const first = decimalToRational((tiers.rows[0] as Tiers['rows'][number]).from);
        const inside = bands.reduce((sum, band) => add(sum, band.volume), ZERO);
        const above = subtract(volume, first);
        expect(inside).toEqual(compare(above, ZERO) > 0 ? above : ZERO);
        for (const [index, band] of bands.entries()) {
          if (index + 1 < bands.length) expect(band.until).toEqual(bands[index + 1]?.from);
        }
      }),
      RUNS,
    );
  });

  it('and a whole volume are the same under one tier from zero', TIME, () => {
    fc.assert(
      fc.property(volumes, fc.integer({ min: 0, max: 100 }), (volume, percent) => {
        const tiers = agreementOf({
          tiers: { boundary: 'atLeast', rows: [{ from: '0', percent: String(percent) }] },
        }).terms[0]?.tiers;
        expect(marginal(tiers as Tiers, volume)).toEqual(whole(tiers as Tiers, volume));
      }),
      RUNS,
    );
  });
});

describe('a whole-volume amount', () => {
  it('jumps only at thresholds: between them it grows by the one rate', TIME, () => {
    fc.assert(
      fc.property(tables, volumes, volumes, (tiers, a, b) => {
        const [less, more] = inOrder(a, b);
        const [low, high] = [reach(tiers, less), reach(tiers, more)];
        expect(high.tier).toBeGreaterThanOrEqual(low.tier);
        const rise = subtract(whole(tiers, more), whole(tiers, less));
        const crossed = tiers.rows.filter(({ from }) => {
          const bound = decimalToRational(from);
          const [overLess, overMore] = [compare(less, bound), compare(more, bound)];
          return tiers.boundary === 'atLeast' ? overLess < 0 && overMore >= 0 : overLess <= 0 && overMore > 0;
        });
        expect(high.tier - low.tier).toBe(crossed.length);
        if (crossed.length > 0) return;
        const rate = low.row === undefined ? ZERO : rateFactor(tiers, low.row);
        expect(rise).toEqual(multiply(rate, subtract(more, less)));
      }),
      RUNS,
    );
  });
});

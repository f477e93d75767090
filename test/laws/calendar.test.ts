import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, formatDate, parseDate, toYearMonthDay } from '../../core/calendar/localDate.ts';
import { contains, FREQUENCIES, windowsOf, yearBefore } from '../../core/calendar/window.ts';
import { IS_DEEP, SEED } from '../support/tradeCases.ts';

const RUNS = { numRuns: IS_DEEP ? 50_000 : 1000, seed: SEED };
const TIME = { timeout: IS_DEEP ? 3_600_000 : 60_000 };

const days = fc.integer({ min: parseDate('1890-01-01') as number, max: parseDate('2110-01-01') as number });
const validities = fc
  .tuple(days, fc.integer({ min: 1, max: 1500 }))
  .map(([from, length]) => ({ from, until: from + length }));

describe('a day', () => {
  it('is that of another calendar', TIME, () => {
    fc.assert(
      fc.property(days, (day) => {
        const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(formatDate(day)).toBe(text);
        expect(parseDate(text)).toBe(day);
      }),
      RUNS,
    );
  });

  it('belongs to exactly one window of a validity, and to none outside of it', TIME, () => {
    fc.assert(
      fc.property(
        validities,
        fc.constantFrom(...FREQUENCIES),
        fc.integer({ min: -40, max: 1600 }),
        (validity, frequency, offset) => {
          const day = validity.from + offset;
          const holding = windowsOf(frequency, validity).filter((window) => contains(window, day));
          expect(holding.length).toBe(contains(validity, day) ? 1 : 0);
        },
      ),
      RUNS,
    );
  });

  it(
    'is the baseline of at most one window of a frequency, and inner windows leave no gap a year before',
    TIME,
    () => {
      fc.assert(
        fc.property(validities, fc.constantFrom(...FREQUENCIES), (validity, frequency) => {
          const baselines = windowsOf(frequency, validity).map(yearBefore);
          for (const [index, baseline] of baselines.entries()) {
            expect(baseline.from).toBeLessThan(baseline.until);
            const next = baselines[index + 1];
            if (next !== undefined) expect(next.from).toBe(baseline.until);
          }
        }),
        RUNS,
      );
    },
  );
});

describe('months', () => {
  it('later and earlier keep the day, or the last day of the month', TIME, () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const [start, end] = [toYearMonthDay(day), toYearMonthDay(addMonths(day, months))];
        expect(end.year * 12 + end.month).toBe(start.year * 12 + start.month + months);
        if (end.day !== start.day) {
          expect(end.day).toBeLessThan(start.day);
          expect(toYearMonthDay(addMonths(day, months) + 1).day).toBe(1);
        }
      }),
      RUNS,
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar, WeekYear } from '../../core/calendar/calendar.ts';
import { misplacedYear, uncoveredDay, WEEK_PATTERNS } from '../../core/calendar/calendar.ts';
import { monthsBefore, monthsEndingWith, yearBefore } from '../../core/calendar/earlierWindow.ts';
import { addMonths, formatDate, parseDate, toYearMonthDay } from '../../core/calendar/localDate.ts';
import { monthsIn } from '../../core/calendar/monthsIn.ts';
import {
  contains,
  enclosing,
  FREQUENCIES,
  type Frequency,
  nestsIn,
  WINDOWS_IN_YEAR,
  type Window,
  windowsOf,
} from '../../core/calendar/window.ts';
import { add, compare, rational, ZERO } from '../../core/number/rational.ts';
import { IS_DEEP, SEED } from '../support/tradeCases.ts';

const RUNS = { numRuns: IS_DEEP ? 50_000 : 1000, seed: SEED };
const TIME = { timeout: IS_DEEP ? 3_600_000 : 60_000 };

const days = fc.integer({ min: parseDate('1890-01-01') as number, max: parseDate('2110-01-01') as number });
const validities = fc
  .tuple(days, fc.integer({ min: 1, max: 1500 }))
  .map(([from, length]) => ({ from, until: from + length }));
const frequencies = fc.constantFrom(...FREQUENCIES);

/** A validity in one of its calendars; years of weeks start up to a year before it and cover it. */
const calendars = fc
  .tuple(
    validities,
    fc.integer({ min: -3, max: 12 }),
    fc.constantFrom(...WEEK_PATTERNS),
    fc.integer({ min: 0, max: 363 }),
    fc.array(fc.constantFrom<52 | 53>(52, 53), { minLength: 7, maxLength: 7 }),
  )
  .map(([validity, kind, pattern, earlier, lengths]): { validity: Window; calendar: Calendar } => {
    if (kind === 0) return { validity, calendar: 'gregorian' };
    if (kind === -1) return { validity, calendar: 'fromStart' };
    if (kind > 0) return { validity, calendar: { fiscal: { firstMonth: kind } } };
    const years: WeekYear[] = [];
    let firstDay = validity.from - earlier;
    for (const weeks of lengths) {
      years.push({ firstDay, weeks });
      firstDay += 7 * weeks;
    }
    return { validity, calendar: { weeks: { pattern, years } } };
  });

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
        calendars,
        frequencies,
        fc.integer({ min: -40, max: 1600 }),
        ({ validity, calendar }, frequency, offset) => {
          const day = validity.from + offset;
          const holding = windowsOf(calendar, frequency, validity).filter(({ window }) =>
            contains(window, day),
          );
          expect(holding.length).toBe(contains(validity, day) ? 1 : 0);
        },
      ),
      RUNS,
    );
  });
});

/** The windows of a validity, checked two by two and one by one. */
function eachWindow(
  law: (given: { validity: Window; calendar: Calendar; frequency: Frequency }) => void,
): void {
  fc.assert(
    fc.property(calendars, frequencies, (given, frequency) => law({ ...given, frequency })),
    { ...RUNS, numRuns: RUNS.numRuns / 5 },
  );
}

describe('the windows of a validity', () => {
  it('cover it without gap or overlap, each within its whole one, in its place in the year', TIME, () => {
    eachWindow(({ validity, calendar, frequency }) => {
      let day = validity.from;
      for (const { window, whole, ordinal } of windowsOf(calendar, frequency, validity)) {
        expect(window.from).toBe(day);
        expect(window.until).toBeGreaterThan(day);
        expect(whole.from).toBeLessThanOrEqual(window.from);
        expect(whole.until).toBeGreaterThanOrEqual(window.until);
        expect(ordinal).toBeGreaterThanOrEqual(0);
        expect(ordinal).toBeLessThan(WINDOWS_IN_YEAR[frequency]);
        day = window.until;
      }
      expect(day).toBe(validity.until);
    });
  });

  it('lie in one longer window each, as far as they nest', TIME, () => {
    eachWindow(({ validity, calendar, frequency }) => {
      for (const outer of FREQUENCIES.filter((longer) => nestsIn(calendar, frequency, longer))) {
        const longer = windowsOf(calendar, outer, validity);
        for (const { window, whole } of windowsOf(calendar, frequency, validity).slice(-10)) {
          const found = enclosing(calendar, outer, window, validity);
          expect(longer).toContainEqual(found);
          expect(found.window.from).toBeLessThanOrEqual(window.from);
          expect(found.window.until).toBeGreaterThanOrEqual(window.until);
          if (outer === 'term') continue;
          expect(found.whole.from).toBeLessThanOrEqual(whole.from);
          expect(found.whole.until).toBeGreaterThanOrEqual(whole.until);
        }
      }
    });
  });

  it('have baselines that are not empty, and from months on leave no gap and no overlap', TIME, () => {
    eachWindow(({ validity, calendar, frequency }) => {
      const baselines = windowsOf(calendar, frequency, validity).map(({ window }) =>
        yearBefore(calendar, frequency, window, validity.from),
      );
      for (const [index, baseline] of baselines.entries()) {
        expect(baseline.from).toBeLessThan(baseline.until);
        const next = baselines[index + 1];
        if (next === undefined || frequency === 'day' || frequency === 'week') continue;
        expect(next.from).toBe(baseline.until);
      }
    });
  });

  it('have as many months as their parts, and as many before them as are asked for', TIME, () => {
    eachWindow(({ validity, calendar, frequency }) => {
      const { from } = validity;
      const parts = windowsOf(calendar, frequency, validity)
        .map(({ window }) => monthsIn(calendar, window, from))
        .reduce(add, ZERO);
      expect(parts).toEqual(monthsIn(calendar, validity, from));
      for (const { whole } of windowsOf(calendar, 'month', validity)) {
        const three = monthsEndingWith(calendar, 3, whole, from);
        expect(monthsIn(calendar, three, from)).toEqual(rational(3n));
        expect(three.until).toBe(whole.until);
        expect(monthsEndingWith(calendar, 1, whole, from)).toEqual(whole);
        expect(monthsBefore(calendar, 2, whole, from)).toEqual({ from: three.from, until: whole.from });
      }
    });
  });

  it('take a day longer for a day longer, never less months', TIME, () => {
    fc.assert(
      fc.property(calendars, ({ validity: { from, until }, calendar }) => {
        const longer = monthsIn(calendar, { from, until: until + 1 }, from);
        expect(compare(longer, monthsIn(calendar, { from, until }, from))).toBe(1);
      }),
      RUNS,
    );
  });
});

describe('years of weeks', () => {
  it('miss the first day that is in none of them', TIME, () => {
    fc.assert(
      fc.property(calendars, fc.nat(7), ({ validity, calendar }, kept) => {
        if (typeof calendar === 'string' || 'fiscal' in calendar) {
          expect(uncoveredDay(calendar, validity)).toBeUndefined();
          return;
        }
        const years = calendar.weeks.years.slice(0, kept);
        expect(misplacedYear(years)).toBeUndefined();
        let missing: number | undefined;
        for (let day = validity.until - 1; day >= validity.from; day -= 1) {
          const isListed = years.some(({ firstDay, weeks }) => firstDay <= day && day < firstDay + 7 * weeks);
          if (!isListed) missing = day;
        }
        expect(uncoveredDay({ weeks: { pattern: calendar.weeks.pattern, years } }, validity)).toBe(missing);
      }),
      RUNS,
    );
  });
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

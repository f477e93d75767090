import { describe, expect, it } from 'vitest';
import type { Calendar } from './calendar.ts';
import { type LocalDate, parseDate } from './localDate.ts';
import {
  contains,
  enclosing,
  FREQUENCIES,
  type Frequency,
  nestsIn,
  overlap,
  WINDOWS_IN_YEAR,
  type Window,
  windowsOf,
  windowText,
} from './window.ts';

function day(text: string): LocalDate {
  return parseDate(text) as LocalDate;
}

function windowOf(text: string): Window {
  const [firstDay = '', lastDay = ''] = text.split('..');
  return { from: day(firstDay), until: day(lastDay) + 1 };
}

function textsOf(calendar: Calendar, frequency: Frequency, validity: string): string[] {
  return windowsOf(calendar, frequency, windowOf(validity)).map(({ window }) => windowText(window));
}

const APRIL: Calendar = { fiscal: { firstMonth: 4 } };
const RETAIL: Calendar = {
  weeks: {
    pattern: '4-5-4',
    years: [
      { firstDay: day('2023-01-29'), weeks: 53 },
      { firstDay: day('2024-02-04'), weeks: 52 },
    ],
  },
};

describe('the windows of a validity', () => {
  it.each<[Calendar, Frequency, string, string[]]>([
    [
      'gregorian',
      'day',
      '2024-02-28..2024-03-01',
      ['2024-02-28..2024-02-28', '2024-02-29..2024-02-29', '2024-03-01..2024-03-01'],
    ],
    [
      'gregorian',
      'week',
      '2026-01-01..2026-01-12',
      ['2026-01-01..2026-01-04', '2026-01-05..2026-01-11', '2026-01-12..2026-01-12'],
    ],
    [
      'gregorian',
      'month',
      '2026-01-15..2026-03-10',
      ['2026-01-15..2026-01-31', '2026-02-01..2026-02-28', '2026-03-01..2026-03-10'],
    ],
    ['gregorian', 'month', '2024-02-01..2024-02-29', ['2024-02-01..2024-02-29']],
    ['gregorian', 'month', '2026-05-31..2026-05-31', ['2026-05-31..2026-05-31']],
    [
      'gregorian',
      'quarter',
      '2026-02-10..2026-07-01',
      ['2026-02-10..2026-03-31', '2026-04-01..2026-06-30', '2026-07-01..2026-07-01'],
    ],
    [
      'gregorian',
      'halfYear',
      '2025-12-01..2026-12-31',
      ['2025-12-01..2025-12-31', '2026-01-01..2026-06-30', '2026-07-01..2026-12-31'],
    ],
    ['gregorian', 'year', '2025-12-31..2026-01-01', ['2025-12-31..2025-12-31', '2026-01-01..2026-01-01']],
    ['gregorian', 'term', '2025-03-31..2027-05-30', ['2025-03-31..2027-05-30']],
    [APRIL, 'year', '2026-01-01..2027-03-31', ['2026-01-01..2026-03-31', '2026-04-01..2027-03-31']],
    [APRIL, 'halfYear', '2026-04-01..2027-03-31', ['2026-04-01..2026-09-30', '2026-10-01..2027-03-31']],
    [
      { fiscal: { firstMonth: 2 } },
      'quarter',
      '2026-01-31..2026-05-01',
      ['2026-01-31..2026-01-31', '2026-02-01..2026-04-30', '2026-05-01..2026-05-01'],
    ],
    ['fromStart', 'month', '2026-01-03..2026-03-02', ['2026-01-03..2026-02-02', '2026-02-03..2026-03-02']],
    // A day that a month lacks becomes its last one, and is itself again where there is one.
    [
      'fromStart',
      'month',
      '2026-01-31..2026-05-01',
      [
        '2026-01-31..2026-02-27',
        '2026-02-28..2026-03-30',
        '2026-03-31..2026-04-29',
        '2026-04-30..2026-05-01',
      ],
    ],
    ['fromStart', 'month', '2024-01-30..2024-03-29', ['2024-01-30..2024-02-28', '2024-02-29..2024-03-29']],
    ['fromStart', 'quarter', '2025-11-30..2026-05-29', ['2025-11-30..2026-02-27', '2026-02-28..2026-05-29']],
    [
      'fromStart',
      'year',
      '2024-02-29..2028-02-29',
      [
        '2024-02-29..2025-02-27',
        '2025-02-28..2026-02-27',
        '2026-02-28..2027-02-27',
        '2027-02-28..2028-02-28',
        '2028-02-29..2028-02-29',
      ],
    ],
    [
      'fromStart',
      'week',
      '2026-01-01..2026-01-15',
      ['2026-01-01..2026-01-07', '2026-01-08..2026-01-14', '2026-01-15..2026-01-15'],
    ],
    [
      RETAIL,
      'month',
      '2023-01-29..2023-04-29',
      ['2023-01-29..2023-02-25', '2023-02-26..2023-04-01', '2023-04-02..2023-04-29'],
    ],
    // The 53rd week lengthens the last month.
    [RETAIL, 'month', '2023-12-31..2024-02-04', ['2023-12-31..2024-02-03', '2024-02-04..2024-02-04']],
    [RETAIL, 'quarter', '2023-10-29..2024-05-04', ['2023-10-29..2024-02-03', '2024-02-04..2024-05-04']],
    [
      RETAIL,
      'week',
      '2024-01-27..2024-02-05',
      ['2024-01-27..2024-01-27', '2024-01-28..2024-02-03', '2024-02-04..2024-02-05'],
    ],
    [RETAIL, 'year', '2023-01-29..2025-02-01', ['2023-01-29..2024-02-03', '2024-02-04..2025-02-01']],
  ])('%j, %s, %s', (calendar, frequency, validity, expected) => {
    expect(textsOf(calendar, frequency, validity)).toEqual(expected);
  });

  it.each([
    ['4-4-5', [4, 4, 5]],
    ['4-5-4', [4, 5, 4]],
    ['5-4-4', [5, 4, 4]],
  ] as const)('%s deals out the weeks of each quarter', (pattern, weeks) => {
    const years = [{ firstDay: day('2026-02-01'), weeks: 53 as const }];
    const validity = { from: day('2026-02-01'), until: day('2026-02-01') + 371 };
    const lengths = windowsOf({ weeks: { pattern, years } }, 'month', validity).map(
      ({ window }) => (window.until - window.from) / 7,
    );
    expect(lengths).toEqual([...weeks, ...weeks, ...weeks, weeks[0], weeks[1], weeks[2] + 1]);
  });

  it('know what they are without the cut, and their place in the year', () => {
    const slices = windowsOf(APRIL, 'quarter', windowOf('2026-02-10..2026-04-30'));
    expect(slices.map(({ whole, ordinal }) => [windowText(whole), ordinal])).toEqual([
      ['2026-01-01..2026-03-31', 3],
      ['2026-04-01..2026-06-30', 0],
    ]);
  });

  it.each<[Calendar, Frequency, string, number]>([
    ['gregorian', 'day', '2024-12-31', 365],
    ['gregorian', 'month', '2026-12-31', 11],
    ['gregorian', 'halfYear', '2026-07-01', 1],
    ['gregorian', 'year', '2026-07-01', 0],
    ['gregorian', 'term', '2026-07-01', 0],
    // A civil week belongs to the year that most of its days lie in.
    ['gregorian', 'week', '2025-12-31', 0],
    ['gregorian', 'week', '2026-12-31', 52],
    ['gregorian', 'week', '2027-01-03', 52],
    ['gregorian', 'week', '2027-01-04', 0],
    [APRIL, 'month', '2026-03-31', 11],
    [APRIL, 'month', '2026-04-01', 0],
    [APRIL, 'day', '2026-04-01', 0],
    ['fromStart', 'month', '2026-04-01', 0],
    [RETAIL, 'week', '2024-02-03', 52],
    [RETAIL, 'week', '2024-02-04', 0],
    [RETAIL, 'day', '2024-02-03', 370],
    [RETAIL, 'month', '2024-02-03', 11],
  ])('%j: the %s of %s is number %i of its year', (calendar, frequency, firstDay, ordinal) => {
    const validity = { from: day(firstDay), until: day(firstDay) + 1 };
    expect(windowsOf(calendar, frequency, validity).map((slice) => slice.ordinal)).toEqual([ordinal]);
    expect(ordinal).toBeLessThan(WINDOWS_IN_YEAR[frequency]);
  });

  it('are half-open', () => {
    const january = windowOf('2026-01-01..2026-01-31');
    const days = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map(day);
    expect(days.map((date) => contains(january, date))).toEqual([false, true, true, false]);
  });

  it('that share no day overlap in nothing', () => {
    const { from, until } = overlap(windowOf('2026-01-01..2026-01-31'), windowOf('2026-02-01..2026-02-28'));
    expect(until - from).toBe(0);
  });
});

describe('the longer window', () => {
  it.each<[Calendar, Frequency, string, string, string]>([
    ['gregorian', 'year', '2026-02-01..2026-02-28', '2026-01-15..2026-12-31', '2026-01-01..2026-12-31'],
    ['gregorian', 'quarter', '2026-03-01..2026-03-31', '2026-01-15..2026-12-31', '2026-01-01..2026-03-31'],
    ['gregorian', 'term', '2026-03-01..2026-03-31', '2026-01-15..2026-12-31', '2026-01-15..2026-12-31'],
    [APRIL, 'year', '2026-03-01..2026-03-31', '2026-01-15..2026-12-31', '2025-04-01..2026-03-31'],
    ['fromStart', 'year', '2027-01-15..2027-02-14', '2026-01-15..2027-12-31', '2027-01-15..2028-01-14'],
    [RETAIL, 'quarter', '2024-01-28..2024-02-03', '2023-01-29..2024-02-03', '2023-10-29..2024-02-03'],
  ])('%j, %s, of %s', (calendar, frequency, window, validity, whole) => {
    const found = enclosing(calendar, frequency, windowOf(window), windowOf(validity));
    expect(windowText(found.whole)).toBe(whole);
    expect(found.window).toEqual(overlap(windowOf(whole), windowOf(validity)));
  });

  it('holds a week only where years are made of weeks, or where there is but one window', () => {
    const outer = (calendar: Calendar, inner: Frequency) =>
      FREQUENCIES.filter((frequency) => nestsIn(calendar, inner, frequency)).join();
    expect(outer('gregorian', 'week')).toBe('week,term');
    expect(outer('fromStart', 'week')).toBe('week,term');
    expect(outer(APRIL, 'week')).toBe('week,term');
    expect(outer(RETAIL, 'week')).toBe('week,month,quarter,halfYear,year,term');
    expect(outer(APRIL, 'day')).toBe('day,week,month,quarter,halfYear,year,term');
    expect(outer('gregorian', 'quarter')).toBe('quarter,halfYear,year,term');
    expect(outer('gregorian', 'term')).toBe('term');
  });
});

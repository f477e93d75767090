import { describe, expect, it } from 'vitest';
import type { Calendar } from './calendar.ts';
import { monthsBefore, monthsEndingWith, yearBefore } from './earlierWindow.ts';
import { type LocalDate, parseDate } from './localDate.ts';
import { type Frequency, type Window, windowText } from './window.ts';

function day(text: string): LocalDate {
  return parseDate(text) as LocalDate;
}

function windowOf(text: string): Window {
  const [firstDay = '', lastDay = ''] = text.split('..');
  return { from: day(firstDay), until: day(lastDay) + 1 };
}

const RETAIL: Calendar = {
  weeks: {
    pattern: '4-4-5',
    years: [
      { firstDay: day('2022-01-30'), weeks: 52 },
      { firstDay: day('2023-01-29'), weeks: 53 },
      { firstDay: day('2024-02-04'), weeks: 52 },
    ],
  },
};

describe('the same window a year before', () => {
  it.each<[Calendar, Frequency, string, string]>([
    ['gregorian', 'year', '2026-01-01..2026-12-31', '2025-01-01..2025-12-31'],
    // The leap day has no counterpart; whole Februaries are compared with whole ones.
    ['gregorian', 'month', '2024-02-01..2024-02-29', '2023-02-01..2023-02-28'],
    ['gregorian', 'month', '2025-02-01..2025-02-28', '2024-02-01..2024-02-29'],
    // A validity that ends or starts beside the leap day.
    ['gregorian', 'term', '2024-01-01..2024-02-28', '2023-01-01..2023-02-28'],
    ['gregorian', 'term', '2024-02-29..2024-12-31', '2023-02-28..2023-12-31'],
    ['gregorian', 'term', '2024-02-29..2024-02-29', '2023-02-28..2023-02-28'],
    ['gregorian', 'month', '2025-02-10..2025-02-27', '2024-02-10..2024-02-27'],
    ['gregorian', 'month', '2025-03-01..2025-03-31', '2024-03-01..2024-03-31'],
    ['gregorian', 'term', '2024-03-01..2025-02-28', '2023-03-01..2024-02-29'],
    [{ fiscal: { firstMonth: 7 } }, 'year', '2025-07-01..2026-06-30', '2024-07-01..2025-06-30'],
    ['gregorian', 'day', '2024-02-29..2024-02-29', '2023-02-28..2023-02-28'],
    ['gregorian', 'day', '2025-02-28..2025-02-28', '2024-02-28..2024-02-28'],
    ['gregorian', 'day', '2024-01-01..2024-03-31', '2023-01-01..2023-03-31'],
    ['gregorian', 'week', '2026-01-05..2026-01-11', '2025-01-06..2025-01-12'],
    [RETAIL, 'week', '2022-01-30..2022-02-05', '2021-01-31..2021-02-06'],
    [RETAIL, 'week', '2024-02-04..2024-02-10', '2023-01-29..2023-02-04'],
    // The last week of 52 is compared with the 52nd of 53, the 53rd with 52 weeks earlier.
    [RETAIL, 'week', '2025-01-26..2025-02-01', '2024-01-21..2024-01-27'],
    [RETAIL, 'week', '2024-01-28..2024-02-03', '2023-01-29..2023-02-04'],
    [RETAIL, 'day', '2024-02-04..2024-02-04', '2023-01-29..2023-01-29'],
    [RETAIL, 'month', '2024-12-29..2025-02-01', '2023-12-24..2024-02-03'],
    [RETAIL, 'month', '2023-12-24..2024-02-03', '2022-12-25..2023-01-28'],
    [RETAIL, 'year', '2024-02-04..2025-02-01', '2023-01-29..2024-02-03'],
    [RETAIL, 'year', '2023-01-29..2024-02-03', '2022-01-30..2023-01-28'],
    [RETAIL, 'year', '2022-01-30..2023-01-28', '2021-01-31..2022-01-29'],
    [RETAIL, 'quarter', '2024-05-05..2024-08-03', '2023-04-30..2023-07-29'],
    // The rest of a sixth week, where the year before had five.
    [RETAIL, 'term', '2024-01-31..2024-02-03', '2023-01-28..2023-01-28'],
  ])('%j, %s: of %s is %s', (calendar, frequency, window, expected) => {
    const before = yearBefore(calendar, frequency, windowOf(window), windowOf(window).from);
    expect(windowText(before)).toBe(expected);
  });

  it('counts months from the start, with their clamped ends', () => {
    const start = day('2024-01-31');
    const earlier = (text: string) => windowText(yearBefore('fromStart', 'month', windowOf(text), start));
    expect(earlier('2024-01-31..2024-02-28')).toBe('2023-01-31..2023-02-27');
    expect(earlier('2024-02-29..2024-03-30')).toBe('2023-02-28..2023-03-30');
    expect(earlier('2025-02-28..2025-03-30')).toBe('2024-02-29..2024-03-30');
  });
});

describe('months back', () => {
  it.each<[Calendar, number, string, string]>([
    ['gregorian', 3, '2026-03-01..2026-03-31', '2026-01-01..2026-03-31'],
    ['gregorian', 12, '2024-02-01..2024-02-29', '2023-03-01..2024-02-29'],
    ['gregorian', 1, '2026-03-30..2026-03-30', '2026-03-01..2026-03-30'],
    ['gregorian', 1, '2026-02-28..2026-02-28', '2026-02-01..2026-02-28'],
    ['gregorian', 1, '2026-02-27..2026-02-27', '2026-01-28..2026-02-27'],
    // A window that is cut short still has whole months behind it.
    ['gregorian', 3, '2026-03-01..2026-03-10', '2025-12-11..2026-03-10'],
    [RETAIL, 2, '2023-12-24..2024-02-03', '2023-11-26..2024-02-03'],
    [RETAIL, 12, '2022-01-30..2022-02-26', '2021-02-28..2022-02-26'],
    [RETAIL, 1, '2024-02-04..2024-02-10', '2023-12-31..2024-02-10'],
  ])('%j: %i that end with %s are %s', (calendar, count, window, expected) => {
    const found = monthsEndingWith(calendar, count, windowOf(window), windowOf(window).from);
    expect(windowText(found)).toBe(expected);
  });

  it.each<[Calendar, number, string, string]>([
    ['gregorian', 6, '2026-01-01..2026-03-31', '2025-07-01..2025-12-31'],
    ['gregorian', 1, '2024-03-01..2024-03-31', '2024-02-01..2024-02-29'],
    ['gregorian', 3, '2026-01-15..2026-01-31', '2025-10-15..2026-01-14'],
    ['fromStart', 1, '2026-01-31..2026-02-27', '2025-12-31..2026-01-30'],
    [RETAIL, 1, '2024-02-04..2024-03-02', '2023-12-24..2024-02-03'],
  ])('%j: %i before %s are %s', (calendar, count, window, expected) => {
    const found = monthsBefore(calendar, count, windowOf(window), windowOf(window).from);
    expect(windowText(found)).toBe(expected);
  });
});

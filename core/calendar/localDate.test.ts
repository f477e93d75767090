import { describe, expect, it } from 'vitest';
import { dayOf } from '../../test/support/trade.ts';
import {
  addMonths,
  daysInMonth,
  formatDate,
  fromYearMonthDay,
  parseDate,
  toYearMonthDay,
} from './localDate.ts';

describe('a day', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2026-01-01', 20_454],
    ['0001-01-01', -719_162],
    ['9999-12-31', 2_932_896],
  ])('%s is day %i', (text, day) => {
    expect(parseDate(text)).toBe(day);
    expect(formatDate(day)).toBe(text);
  });

  const NONE = [
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
  ];
  NONE.push(
    '0000-01-01',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-01-01\n',
    '',
    '20260101',
  );
  it.each(NONE)('%j does not exist', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  it('is the same in both directions for every day of four centuries and beyond', () => {
    const first = dayOf('1599-12-30');
    let [year, month, day] = [1599, 12, 30];
    for (let date = first; date < first + 150_000; date += 1) {
      if (fromYearMonthDay(year, month, day) !== date) throw new Error(`${year}-${month}-${day}`);
      const back = toYearMonthDay(date);
      if (back.year !== year || back.month !== month || back.day !== day) throw new Error(`day ${date}`);
      day += 1;
      if (day > daysInMonth(year, month)) [month, day] = [month + 1, 1];
      if (month > 12) [year, month] = [year + 1, 1];
    }
    expect(formatDate(first + 150_000)).toBe('2010-09-06');
  });

  it.each([
    [2024, 29],
    [2023, 28],
    [1900, 28],
    [2000, 29],
  ])('February %i has %i days', (year, days) => {
    expect(daysInMonth(year, 2)).toBe(days);
  });
});

describe('months later', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-02-29', -12, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-31', 1, '2026-06-30'],
    ['2026-05-31', 0, '2026-05-31'],
    ['2026-05-31', 1200, '2126-05-31'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(formatDate(addMonths(dayOf(from), months))).toBe(expected);
  });
});

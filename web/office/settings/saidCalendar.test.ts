import { expect, it } from 'vitest';
import { lastDayOf, monthName, saysSame, yearsFrom } from './saidCalendar.ts';

it('years of weeks follow each other without gap, across the turn of clocks and leap days', () => {
  const years = yearsFrom('2024-01-29', [53, 52, 52]);
  expect(years).toEqual([
    { firstDay: '2024-01-29', weeks: 53 },
    { firstDay: '2025-02-03', weeks: 52 },
    { firstDay: '2026-02-02', weeks: 52 },
  ]);
  expect(lastDayOf(years)).toBe('2027-01-31');
});

it('says no day while nobody has', () => {
  expect(yearsFrom('', [52, 53]).map(({ firstDay }) => firstDay)).toEqual(['', '']);
  expect(lastDayOf([])).toBe('');
});

it('names a month in the language of its reader', () => {
  expect([monthName('en', 4), monthName('zh-CN', 4)]).toEqual(['April', '四月']);
});

it.each([
  [{ weeks: { pattern: '4-4-5', years: [{ firstDay: 'a', weeks: 52 }] } }, true],
  [{ weeks: { years: [{ weeks: 52, firstDay: 'a' }], pattern: '4-4-5' } }, true],
  [{ weeks: { pattern: '4-4-5', years: [] } }, false],
  [{ weeks: { pattern: '4-4-5', years: [{ firstDay: 'a', weeks: 53 }] } }, false],
  ['gregorian', false],
])('%j', (other, isSame) => {
  expect(saysSame({ weeks: { pattern: '4-4-5', years: [{ firstDay: 'a', weeks: 52 }] } }, other)).toBe(
    isSame,
  );
});

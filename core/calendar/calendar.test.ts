import { describe, expect, it } from 'vitest';
import { misplacedYear, uncoveredDay, type WeekYear } from './calendar.ts';
import { formatDate, type LocalDate, parseDate } from './localDate.ts';

function day(text: string): LocalDate {
  return parseDate(text) as LocalDate;
}

const TWO: readonly WeekYear[] = [
  { firstDay: day('2023-01-29'), weeks: 53 },
  { firstDay: day('2024-02-04'), weeks: 52 },
];

describe('years of weeks', () => {
  it.each([
    ['2023-01-29', '2025-02-01', undefined],
    ['2024-02-03', '2024-02-04', undefined],
    ['2023-01-28', '2024-12-31', '2023-01-28'],
    ['2023-01-29', '2025-02-02', '2025-02-02'],
    ['2025-02-02', '2025-12-31', '2025-02-02'],
  ])('from %s to %s miss %s', (firstDay, lastDay, expected) => {
    const validity = { from: day(firstDay), until: day(lastDay) + 1 };
    const found = uncoveredDay({ weeks: { pattern: '4-4-5', years: TWO } }, validity);
    expect(found === undefined ? undefined : formatDate(found)).toBe(expected);
  });

  it('are missing as a whole where none is listed', () => {
    const validity = { from: day('2026-01-01'), until: day('2026-02-01') };
    expect(uncoveredDay({ weeks: { pattern: '4-4-5', years: [] } }, validity)).toBe(validity.from);
    expect(uncoveredDay('gregorian', validity)).toBeUndefined();
    expect(uncoveredDay({ fiscal: { firstMonth: 4 } }, validity)).toBeUndefined();
  });

  it.each([
    ['2024-02-04', undefined],
    ['2024-02-03', 1],
    ['2024-02-05', 1],
    ['2022-01-30', 1],
  ])('of which the second starts on %s', (firstDay, expected) => {
    const years = [
      { firstDay: day('2023-01-29'), weeks: 53 as const },
      { firstDay: day(firstDay), weeks: 52 as const },
    ];
    expect(misplacedYear(years)).toBe(expected);
  });

  it('may be one or none', () => {
    expect(misplacedYear([])).toBeUndefined();
    expect(misplacedYear(TWO.slice(0, 1))).toBeUndefined();
  });
});

import { expect, it } from 'vitest';
import { rational } from '../number/rational.ts';
import type { Calendar } from './calendar.ts';
import { type LocalDate, parseDate } from './localDate.ts';
import { monthsIn } from './monthsIn.ts';

function day(text: string): LocalDate {
  return parseDate(text) as LocalDate;
}

const RETAIL: Calendar = {
  weeks: { pattern: '4-4-5', years: [{ firstDay: day('2026-02-01'), weeks: 53 }] },
};

it.each<[Calendar, string, string, bigint, bigint]>([
  ['gregorian', '2026-01-01', '2026-03-31', 3n, 1n],
  ['gregorian', '2026-02-15', '2026-03-31', 3n, 2n],
  ['gregorian', '2024-02-29', '2024-02-29', 1n, 29n],
  ['gregorian', '2026-02-28', '2026-02-28', 1n, 28n],
  ['gregorian', '2026-01-31', '2026-03-01', 33n, 31n],
  ['fromStart', '2026-01-31', '2026-02-27', 1n, 1n],
  ['fromStart', '2026-01-15', '2026-04-14', 3n, 1n],
  [{ fiscal: { firstMonth: 4 } }, '2026-04-01', '2027-03-31', 12n, 1n],
  [RETAIL, '2026-02-01', '2026-02-14', 1n, 2n],
  [RETAIL, '2027-01-31', '2027-02-06', 1n, 6n],
])('%j: from %s to %s there are %i/%i months', (calendar, firstDay, lastDay, n, d) => {
  const window = { from: day(firstDay), until: day(lastDay) + 1 };
  expect(monthsIn(calendar, window, window.from)).toEqual(rational(n, d));
});

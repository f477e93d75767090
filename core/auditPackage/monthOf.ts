import { daysInMonth, type LocalDate, parseDate, toYearMonthDay } from '../calendar/localDate.ts';

/** The first and the last day of "2026-01"; undefined where there is no such month. */
export function monthOf(text: string): { readonly first: LocalDate; readonly last: LocalDate } | undefined {
  const first = parseDate(`${text}-01`);
  if (first === undefined) return undefined;
  const { year, month } = toYearMonthDay(first);
  return { first, last: first + daysInMonth(year, month) - 1 };
}

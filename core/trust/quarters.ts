import { fromYearMonthDay, type LocalDate, toYearMonthDay } from '../calendar/localDate.ts';

/** Quarters of the civil calendar, numbered through the years. */
export function quarterOf(day: LocalDate): number {
  const { year, month } = toYearMonthDay(day);
  return year * 4 + Math.floor((month - 1) / 3);
}

/** The first day of a quarter. */
export function quarterStart(quarter: number): LocalDate {
  const year = Math.floor(quarter / 4);
  return fromYearMonthDay(year, (quarter - year * 4) * 3 + 1, 1);
}

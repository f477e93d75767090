import { addMonths, fromYearMonthDay, type LocalDate, toYearMonthDay } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';

/** The month that a day lies in. */
export function monthOf(day: LocalDate): Window {
  const { year, month } = toYearMonthDay(day);
  const from = fromYearMonthDay(year, month, 1);
  return { from, until: addMonths(from, 1) };
}

import type { Calendar } from './calendar.ts';
import { addMonths, type LocalDate } from './localDate.ts';
import { boundBefore, type Months, monthsOf, yearStart } from './months.ts';
import type { Frequency, Window } from './window.ts';

/**
 * The same window of the year before; what growth is compared with. `frequency` is that of the
 * windows that are paid, `start` the first day of the validity.
 *
 * - Months and longer: twelve months of the calendar earlier, so whole months are compared with
 *   whole ones: a last day of February stays the last one, 29 February as a first day becomes the
 *   28th, and a last month of six weeks (years of 53) is compared with one of five.
 * - Days: the same day, 29 February with the 28th.
 * - Weeks: 52 weeks earlier.
 * - Days and weeks of years made of weeks: the same one, counted from the start of the year; a
 *   53rd week whose year before has 52 is compared with 52 weeks earlier. A year before the first
 *   listed one has 52 weeks.
 */
export function yearBefore(
  calendar: Calendar,
  frequency: Frequency,
  window: Window,
  start: LocalDate,
): Window {
  const months = monthsOf(calendar, start);
  if (frequency === 'day' || frequency === 'week') {
    const before = (day: LocalDate) => dayBefore(calendar, months, frequency, day);
    return { from: before(window.from), until: before(window.until - 1) + 1 };
  }
  const monthAfter = months.startOf(months.monthOf(window.from) - 11);
  return {
    from: Math.min(boundBefore(months, window.from, 12), monthAfter - 1),
    until: boundBefore(months, window.until, 12),
  };
}

/**
 * The n months that end with a window: of March, the quarter; of a window that ends with 30 March,
 * one month back, 1 to 30 March.
 */
export function monthsEndingWith(
  calendar: Calendar,
  count: number,
  window: Window,
  start: LocalDate,
): Window {
  return { from: boundBefore(monthsOf(calendar, start), window.until, count), until: window.until };
}

/** The n months that end where a window starts. */
export function monthsBefore(calendar: Calendar, count: number, window: Window, start: LocalDate): Window {
  return { from: boundBefore(monthsOf(calendar, start), window.from, count), until: window.from };
}

function dayBefore(calendar: Calendar, months: Months, frequency: 'day' | 'week', day: LocalDate): LocalDate {
  if (typeof calendar === 'string' || 'fiscal' in calendar) {
    return frequency === 'week' ? day - 364 : addMonths(day, -12);
  }
  const year = yearStart(months, day);
  const same = day - year + yearStart(months, year - 1);
  return same < year ? same : day - 364;
}

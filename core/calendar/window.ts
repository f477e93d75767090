import { addMonths, formatDate, fromYearMonthDay, type LocalDate, toYearMonthDay } from './localDate.ts';

/** A slice of the calendar, half-open: `from` belongs to it, `until` does not. */
export type Window = { readonly from: LocalDate; readonly until: LocalDate };

/** How a validity is sliced. `term` is the whole validity as one window. */
export const FREQUENCIES = ['month', 'quarter', 'halfYear', 'year', 'term'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

const MONTHS: Record<Exclude<Frequency, 'term'>, number> = { month: 1, quarter: 3, halfYear: 6, year: 12 };

/**
 * The calendar windows that cover a validity, in order, without gap or overlap.
 * The first and the last are cut to the validity (`threshold: full` keeps their thresholds whole).
 */
export function windowsOf(frequency: Frequency, validity: Window): Window[] {
  if (frequency === 'term') return [validity];
  const months = MONTHS[frequency];
  const windows: Window[] = [];
  let from = calendarStart(validity.from, months);
  while (from < validity.until) {
    const until = addMonths(from, months);
    windows.push({ from: Math.max(from, validity.from), until: Math.min(until, validity.until) });
    from = until;
  }
  return windows;
}

/**
 * The same window a year earlier, by its first and its last day: 29 February becomes the 28th,
 * and a last day of February stays the last one. The bound alone would not do: of a window that
 * ends with 28 February 2024, `until` is the 29th, and a year before it the 28th would be lost.
 */
export function yearBefore(window: Window): Window {
  const untilOfLastDay = addMonths(window.until - 1, -12) + 1;
  return {
    from: addMonths(window.from, -12),
    until: Math.max(addMonths(window.until, -12), untilOfLastDay),
  };
}

export function contains(window: Window, date: LocalDate): boolean {
  return window.from <= date && date < window.until;
}

/** "2026-01-01..2026-12-31": both days belong to it, as a person would write it. */
export function windowText(window: Window): string {
  return `${formatDate(window.from)}..${formatDate(window.until - 1)}`;
}

function calendarStart(date: LocalDate, months: number): LocalDate {
  const { year, month } = toYearMonthDay(date);
  return fromYearMonthDay(year, month - ((month - 1) % months), 1);
}

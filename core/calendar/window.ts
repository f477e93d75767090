import type { Calendar } from './calendar.ts';
import { formatDate, type LocalDate } from './localDate.ts';
import { type Months, monthsOf, yearStart } from './months.ts';

/** A slice of the calendar, half-open: `from` belongs to it, `until` does not. */
export type Window = { readonly from: LocalDate; readonly until: LocalDate };

/** How a validity is sliced. `term` is the whole validity as one window. */
export const FREQUENCIES = ['day', 'week', 'month', 'quarter', 'halfYear', 'year', 'term'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/**
 * One window of a validity. `whole` is what it would be if the validity did not cut it, `ordinal`
 * its place in its year, from 0: January is month 0 of a civil year, May month 1 of a fiscal year
 * from April on.
 */
export type Slice = { readonly window: Window; readonly whole: Window; readonly ordinal: number };

/** How many windows of a frequency the longest year of any calendar has. */
export const WINDOWS_IN_YEAR: Readonly<Record<Frequency, number>> = {
  day: 371,
  week: 53,
  month: 12,
  quarter: 4,
  halfYear: 2,
  year: 1,
  term: 1,
};

const MONTHS = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const;

/**
 * The windows that cover a validity, in order, without gap or overlap. The first and the last are
 * cut to the validity. Source: rulings R3.
 */
export function windowsOf(calendar: Calendar, frequency: Frequency, validity: Window): Slice[] {
  const wholeAt = wholesOf(calendar, frequency, validity);
  const slices: Slice[] = [];
  for (let day = validity.from; day < validity.until; ) {
    const { whole, ordinal } = wholeAt(day);
    slices.push({ window: overlap(whole, validity), whole, ordinal });
    day = whole.until;
  }
  return slices;
}

/**
 * The window of a frequency that another window lies in, cut to the validity: the quarter of a
 * month. Of windows that do not nest (`nestsIn`) it is the one that the last day lies in.
 */
export function enclosing(calendar: Calendar, frequency: Frequency, window: Window, validity: Window): Slice {
  const { whole, ordinal } = wholesOf(calendar, frequency, validity)(window.until - 1);
  return { window: overlap(whole, validity), whole, ordinal };
}

/** Whether each window of `inner` lies in one window of `outer`. Weeks lie in years only where years are made of weeks. */
export function nestsIn(calendar: Calendar, inner: Frequency, outer: Frequency): boolean {
  const crossesMonths = inner === 'week' && (typeof calendar === 'string' || 'fiscal' in calendar);
  if (crossesMonths) return outer === 'week' || outer === 'term';
  return FREQUENCIES.indexOf(inner) <= FREQUENCIES.indexOf(outer);
}

/** The days that two windows share; empty (`until` not after `from`) where they do not meet. */
export function overlap(a: Window, b: Window): Window {
  return { from: Math.max(a.from, b.from), until: Math.min(a.until, b.until) };
}

export function contains(window: Window, date: LocalDate): boolean {
  return window.from <= date && date < window.until;
}

/** "2026-01-01..2026-12-31": both days belong to it, as a person would write it. */
export function windowText(window: Window): string {
  return `${formatDate(window.from)}..${formatDate(window.until - 1)}`;
}

type Whole = Pick<Slice, 'whole' | 'ordinal'>;

/** The uncut window that a day lies in. */
function wholesOf(calendar: Calendar, frequency: Frequency, validity: Window): (day: LocalDate) => Whole {
  const months = monthsOf(calendar, validity.from);
  if (frequency === 'term') return () => ({ whole: validity, ordinal: 0 });
  if (frequency === 'day')
    return (day) => ({ whole: { from: day, until: day + 1 }, ordinal: day - yearStart(months, day) });
  if (frequency === 'week') return (day) => weekAt(months, anchorOfWeeks(calendar, validity), day);
  return (day) => monthsAt(months, MONTHS[frequency], day);
}

function monthsAt(months: Months, length: number, day: LocalDate): Whole {
  const run = Math.floor(months.monthOf(day) / length);
  const whole = { from: months.startOf(run * length), until: months.startOf((run + 1) * length) };
  return { whole, ordinal: run - (12 / length) * Math.floor((run * length) / 12) };
}

/** A week is counted in the year that most of its days lie in, as in ISO 8601. */
function weekAt(months: Months, anchor: LocalDate, day: LocalDate): Whole {
  const from = anchor + 7 * Math.floor((day - anchor) / 7);
  const fourth = from + 3;
  return { whole: { from, until: from + 7 }, ordinal: Math.floor((fourth - yearStart(months, fourth)) / 7) };
}

/** 29 December 1969. */
const A_MONDAY = -3;

/** A first day of a week: a Monday, the weekday of the start, or that of the years made of weeks. */
function anchorOfWeeks(calendar: Calendar, validity: Window): LocalDate {
  if (calendar === 'fromStart') return validity.from;
  if (typeof calendar === 'string' || 'fiscal' in calendar) return A_MONDAY;
  return calendar.weeks.years[0]?.firstDay ?? A_MONDAY;
}

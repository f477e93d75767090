import type { LocalDate } from './localDate.ts';

/**
 * What a year of an agreement is, and so its months, quarters and halves.
 *
 * - `gregorian`: the civil year, from 1 January.
 * - `fromStart`: counted in months from the first day of the validity.
 * - `fiscal`: civil months, with a year that starts on the first day of `firstMonth` (1 to 12).
 * - `weeks`: years of whole weeks, listed one by one. A quarter has thirteen weeks, dealt out to
 *   its months by the pattern; the 53rd week of a long year lengthens its last month.
 */
export type Calendar =
  | 'gregorian'
  | 'fromStart'
  | { readonly fiscal: { readonly firstMonth: number } }
  | { readonly weeks: WeekCalendar };

/** How the thirteen weeks of a quarter are dealt out to its three months. */
export const WEEK_PATTERNS = ['4-4-5', '4-5-4', '5-4-4'] as const;
export type WeekPattern = (typeof WEEK_PATTERNS)[number];

/** A year of whole weeks; it starts on any day of the week. */
export type WeekYear = { readonly firstDay: LocalDate; readonly weeks: 52 | 53 };

/** The years follow each other without gap or overlap, in order. */
export type WeekCalendar = { readonly pattern: WeekPattern; readonly years: readonly WeekYear[] };

/**
 * The first day of a validity that no listed year covers; undefined where all are covered, and for
 * calendars that need no list. Such an agreement is refused: nobody has said what its year is.
 * Shape: `validity` is half-open.
 */
export function uncoveredDay(
  calendar: Calendar,
  validity: { readonly from: LocalDate; readonly until: LocalDate },
): LocalDate | undefined {
  if (typeof calendar === 'string' || 'fiscal' in calendar) return undefined;
  let day = validity.from;
  for (const year of calendar.weeks.years) {
    if (year.firstDay <= day) day = Math.max(day, endOf(year));
  }
  return day < validity.until ? day : undefined;
}

/** The position of the first listed year that does not start where the one before it ends. */
export function misplacedYear(years: readonly WeekYear[]): number | undefined {
  const found = years.findIndex(({ firstDay }, index) => {
    const before = years[index - 1];
    return before !== undefined && endOf(before) !== firstDay;
  });
  return found === -1 ? undefined : found;
}

function endOf({ firstDay, weeks }: WeekYear): LocalDate {
  return firstDay + 7 * weeks;
}

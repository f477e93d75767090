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

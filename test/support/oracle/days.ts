import type { Calendar } from '../../../core/calendar/calendar.ts';
import type { Frequency } from '../../../core/calendar/window.ts';
import { Fraction } from './fraction.ts';

/** Both days belong to it; there is none where the last is before the first. */
export type Days = { readonly first: number; readonly last: number };

/** What a calendar counts from. */
export type Times = { readonly calendar: Calendar; readonly validity: Days };

const MILLISECONDS = 86_400_000;

function civil(day: number): { year: number; month: number; day: number } {
  const [year, month, date] = new Date(day * MILLISECONDS).toISOString().slice(0, 10).split('-').map(Number);
  return { year: year as number, month: month as number, day: date as number };
}

function dayOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / MILLISECONDS;
}

export function dayText(day: number): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

/** The same day of the month, or the month's last one. */
function monthsLater(day: number, months: number): number {
  const { year, month, day: date } = civil(day);
  const lastOfMonth = civil(dayOf(year, month + months + 1, 0));
  return dayOf(lastOfMonth.year, lastOfMonth.month, Math.min(date, lastOfMonth.day));
}

export function isIn(day: number, { first, last }: Days): boolean {
  return first <= day && day <= last;
}

export function shared(a: Days, b: Days): Days {
  return { first: Math.max(a.first, b.first), last: Math.min(a.last, b.last) };
}

export function length({ first, last }: Days): Fraction {
  return new Fraction(BigInt(last - first + 1));
}

/** A number for the month of a day; twelve of them, from a multiple of twelve on, are a year. */
export function monthOf({ calendar, validity }: Times, day: number): number {
  const { year, month } = civil(day);
  if (calendar === 'gregorian') return 12 * year + month - 1;
  if (calendar === 'fromStart') {
    const start = civil(validity.first);
    let count = 12 * (year - start.year) + month - start.month + 1;
    while (monthsLater(validity.first, count) > day) count -= 1;
    return count;
  }
  if ('fiscal' in calendar) return 12 * year + month - calendar.fiscal.firstMonth;
  return monthOfWeeks(calendar.weeks, day);
}

/** Walks from month to month; years that are not listed have 52 weeks. */
function monthOfWeeks({ pattern, years }: Extract<Calendar, { weeks: unknown }>['weeks'], day: number) {
  const weeksOf = (month: number) => {
    const year = years[Math.floor(month / 12)];
    const inQuarter = ((month % 3) + 3) % 3;
    const isLong = year?.weeks === 53 && month % 12 === 11;
    return Number(pattern.split('-')[inQuarter]) + (isLong ? 1 : 0);
  };
  let month = 0;
  let first = (years[0] as { firstDay: number }).firstDay;
  while (day < first) {
    month -= 1;
    first -= 7 * weeksOf(month);
  }
  while (day >= first + 7 * weeksOf(month)) {
    first += 7 * weeksOf(month);
    month += 1;
  }
  return month;
}

const MONTHS = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const;
const A_MONDAY = Date.UTC(2024, 0, 1) / MILLISECONDS;

/** A number that is the same for all days of one period. */
function periodOf(times: Times, frequency: Frequency, day: number): number {
  if (frequency === 'term') return 0;
  if (frequency === 'day') return day;
  if (frequency === 'week') return Math.floor((day - firstDayOfSomeWeek(times)) / 7);
  return Math.floor(monthOf(times, day) / MONTHS[frequency]);
}

function firstDayOfSomeWeek({ calendar, validity }: Times): number {
  if (calendar === 'fromStart') return validity.first;
  if (typeof calendar === 'object' && 'weeks' in calendar) return calendar.weeks.years[0]?.firstDay ?? 0;
  return A_MONDAY;
}

/** The whole period that a day lies in: walks to both sides until the period changes. */
export function periodAround(times: Times, frequency: Frequency, day: number): Days {
  if (frequency === 'term') return times.validity;
  const period = periodOf(times, frequency, day);
  let [first, last] = [day, day];
  while (periodOf(times, frequency, first - 1) === period) first -= 1;
  while (periodOf(times, frequency, last + 1) === period) last += 1;
  return { first, last };
}

/** Which period of its year it is, from 0; of months and longer ones. */
export function placeInYear(times: Times, frequency: Frequency, day: number): number {
  if (frequency === 'term' || frequency === 'day' || frequency === 'week') return 0;
  const month = monthOf(times, day);
  const inYear = month - 12 * Math.floor(month / 12);
  return Math.floor(inYear / MONTHS[frequency]);
}

/** Months, each day being its part of its own month. */
export function monthsOf(times: Times, days: Days): Fraction {
  const parts: Fraction[] = [];
  for (let day = days.first; day <= days.last; day += 1) {
    const month = periodAround(times, 'month', day);
    const last = Math.min(month.last, days.last);
    parts.push(length({ first: day, last }).over(length(month)));
    day = last;
  }
  return Fraction.sum(parts);
}

function monthNumbered(times: Times, month: number, near: number): Days {
  let day = near;
  while (monthOf(times, day) > month) day = periodAround(times, 'month', day).first - 1;
  while (monthOf(times, day) < month) day = periodAround(times, 'month', day).last + 1;
  return periodAround(times, 'month', day);
}

/** The same place in the month so many months before, at most its end. */
function firstDayBefore(times: Times, day: number, months: number): number {
  const own = periodAround(times, 'month', day);
  const earlier = monthNumbered(times, monthOf(times, day) - months, day - 28 * months);
  return Math.min(earlier.first + day - own.first, earlier.last + 1);
}

/** The n months that end on a day. */
export function monthsUpTo(times: Times, months: number, last: number): Days {
  return { first: firstDayBefore(times, last + 1, months), last };
}

/** The same days a year earlier: whole months stay whole months. */
export function yearBefore(times: Times, frequency: Frequency, days: Days): Days {
  if (frequency === 'day') return { first: monthsLater(days.first, -12), last: monthsLater(days.last, -12) };
  if (frequency === 'week') return { first: days.first - 364, last: days.last - 364 };
  const month = monthNumbered(times, monthOf(times, days.first) - 12, days.first - 360);
  return {
    first: Math.min(firstDayBefore(times, days.first, 12), month.last),
    last: firstDayBefore(times, days.last + 1, 12) - 1,
  };
}

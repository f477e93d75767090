import type { Calendar, WeekCalendar, WeekPattern } from './calendar.ts';
import { addMonths, fromYearMonthDay, type LocalDate, toYearMonthDay } from './localDate.ts';

/**
 * The months of a calendar, numbered through: month 0 opens a year, and so does every twelfth
 * before and after it. Quarters, halves and years are runs of them.
 */
export type Months = {
  readonly startOf: (month: number) => LocalDate;
  /** The number of the month that a day lies in. */
  readonly monthOf: (day: LocalDate) => number;
};

/** The months of a calendar; `start` is the first day of the validity, which `fromStart` counts from. */
export function monthsOf(calendar: Calendar, start: LocalDate): Months {
  if (calendar === 'gregorian') return civilMonths(1);
  if (calendar === 'fromStart') return monthsFrom(start);
  if ('fiscal' in calendar) return civilMonths(calendar.fiscal.firstMonth);
  return weekMonths(calendar.weeks);
}

/** The first day of the year that a day lies in. */
export function yearStart(months: Months, day: LocalDate): LocalDate {
  return months.startOf(12 * Math.floor(months.monthOf(day) / 12));
}

/**
 * A bound (where one window ends and the next one starts) so many months earlier. It keeps its
 * place in its month, as far as the earlier month has one; the start of a month stays one.
 */
export function boundBefore(months: Months, bound: LocalDate, count: number): LocalDate {
  const month = months.monthOf(bound);
  const earlier = months.startOf(month - count) + bound - months.startOf(month);
  return Math.min(earlier, months.startOf(month - count + 1));
}

function civilMonths(firstMonth: number): Months {
  return {
    startOf: (month) => {
      const civil = month + firstMonth - 1;
      const year = Math.floor(civil / 12);
      return fromYearMonthDay(year, civil - 12 * year + 1, 1);
    },
    monthOf: (day) => civilMonthOf(day) - (firstMonth - 1),
  };
}

function monthsFrom(start: LocalDate): Months {
  const startOf = (month: number) => addMonths(start, month);
  return {
    startOf,
    monthOf: (day) => {
      const month = civilMonthOf(day) - civilMonthOf(start);
      return startOf(month) <= day ? month : month - 1;
    },
  };
}

function civilMonthOf(day: LocalDate): number {
  const { year, month } = toYearMonthDay(day);
  return 12 * year + month - 1;
}

const WEEKS_BEFORE_MONTH: Record<WeekPattern, readonly [number, number, number]> = {
  '4-4-5': [0, 4, 8],
  '4-5-4': [0, 4, 9],
  '5-4-4': [0, 5, 9],
};

/**
 * The year before the first listed one and those after the last have 52 weeks each. No window of a
 * validity lies there, but a rolling window or the year before may reach back so far.
 */
function weekMonths({ pattern, years }: WeekCalendar): Months {
  const first = years[0]?.firstDay ?? 0;
  const yearAt = (year: number) => {
    const longYears = years.slice(0, Math.max(year, 0)).filter(({ weeks }) => weeks === 53);
    return first + 7 * (52 * year + longYears.length);
  };
  const startOf = (month: number) => {
    const year = Math.floor(month / 12);
    const quarter = Math.floor(month / 3);
    const weeks = 13 * (quarter - 4 * year) + (WEEKS_BEFORE_MONTH[pattern][month - 3 * quarter] as number);
    return yearAt(year) + 7 * weeks;
  };
  const monthOf = (day: LocalDate) => {
    let month = 12 * Math.floor((day - first) / 364) + 11;
    while (startOf(month) > day) month -= 1;
    return month;
  };
  return { startOf, monthOf };
}

/** A calendar as an agreement says it, as far as a page writes it. */
export type SaidCalendar =
  | { readonly fiscal: { readonly firstMonth: number } }
  | { readonly weeks: { readonly pattern: string; readonly years: readonly WeekYear[] } };
export type WeekYear = { readonly firstDay: string; readonly weeks: number };

export const PATTERNS = ['4-4-5', '4-5-4', '5-4-4'] as const;

/** A month of the civil calendar by its name. */
export function monthName(language: string, month: number): string {
  const at = Date.UTC(2000, month - 1, 15);
  return new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(at);
}

const DAY_MS = 86_400_000;

/** The day so many days later; "" while nobody has said one. */
function daysLater(day: string, days: number): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? '' : new Date(at + days * DAY_MS).toISOString().slice(0, 10);
}

/** Years one behind the other, from the first day of the first one. */
export function yearsFrom(firstDay: string, lengths: readonly number[]): readonly WeekYear[] {
  let day = firstDay;
  return lengths.map((weeks) => {
    const year = { firstDay: day, weeks };
    day = daysLater(day, weeks * 7);
    return year;
  });
}

/** The last day of the last year. */
export function lastDayOf(years: readonly WeekYear[]): string {
  const last = years.at(-1);
  return last === undefined ? '' : daysLater(last.firstDay, last.weeks * 7 - 1);
}

/** Whether two values of JSON say the same, in whatever order their fields stand. */
export function saysSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  const [left, right] = [Object.entries(one), other as Record<string, unknown>];
  return (
    left.length === Object.keys(right).length && left.every(([name, value]) => saysSame(value, right[name]))
  );
}

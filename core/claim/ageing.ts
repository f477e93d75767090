import type { LocalDate } from '../calendar/localDate.ts';

/** How many days a claim is late, by their upper bounds; `over90` has none. */
export const AGE_BUCKETS = ['notDue', 'to30', 'to60', 'to90', 'over90'] as const;
export type AgeBucket = (typeof AGE_BUCKETS)[number];

/** Days after the day on which it was due; 0 on it and before. */
export function daysLate(dueOn: LocalDate, day: LocalDate): number {
  return Math.max(0, day - dueOn);
}

export function ageBucket(dueOn: LocalDate, day: LocalDate): AgeBucket {
  const late = daysLate(dueOn, day);
  if (late === 0) return 'notDue';
  if (late <= 30) return 'to30';
  if (late <= 60) return 'to60';
  return late <= 90 ? 'to90' : 'over90';
}

/**
 * Which reminder is due: the rules name after how many days late each of them goes out.
 * Gives its number, from 1; undefined where none is due.
 * Shape: `afterDays` rises; one goes out at a time, however late it is.
 */
export function reminderDue(
  dueOn: LocalDate,
  day: LocalDate,
  afterDays: readonly number[],
  sent: number,
): number | undefined {
  const next = afterDays[sent];
  return next !== undefined && day - dueOn >= next ? sent + 1 : undefined;
}

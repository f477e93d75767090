import type { Agreement } from '../agreement/agreement.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import { overlap, type Window, windowsOf } from '../calendar/window.ts';

/** Up to where an agreement can be settled: lines up to `asOf`, windows that end up to `lastDay`. */
export type SettlementDue = { readonly asOf: LocalDate; readonly lastDay: LocalDate };

type Times = Pick<Agreement, 'calendar' | 'validity' | 'termination' | 'settlement'>;

/**
 * The latest slice of the settlement calendar whose as-of day is over; undefined while none is. A
 * termination ends the last slice early.
 */
export function settlementDue(agreement: Times, today: LocalDate): SettlementDue | undefined {
  return slicesOf(agreement).findLast(({ asOf }) => asOf < today);
}

/** The first day on which the next slice can be settled; undefined where all of them can. */
export function nextSettlementDay(agreement: Times, today: LocalDate): LocalDate | undefined {
  const next = slicesOf(agreement).find(({ asOf }) => asOf >= today);
  return next && next.asOf + 1;
}

function slicesOf(agreement: Times): readonly SettlementDue[] {
  const { calendar, validity, settlement } = agreement;
  const inForce = inForceOf(agreement);
  const later = settlement.asOf === 'windowEnd' ? 0 : settlement.asOf.daysAfter;
  return windowsOf(calendar, settlement.frequency, validity)
    .map(({ window }) => overlap(window, inForce))
    .filter(({ from, until }) => from < until)
    .map(({ until }) => ({ asOf: until - 1 + later, lastDay: until - 1 }));
}

/** The day from which on a window is settled for good. */
export function finalDayOf({ settlement }: Pick<Agreement, 'settlement'>, window: Window): LocalDate {
  return window.until - 1 + settlement.finalDays;
}

/** Whether a window that is due can be settled for good. */
export function isFinalDue(
  agreement: Pick<Agreement, 'settlement'>,
  window: Window,
  due: SettlementDue,
  today: LocalDate,
): boolean {
  return window.until - 1 <= due.lastDay && finalDayOf(agreement, window) <= today;
}

/** Whether nothing of the agreement is settled later any more: its last window is settled for good. */
export function isLastDue(agreement: Times, due: SettlementDue, today: LocalDate): boolean {
  return isFinalDue(agreement, inForceOf(agreement), due, today);
}

function inForceOf({ validity, termination }: Pick<Times, 'validity' | 'termination'>): Window {
  if (termination === 'none') return validity;
  return { from: validity.from, until: Math.min(validity.until, termination.lastDay + 1) };
}

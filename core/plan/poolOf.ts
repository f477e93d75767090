import type { Group } from '../agreement/agreement.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import type { Line } from '../fact/line.ts';
import type { MatchContext } from './matchLine.ts';
import type { PlanTerm, Slot } from './plan.ts';
import { readAttribute } from './readAttribute.ts';

/** The group of the line's partner: on the line's day, or, for the whole window, at its end. */
export function poolOf(
  { term }: PlanTerm,
  slot: Slot,
  line: Line,
  place: { readonly on: LocalDate; readonly window: Window },
  { master, effective }: MatchContext,
): string {
  if (term.group === 'none') return '';
  const side = slot.role === 'payout' ? 'payout' : 'qualifier';
  const day = poolDay(term.group.joiners[side], place, effective);
  return readAttribute(term.group.by, { line, day, master, isOriginal: false }) ?? '';
}

/** The day on which it counts in which group the partner is. */
export function poolDay(
  joiners: Group['joiners']['payout'],
  { on, window }: { readonly on: LocalDate; readonly window: Window },
  effective: LocalDate,
): LocalDate {
  return joiners === 'wholeWindow' ? Math.min(window.until - 1, effective) : on;
}

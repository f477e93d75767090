import type { LocalDate } from '../calendar/localDate.ts';
import { contains } from '../calendar/window.ts';
import type { PayoutWindow } from '../plan/payoutWindows.ts';
import type { PlanTerm } from '../plan/plan.ts';

/**
 * The window that matters on a day: the one that it lies in; before the first, the first; after the
 * last, the last. Undefined where the term has no window at all.
 */
export function standingWindow({ windows }: PlanTerm, day: LocalDate): PayoutWindow | undefined {
  const current = windows.find(({ window }) => contains(window, day));
  const [first] = windows;
  return current ?? (first !== undefined && day < first.window.from ? first : windows.at(-1));
}

import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';
import { windowsIn } from '../../core/plan/matchLine.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';

/** Days on which a term looks at every line alike: the windows that they pay for; of none after the effective day. */
export type Stretch = Window & { readonly pays: readonly Window[] };

/** The stretches of days that some sum of a term takes lines of, in order; days between them lie outside. */
export function stretchesOf(planned: PlanTerm, effective: LocalDate): Stretch[] {
  const windows = planned.slots.flatMap((slot) => slot.windows.map(({ lines }) => lines));
  const bounds = new Set([effective + 1, ...windows.flatMap(({ from, until }) => [from, until])]);
  const days = [...bounds].sort((a, b) => a - b);
  return days.slice(1).flatMap((until, index) => {
    const from = days[index] as number;
    const touched = windowsIn(planned, { from, until: from + 1 });
    if (touched.length === 0) return [];
    const pays = from > effective ? [] : touched.filter((window) => window.from <= effective);
    return [{ from, until, pays }];
  });
}

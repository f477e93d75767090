import type { LocalDate } from '../calendar/localDate.ts';
import { add, isZero, subtract } from '../number/rational.ts';
import type { PlanTerm } from '../plan/plan.ts';
import { guaranteeSteps } from './explainStages.ts';
import { guarantee } from './guarantee.ts';
import type { Worked } from './worked.ts';

/** Tops each partner's windows up to the guarantee, in order of time; later windows may pay it back. */
export function guaranteed(
  planned: PlanTerm,
  accounts: readonly Worked[],
  effective: LocalDate,
): readonly Worked[] {
  const { guarantee: terms } = planned.term;
  if (terms === 'none') return accounts;
  const last = planned.windows.at(-1)?.window.from;
  const result = new Map<Worked, Worked>();
  for (const own of Map.groupBy(accounts, ({ partner }) => partner).values()) {
    const inOrder = own.toSorted((a, b) => a.window.window.from - b.window.window.from);
    const outcomes = guarantee(
      terms,
      inOrder.map(({ window: { window, forfeited }, exact }) => ({
        window,
        earned: exact,
        isBegun: window.from <= effective,
        isOver: effective >= window.until - 1,
        isLast: window.from === last,
        isForfeited: forfeited,
      })),
    );
    for (const [index, worked] of inOrder.entries()) {
      const outcome = outcomes[index];
      if (outcome === undefined || (isZero(outcome.topUp) && isZero(outcome.recovered))) continue;
      const exact = subtract(add(worked.exact, outcome.topUp), outcome.recovered);
      const steps = [...worked.steps, ...guaranteeSteps(worked, terms, outcome)];
      result.set(worked, { ...worked, exact, steps });
    }
  }
  return accounts.map((worked) => result.get(worked) ?? worked);
}

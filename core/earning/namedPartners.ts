import type { MatchContext } from '../plan/matchLine.ts';
import type { PayoutWindow } from '../plan/payoutWindows.ts';
import type { PlanTerm } from '../plan/plan.ts';
import { memberMeets } from '../plan/readAttribute.ts';

/**
 * The partners that are paid without a line (a fixed amount, a guarantee, a floor that always
 * holds): all of master data, and all codes in the conditions, that meet every condition on who
 * takes part, as of the window's end or the effective day, whichever comes first. A guarantee holds
 * in every window for those as well that have lines in any of them, which the caller gives.
 */
export function namedPartners(
  planned: PlanTerm,
  window: PayoutWindow,
  context: MatchContext,
  trading: readonly string[],
): readonly string[] {
  if (!isPaidWithoutLines(planned)) return [];
  const isCurrent = planned.term.eligibility.attributesAsOf === 'current';
  const day = isCurrent ? undefined : Math.min(window.window.until - 1, context.effective);
  const codes = planned.participants.flatMap((condition) =>
    condition.attribute === 'partner.code' && 'in' in condition ? condition.in : [],
  );
  const guaranteed = planned.term.guarantee === 'none' ? [] : trading;
  const candidates = new Set([...context.master.partners.keys(), ...codes, ...guaranteed]);
  return [...candidates]
    .filter((partner) =>
      planned.participants.every((condition) => memberMeets(condition, partner, day, context.master)),
    )
    .sort();
}

function isPaidWithoutLines({ term }: PlanTerm): boolean {
  const isAlways = term.floor !== 'none' && term.floor.when === 'always';
  return term.formula === 'fixed' || term.guarantee !== 'none' || isAlways;
}

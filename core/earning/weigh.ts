import type { Contribution } from '../cell/contribution.ts';
import type { PlanTerm } from '../plan/plan.ts';
import { lineWeights } from './lineShares.ts';
import type { Worked } from './worked.ts';

/**
 * What each line takes part with, of terms whose lines are at hand: shared limits, netting and
 * exclusive choice leave it to no later reader. Sums alone say it for the others.
 */
export function weigh(
  planned: PlanTerm,
  accounts: readonly Worked[],
  stream: readonly Contribution[],
): readonly Worked[] {
  if (planned.kind === 'additive') return accounts;
  const ofPartner = Map.groupBy(stream, ({ partner }) => partner);
  return accounts.map((worked) => {
    if (worked.weights !== undefined) return worked;
    const spread = { planned, pays: worked.window.window, result: worked.result, sums: worked.sums };
    return { ...worked, weights: lineWeights(spread, ofPartner.get(worked.partner) ?? []) };
  });
}

import type { Contribution } from '../cell/contribution.ts';
import { add, type Rational, ZERO } from '../number/rational.ts';
import type { PlanTerm } from '../plan/plan.ts';
import { lineWeights } from './lineShares.ts';
import { scaledTo } from './scaledTo.ts';
import type { GroupShare, Worked } from './worked.ts';

type Weights = ReadonlyMap<string, Rational>;

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
  return accounts.map((worked) => ({
    ...worked,
    weights: weightsOf(worked, ofPartner.get(worked.partner) ?? []),
  }));
}

function weightsOf(worked: Worked, lines: readonly Contribution[]): Weights {
  const { planned, window, result, sums, shares = [] } = worked;
  const isAtOwnRate = planned.term.apportionment.by === 'ownRate';
  const isByGroup = isAtOwnRate || shares.some(({ weights }) => weights !== undefined);
  if (shares.length === 0 || !isByGroup) {
    return worked.weights ?? lineWeights({ planned, pays: window.window, result, sums }, lines);
  }
  const parts = shares.map((share) => {
    const weights = share.weights ?? ofShare(worked, share, lines);
    return isAtOwnRate ? scaledTo(share.exact, weights) : weights;
  });
  const joined = new Map<string, Rational>();
  for (const [key, weight] of parts.flatMap((part) => [...part])) {
    joined.set(key, add(joined.get(key) ?? ZERO, weight));
  }
  return joined;
}

/** The lines that count for one group, by the rates that the group was paid at. */
function ofShare(
  { planned, window, sums }: Worked,
  share: GroupShare,
  lines: readonly Contribution[],
): Weights {
  const { result, input } = share.paidBy;
  const own = lines.map((entry) => ({
    ...entry,
    addends: entry.addends.filter(({ pool }) => pool === share.pool),
  }));
  return lineWeights({ planned, pays: window.window, result, sums, measures: input.payouts }, own);
}

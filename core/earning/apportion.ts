import type { Contribution } from '../cell/contribution.ts';
import { contributionOf } from '../cell/contributionOf.ts';
import type { Line } from '../fact/line.ts';
import { allocateExact } from '../money/allocateExact.ts';
import { add, type Rational, ZERO } from '../number/rational.ts';
import { findSales, looksForSales } from '../plan/findSales.ts';
import { type MatchContext, matchLine } from '../plan/matchLine.ts';
import type { PlanTerm } from '../plan/plan.ts';
import { compareTexts } from '../text/compareTexts.ts';
import type { Earning } from './earning.ts';
import { lineWeights } from './lineShares.ts';

/** One line that counted for an amount: what it added, and its part of the money. */
export type LineShare = {
  readonly line: Line;
  readonly placedOn: number;
  readonly qualifier: Rational;
  /** Of several payouts, their sum. */
  readonly payout: Rational;
  /** Minor units; undefined where the weights sum to zero and nothing says how to spread. */
  readonly shareMinor?: bigint;
};

/**
 * The lines behind an earning with their shares of it, in key order: by the weights that the
 * agreement names, largest remainder, to the cent. Of a group it is the members' lines that the
 * group's amount was found by; each member's own lines carry its own amount.
 */
export function apportion(
  earning: Earning,
  planned: PlanTerm,
  lines: Iterable<Line>,
  context: MatchContext,
): LineShare[] {
  const counted = contributionsOf(earning, planned, lines, context);
  const weights =
    earning.weights ?? lineWeights({ planned, pays: earning.window, result: earning.result }, counted);
  const behind = counted.filter(({ key }) => weights.has(key)).sort((a, b) => compareTexts(a.key, b.key));
  const shares = allocateExact(
    earning.amount.minor,
    behind.map(({ key }) => ({ key, weight: weights.get(key) ?? ZERO })),
  );
  return behind.map((entry, index) => ({
    line: entry.line,
    placedOn: entry.placedOn,
    qualifier: added(entry, earning, (slot) => slot === 'qualifier'),
    payout: added(entry, earning, (slot) => slot.startsWith('payout.')),
    ...(shares && { shareMinor: shares[index] as bigint }),
  }));
}

function contributionsOf(
  earning: Earning,
  planned: PlanTerm,
  lines: Iterable<Line>,
  context: MatchContext,
): Contribution[] {
  const counted: Contribution[] = [];
  const own = [...lines].filter(({ partner }) => partner === earning.partner);
  for (const line of looksForSales(planned) ? findSales(planned, own) : own) {
    const match = matchLine(planned, line, context);
    if (match.state === 'counted') counted.push(contributionOf(line, match));
  }
  return counted;
}

function added(
  { addends }: Contribution,
  { window }: Earning,
  isWanted: (slot: string) => boolean,
): Rational {
  return addends
    .filter(({ slot, pays }) => isWanted(slot) && pays.from === window.from)
    .reduce((sum, { value }) => add(sum, value), ZERO);
}

import { type Line, lineKey } from '../fact/line.ts';
import { allocate } from '../money/allocate.ts';
import { scaledToRational } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import { type MatchContext, matchLine } from '../plan/matchLine.ts';
import type { PlanTerm } from '../plan/plan.ts';
import type { Earning } from './earning.ts';

/** One line that counted for an amount: what it added, and its part of the money. */
export type LineShare = {
  readonly line: Line;
  readonly placedOn: number;
  readonly qualifier: Rational;
  readonly payout: Rational;
  /** Minor units; undefined where the payout measures sum to zero and nothing says how to spread. */
  readonly shareMinor?: bigint;
};

/**
 * The lines behind an earning with their shares of it, in key order. Shares are by payout
 * measure with largest remainder and sum to the amount to the cent.
 */
export function apportion(
  earning: Earning,
  term: PlanTerm,
  lines: Iterable<Line>,
  context: MatchContext,
): LineShare[] {
  const counted = [...countedLines(earning, term, lines, context)].sort((a, b) =>
    a.key < b.key ? -1 : a.key > b.key ? 1 : 0,
  );
  const shares = allocate(
    earning.amount.minor,
    counted.map(({ key, payout }) => ({ key, weight: payout })),
  );
  const scale = (role: string) => term.slots.find((slot) => slot.role === role)?.scale ?? 0;
  return counted.map((entry, index) => ({
    line: entry.line,
    placedOn: entry.placedOn,
    qualifier: scaledToRational(entry.qualifier, scale('qualifier')),
    payout: scaledToRational(entry.payout, scale('payout')),
    ...(shares && { shareMinor: shares[index] as bigint }),
  }));
}

type Counted = { key: string; line: Line; placedOn: number; qualifier: bigint; payout: bigint };

function* countedLines(
  earning: Earning,
  term: PlanTerm,
  lines: Iterable<Line>,
  context: MatchContext,
): Generator<Counted> {
  for (const line of lines) {
    if (line.partner !== earning.partner) continue;
    const match = matchLine(term, line, context);
    if (match.state !== 'counted') continue;
    const hits = match.hits.filter((hit) => hit.pays.from === earning.window.from);
    const payout = hits.find((hit) => hit.role === 'payout');
    if (payout === undefined) continue;
    const qualifier = hits.find((hit) => hit.role === 'qualifier')?.amount ?? 0n;
    yield { key: lineKey(line), line, placedOn: match.placedOn, qualifier, payout: payout.amount };
  }
}

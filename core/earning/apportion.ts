import type { Contribution } from '../cell/contribution.ts';
import { contributionOf } from '../cell/contributionOf.ts';
import type { Line } from '../fact/line.ts';
import { allocateExact } from '../money/allocateExact.ts';
import {
  divide,
  isZero,
  multiply,
  type Rational,
  rational,
  subtract,
  sumOf,
  ZERO,
} from '../number/rational.ts';
import { findSales, looksForSales } from '../plan/findSales.ts';
import { type MatchContext, matchLine } from '../plan/matchLine.ts';
import type { PlanTerm } from '../plan/plan.ts';
import { compareTexts } from '../text/compareTexts.ts';
import { calculatedOf, type Earning, type Standing } from './earning.ts';
import { lineWeights } from './lineShares.ts';

/** One line that counted for an amount: what it added, and its part of the money. */
export type LineShare = {
  readonly line: Line;
  readonly placedOn: number;
  readonly qualifier: Rational;
  /** Of several payouts, their sum. */
  readonly payout: Rational;
  /** Exactly what it takes part with, in a unit of its own for each earning. */
  readonly weight: Rational;
  /** Minor units; undefined where the weights sum to zero and nothing says how to spread. */
  readonly shareMinor?: bigint;
};

/**
 * The lines behind an earning with their shares of it, in key order: by the weights that the
 * agreement names, largest remainder, to the cent. Of a group it is the members' lines that the
 * group's amount was found by; each member's own lines carry its own amount. Where windows add up,
 * a line has what it has of the sum now, less what it had of it before. Adjustments are not made of
 * lines, and are left out. An amount that was taken over
 * was not made of the lines at hand: they have no shares of it.
 */
export function apportion(
  earning: Earning,
  planned: PlanTerm,
  lines: Iterable<Line>,
  context: MatchContext,
): LineShare[] {
  const own = [...lines].filter(({ partner }) => partner === earning.partner);
  return apportionCounted(earning, planned, countedLines(planned, own, context));
}

/** The same over the counted lines of its partner, which all of the partner's windows have in common. */
export function apportionCounted(
  earning: Earning,
  planned: PlanTerm,
  counted: readonly Contribution[],
): LineShare[] {
  const { cumulative } = earning;
  const minor = cumulative?.minor ?? calculatedOf(earning).minor;
  const now = partsOf({ ...earning, minor }, planned, counted);
  const before = cumulative?.before && partsOf(cumulative.before, planned, counted);
  const behind = counted
    .filter(({ key }) => now.keys.has(key) || before?.keys.has(key))
    .sort((a, b) => compareTexts(a.key, b.key));
  return behind.map((entry) => {
    const shareMinor = earning.isTakenOver
      ? undefined
      : less(now.shareOf(entry.key), before === undefined ? 0n : before.shareOf(entry.key));
    return {
      line: entry.line,
      placedOn: entry.placedOn,
      qualifier: added(entry, earning, (slot) => slot === 'qualifier'),
      payout: added(entry, earning, (slot) => slot.startsWith('payout.')),
      weight:
        before === undefined
          ? now.weightOf(entry.key)
          : subtract(now.exactOf(entry.key), before.exactOf(entry.key)),
      ...(shareMinor !== undefined && { shareMinor }),
    };
  });
}

/** An amount dealt out over its lines. Nothing to deal out is nothing for each. */
function partsOf(
  { window, result, weights, minor }: Standing,
  planned: PlanTerm,
  counted: readonly Contribution[],
) {
  const found = weights ?? lineWeights({ planned, pays: window, result }, counted);
  const lines = [...found].map(([key, weight]) => ({ key, weight }));
  const parts = allocateExact(minor, lines);
  const shares = new Map(lines.map(({ key }, index) => [key, parts?.[index]]));
  const isDealt = parts !== undefined || minor === 0n;
  const shareOf = (key: string) => (isDealt ? (shares.get(key) ?? 0n) : undefined);
  const weightOf = (key: string) => found.get(key) ?? ZERO;
  const total = sumOf(found.values());
  const exactOf = (key: string) =>
    isZero(total) ? ZERO : divide(multiply(rational(minor), weightOf(key)), total);
  return { keys: new Set(found.keys()), shareOf, weightOf, exactOf };
}

function less(now: bigint | undefined, before: bigint | undefined): bigint | undefined {
  return now === undefined || before === undefined ? undefined : now - before;
}

/** What of the lines of one partner counts under a term, with what each adds to which windows. */
export function countedLines(
  planned: PlanTerm,
  own: readonly Line[],
  context: MatchContext,
): readonly Contribution[] {
  const counted: Contribution[] = [];
  for (const line of looksForSales(planned) ? findSales(planned, own, context.master) : own) {
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
  const own = addends.filter(({ slot, pays }) => isWanted(slot) && pays.from === window.from);
  return sumOf(own.map(({ value }) => value));
}

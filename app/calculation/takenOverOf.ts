import type { LocalDate } from '../../core/calendar/localDate.ts';
import { NOTHING, plus, type Sum } from '../../core/earning/sums.ts';
import type { TakenOver } from '../../core/earning/takenOver.ts';
import type { Line } from '../../core/fact/line.ts';
import { decimalToRational } from '../../core/number/decimal.ts';
import { type Rational, ZERO } from '../../core/number/rational.ts';
import { type MatchContext, matchLine } from '../../core/plan/matchLine.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { dayKey, joinKey } from '../../core/text/key.ts';
import type { TakenOverState } from '../ports/cutOverStore.ts';
import type { BalanceKind } from '../ports.ts';
import { accountKey } from './accountKey.ts';

type Opening = TakenOverState['openings'][number];

/**
 * Windows that were over at the cut-over keep what was earned in them; the others are calculated. One
 * whose tier is found by lines of later days, too, such as those of the year, is not over.
 */
export function takenOverOf(
  plan: Plan,
  lines: readonly Line[],
  context: MatchContext,
  state: TakenOverState | undefined,
): TakenOver[] {
  if (state === undefined) return [];
  const over = state.openings.filter((opening) => isOver(plan, opening, state.lastDay));
  if (over.length === 0) return [];
  const end = Math.max(...over.map(({ window }) => window.until));
  const late = lateSums(plan, lines, context, { end, since: state.openedAtBatch });
  return over.map(({ term, partner, window, balances }) => {
    const place = joinKey(term, partner, dayKey(window.from));
    return { term, partner, window, minor: balances.earned, late: late.get(place) ?? NOTHING };
  });
}

function isOver({ terms }: Plan, { term, window }: Opening, lastDay: LocalDate): boolean {
  const own = terms.find(({ id }) => id === term)?.windows.find((entry) => entry.window.from === window.from);
  return window.until <= lastDay + 1 && (own === undefined || own.qualifierLines.until <= lastDay + 1);
}

/** The amounts of one kind that the accounts of an agreement begin with, booked or not. Units: minor. */
export function openingAmounts(
  state: TakenOverState | undefined,
  kind: BalanceKind = 'earned',
): Map<string, bigint> {
  return new Map((state?.openings ?? []).map((opening) => [accountKey(opening), opening.balances[kind]]));
}

/** What is paid on among lines that became known after the balances: how many, and their net value. */
function lateSums(
  plan: Plan,
  lines: readonly Line[],
  context: MatchContext,
  { end, since }: { readonly end: number; readonly since: number },
): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>();
  const late = lines.filter(({ batch, takenOverFrom, dates }) => {
    return batch > since && takenOverFrom === undefined && Math.min(...Object.values(dates)) < end;
  });
  for (const planned of plan.terms) {
    for (const line of late) {
      const match = matchLine(planned, line, context);
      if (match.state !== 'counted') continue;
      const paid = match.hits.filter(({ slot }) => slot.startsWith('payout.'));
      for (const from of new Set(paid.map(({ pays }) => pays.from))) {
        const place = joinKey(planned.id, line.partner, dayKey(from));
        sums.set(
          place,
          plus(sums.get(place) ?? NOTHING, { value: worthOf(line, planned.currency), lines: 1 }),
        );
      }
    }
  }
  return sums;
}

function worthOf({ netValue, currency }: Line, own: string): Rational {
  return netValue === undefined || currency !== own ? ZERO : decimalToRational(netValue);
}

type Taken = { readonly takenOver?: TakenOverState };

/** Until its cut-over is signed an agreement is computed beside the old system, and nothing is booked. */
export function isParallel({ takenOver }: Taken): boolean {
  return takenOver !== undefined && takenOver.signedAtBatch === undefined;
}

/** The run before, if there was one, booked nothing: its inputs explain no amount. */
export function isFirstToBook({ takenOver }: Taken, previous: { readonly batch: number }): boolean {
  return takenOver !== undefined && previous.batch < (takenOver.signedAtBatch ?? Number.POSITIVE_INFINITY);
}

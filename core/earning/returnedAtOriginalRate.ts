import type { Contribution } from '../cell/contribution.ts';
import { add, divide, isZero, multiply, type Rational, sumOf, ZERO } from '../number/rational.ts';
import type { MatchContext } from '../plan/matchLine.ts';
import { AT_ORIGINAL_RATE, type PlanTerm } from '../plan/plan.ts';
import { dayKey } from '../text/key.ts';
import { stageStep } from './explainStages.ts';
import { lineWeights } from './lineShares.ts';
import { openAccount } from './openAccount.ts';
import { scaledTo } from './scaledTo.ts';
import { sumsOfLines } from './sums.ts';
import type { Account, Worked } from './worked.ts';

/** What the stages that look at one partner alone make of an account. */
type Earned = (account: Account) => Rational;

/**
 * Adds what came back at the original rate: the payout measure of each such return times what one
 * unit of it earned in the window of its sale, as that stood when the return became known. The
 * result may be negative. Each return has what it took back as its share; the window's own lines
 * share what they earned. Source: rulings R9, R21.
 */
export function returnedAtOriginalRate(
  planned: PlanTerm,
  accounts: readonly Worked[],
  stream: readonly Contribution[],
  context: MatchContext,
  earned: Earned,
): readonly Worked[] {
  if (planned.term.returns.linked !== 'currentAtOriginalRate') return accounts;
  const then = (entry: Contribution, day: string) => rateThen(planned, entry, day, stream, context, earned);
  return accounts.map((worked) => {
    const lines = stream.filter(({ partner }) => partner === worked.partner);
    const taken = new Map(
      lines.flatMap((entry) => {
        const own = addendsOf(worked, entry, true);
        const amount = sumOf(own.map(({ value, bucket }) => multiply(value, then(entry, bucket))));
        return own.length === 0 ? [] : [[entry.key, amount] as const];
      }),
    );
    if (taken.size === 0) return worked;
    const weights = new Map([...ownAmounts(worked, lines), ...taken]);
    const total = sumOf(taken.values());
    if (isZero(total)) return { ...worked, weights };
    const exact = add(worked.exact, total);
    const steps = [...worked.steps, stageStep(worked, exact, 'returnedAtOriginalRate')];
    return { ...worked, exact, weights, steps };
  });
}

/** Of what a line adds to a window, what came back at the original rate, or all else. */
function addendsOf(
  { window }: Worked,
  { addends }: Contribution,
  atOriginalRate: boolean,
): Contribution['addends'] {
  return addends.filter(
    ({ slot, pays }) => pays.from === window.window.from && (slot === AT_ORIGINAL_RATE) === atOriginalRate,
  );
}

/** What each of the window's own lines has earned. */
function ownAmounts(worked: Worked, lines: readonly Contribution[]): ReadonlyMap<string, Rational> {
  const { planned, window, result, sums, exact } = worked;
  const own = lines.map((entry) => ({ ...entry, addends: addendsOf(worked, entry, false) }));
  return scaledTo(exact, lineWeights({ planned, pays: window.window, result, sums }, own));
}

/** What one unit of the payout measure earned in the original's window, by what was known when the return came. */
function rateThen(
  planned: PlanTerm,
  entry: Contribution,
  originalDay: string,
  stream: readonly Contribution[],
  { effective }: MatchContext,
  earned: Earned,
): Rational {
  const window = planned.windows.find(
    ({ window: { from, until } }) => dayKey(from) <= originalDay && originalDay < dayKey(until),
  );
  if (window === undefined) return ZERO;
  const before = stream.filter((other) => other.partner === entry.partner && isKnownBy(other, entry));
  const [sums] = sumsOfLines(before, []).filter((found) => found.window.from === window.window.from);
  if (sums === undefined) return ZERO;
  const account = openAccount(planned, window, sums, before, effective);
  const payout = sumOf([...account.payouts.values()].map(({ value }) => value));
  return isZero(payout) ? ZERO : divide(earned(account), payout);
}

function isKnownBy({ line }: Contribution, { line: later }: Contribution): boolean {
  if (line.batch !== later.batch) return line.batch < later.batch;
  return (line.knownOn ?? 0) <= (later.knownOn ?? 0);
}

import type { Contribution } from '../cell/contribution.ts';
import { add, divide, isZero, multiply, type Rational, ZERO } from '../number/rational.ts';
import type { MatchContext } from '../plan/matchLine.ts';
import { AT_ORIGINAL_RATE, type PlanTerm } from '../plan/plan.ts';
import { dayKey } from '../text/key.ts';
import { stageStep } from './explainStages.ts';
import { openAccount } from './openAccount.ts';
import { sumsOfLines } from './sums.ts';
import type { Worked } from './worked.ts';

/**
 * Adds what came back at the original rate: the payout measure of each such return times what one
 * unit of it earned in the window of its sale, as that stood when the return became known. The
 * result may be negative. Source: rulings R9, R21.
 */
export function returnedAtOriginalRate(
  planned: PlanTerm,
  accounts: readonly Worked[],
  stream: readonly Contribution[],
  context: MatchContext,
): readonly Worked[] {
  if (planned.term.returns.linked !== 'currentAtOriginalRate') return accounts;
  return accounts.map((worked) => {
    const taken = stream
      .filter(({ partner }) => partner === worked.partner)
      .map((entry) => takenBack(planned, worked, entry, stream, context))
      .reduce(add, ZERO);
    if (isZero(taken)) return worked;
    const exact = add(worked.exact, taken);
    return { ...worked, exact, steps: [...worked.steps, stageStep(worked, exact, 'returnedAtOriginalRate')] };
  });
}

function takenBack(
  planned: PlanTerm,
  worked: Worked,
  entry: Contribution,
  stream: readonly Contribution[],
  context: MatchContext,
): Rational {
  const own = entry.addends.filter(
    ({ slot, pays }) => slot === AT_ORIGINAL_RATE && pays.from === worked.window.window.from,
  );
  return own
    .map(({ value, bucket }) => multiply(value, rateThen(planned, entry, bucket, stream, context)))
    .reduce(add, ZERO);
}

/** What one unit of the payout measure earned in the original's window, by what was known when the return came. */
function rateThen(
  planned: PlanTerm,
  entry: Contribution,
  originalDay: string,
  stream: readonly Contribution[],
  { effective }: MatchContext,
): Rational {
  const window = planned.windows.find(
    ({ window: { from, until } }) => dayKey(from) <= originalDay && originalDay < dayKey(until),
  );
  if (window === undefined) return ZERO;
  const before = stream.filter((other) => other.partner === entry.partner && isKnownBy(other, entry));
  const [sums] = sumsOfLines(before, []).filter((found) => found.window.from === window.window.from);
  if (sums === undefined) return ZERO;
  const { result, payouts } = openAccount(planned, window, sums, before, effective);
  const payout = [...payouts.values()].map(({ value }) => value).reduce(add, ZERO);
  return isZero(payout) ? ZERO : divide(result.exact, payout);
}

function isKnownBy({ line }: Contribution, { line: later }: Contribution): boolean {
  if (line.batch !== later.batch) return line.batch < later.batch;
  return (line.knownOn ?? 0) <= (later.knownOn ?? 0);
}

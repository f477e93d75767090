import { formatDate, type LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import { moneyText } from '../money/money.ts';
import { type Refusal, refuse } from '../refusal/refusals.ts';
import type { ClaimLine } from './claim.ts';

/** What an agreement says of claims that come late. */
type DeadlineTerms = {
  readonly deadlineDays: number | 'none';
  readonly afterDeadline: 'lapses' | 'staysOpen';
};

/** The last day on which a window can be claimed; undefined where it can be claimed for ever. */
function claimDeadline(
  { deadlineDays, afterDeadline }: DeadlineTerms,
  { until }: Window,
): LocalDate | undefined {
  return deadlineDays === 'none' || afterDeadline !== 'lapses' ? undefined : until - 1 + deadlineDays;
}

/**
 * Why a claim of a day comes too late; undefined where it does not. What is given back never does.
 * Gives: claim-deadline-passed (term, partner, window, amount, deadline).
 */
export function lateClaim(
  terms: DeadlineTerms,
  {
    minor,
    currency,
    ...line
  }: Pick<ClaimLine, 'term' | 'participant' | 'window' | 'minor'> & {
    readonly currency: string;
  },
  { day, at }: { readonly day: LocalDate; readonly at: string },
): Refusal | undefined {
  const deadline = claimDeadline(terms, line.window);
  if (deadline === undefined || day <= deadline || minor < 0n) return undefined;
  const facts = { ...accountFacts(line), amount: moneyText({ minor, currency }) };
  return refuse('claim-deadline-passed', at, { ...facts, deadline: formatDate(deadline) });
}

/** The account of a claim as it is said to people. */
export function accountFacts({
  term,
  participant: partner,
  window,
}: Pick<ClaimLine, 'term' | 'participant' | 'window'>) {
  return { term, partner, window: `${formatDate(window.from)}…${formatDate(window.until - 1)}` };
}

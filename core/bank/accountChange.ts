import type { LocalDate } from '../calendar/localDate.ts';
import { accept, type Result, refuse, refused } from '../refusal/refusals.ts';

/** What a second person has said of a change. Approved, the account is paid to from a day on. */
export type AccountDecision =
  | { readonly is: 'waits' }
  | { readonly is: 'approved'; readonly payableFrom: LocalDate }
  | { readonly is: 'rejected' };

/** What was said of where a partner is paid, and what became of it. */
export type AccountChange = {
  readonly validFrom: LocalDate;
  readonly batch: number;
  /** Whether there is an account from that day on. */
  readonly hasAccount: boolean;
  readonly decision: AccountDecision;
};

/**
 * The account that a partner is paid to on a day, as it is decided today. What was rejected is as if it had never been said. While a
 * change is open, nothing is paid: neither to the new account, which may be a fraud's, nor to the old one,
 * which may be closed. An end holds at once: it pays nobody.
 * Shape: the changes of one partner, of each day the last that was said and not rejected, the earliest day first.
 * Refuses: bank-account-not-found, bank-account-not-approved, bank-account-cooling-off (day).
 */
export function payableAccount<T extends AccountChange>(
  changes: readonly T[],
  day: LocalDate,
  today: LocalDate,
): Result<T> {
  const change = changes.findLast(
    ({ validFrom, decision }) => validFrom <= day && decision.is !== 'rejected',
  );
  if (change === undefined || !change.hasAccount) return refused(refuse('bank-account-not-found', 'partner'));
  const { decision } = change;
  if (decision.is !== 'approved') return refused(refuse('bank-account-not-approved', 'partner'));
  if (decision.payableFrom > today) return refused(refuse('bank-account-cooling-off', 'partner'));
  return accept(change);
}

import type { Accounts } from '../ports/accounts.ts';
import type { Clock } from '../ports.ts';

/** Tries count within an hour at most; a day later nobody asks for them. */
const TRIES_KEPT_MS = 24 * 60 * 60 * 1000;

/** Lets go of what is over, of accounts that are there and of addresses that have none. */
export function sweepAccounts({
  accounts,
  clock,
}: {
  readonly accounts: Accounts;
  readonly clock: Clock;
}): Promise<void> {
  return accounts.sweep(clock.now(), TRIES_KEPT_MS);
}

import { type Difference, differences, type Layer } from '../../core/booking/differences.ts';
import { openedLayers } from '../../core/booking/openedLayers.ts';
import type { Earning } from '../../core/earning/earning.ts';
import type { BalanceKind, BookedBalance } from '../ports.ts';
import { accountKey } from './accountKey.ts';
import { openingAmounts } from './takenOverOf.ts';
import { type Inputs, targetLayers } from './targetLayers.ts';

/**
 * What there is to book. What an account was opened with at the cut-over counts as booked, and is
 * never booked by us; `before` is undefined where no run has booked yet.
 */
export function toBook(
  before: Inputs | undefined,
  now: Inputs,
  target: readonly Earning[],
  balances: readonly BookedBalance[],
): Difference[] {
  return differences(
    withOpenings(before, now, targetLayers(before, now, target)),
    bookedAmounts(now, balances),
  );
}

/** The layers, cause by cause, beginning with what a cut-over has opened with. */
export function withOpenings(before: Inputs | undefined, now: Inputs, layers: readonly Layer[]): Layer[] {
  return before === undefined ? openedLayers(layers, openingAmounts(now.takenOver)) : [...layers];
}

/**
 * What counts as booked of one kind on each account: what it was opened with, and our bookings; kinds
 * never mix. Units: minor.
 */
export function bookedAmounts(
  { takenOver }: Pick<Inputs, 'takenOver'>,
  balances: readonly BookedBalance[],
  kind: BalanceKind = 'earned',
): Map<string, bigint> {
  const booked = openingAmounts(takenOver, kind);
  for (const { account, minor } of balances.filter((balance) => balance.account.kind === kind)) {
    const key = accountKey(account);
    booked.set(key, (booked.get(key) ?? 0n) + minor);
  }
  return booked;
}

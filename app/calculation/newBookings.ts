import { type Difference, differences } from '../../core/booking/differences.ts';
import type { Earning } from '../../core/earning/earning.ts';
import type { BalanceKind, BookedBalance, BookingAccount, NewBooking } from '../ports.ts';
import { accountKey } from './accountKey.ts';
import type { Inputs } from './targetLayers.ts';
import { bookedAmounts, layersToBook } from './toBook.ts';
import { recognisedAmounts, toRecognise } from './toRecognise.ts';

type ToBook = { readonly earned: readonly Difference[]; readonly recognised: readonly Difference[] };

type Worked = {
  readonly before: Inputs | undefined;
  readonly now: Inputs;
  readonly target: readonly Earning[];
  /** What the books should take for it. */
  readonly targets: ReadonlyMap<string, bigint>;
};

export function differencesOf(
  { before, now, target, targets }: Worked,
  balances: readonly BookedBalance[],
): ToBook {
  const layers = layersToBook(before, now, target);
  const booked = {
    earned: bookedAmounts(now, ofKind(balances, 'earned')),
    recognised: recognisedAmounts(now, ofKind(balances, 'recognised')),
  };
  return { earned: differences(layers, booked.earned), recognised: toRecognise(targets, layers, booked) };
}

/** Those of one kind; kinds never mix. */
function ofKind(balances: readonly BookedBalance[], kind: BalanceKind): readonly BookedBalance[] {
  return balances.filter(({ account }) => account.kind === kind);
}

export function accountsOf(
  agreement: string,
  target: readonly Earning[],
  balances: readonly BookedBalance[],
  { takenOver }: Inputs,
): ReadonlyMap<string, BookingAccount> {
  const targets = target.map(({ term, partner, window, amount }): BookingAccount => {
    return { agreement, term, partner, window, kind: 'earned', currency: amount.currency, company: '' };
  });
  const opened = (takenOver?.openings ?? []).map(({ term, partner, window, currency }): BookingAccount => {
    return { agreement, term, partner, window, kind: 'earned', currency, company: '' };
  });
  return new Map(
    [...opened, ...balances.map(({ account }) => account), ...targets].map((entry) => [
      accountKey(entry),
      entry,
    ]),
  );
}

export function newBooking(
  difference: Difference,
  of: Pick<BookingAccount, 'kind' | 'company'>,
  accounts: ReadonlyMap<string, BookingAccount>,
  balances: readonly BookedBalance[],
): NewBooking {
  const place = accounts.get(difference.key);
  if (place === undefined) throw new Error(`Fault: no account for ${difference.key}`);
  const account = { ...place, ...of };
  const last = ofKind(balances, of.kind).find((balance) => accountKey(balance.account) === difference.key);
  const number = (last?.lastNumber ?? 0) + 1;
  return { account, number, deltaMinor: difference.delta, causes: difference.causes };
}

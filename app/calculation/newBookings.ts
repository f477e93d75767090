import { type Difference, differences } from '../../core/booking/differences.ts';
import type { Earning } from '../../core/earning/earning.ts';
import type { AccountRule } from '../../core/ledger/accountRules.ts';
import type { BookedBalance, BookingAccount, NewBooking } from '../ports.ts';
import { accountKey } from './accountKey.ts';
import {
  type Borne,
  type BorneDifferences,
  borneDifferences,
  borneTargets,
  recognisedIn,
} from './borneDifferences.ts';
import { CompanyShares } from './companyShares.ts';
import { type ProductSplit, productSplits, tellsProducts } from './productSplits.ts';
import { type Inputs, targetLayers } from './targetLayers.ts';
import { bookedAmounts, withOpenings } from './toBook.ts';

/** What there is to book of each kind. */
export type ToBook = {
  readonly earned: readonly Difference[];
  readonly recognised: BorneDifferences;
  /** What each company of ours should have recognised of each account. */
  readonly borne: Borne;
  /** The same differences by products, where rules of accounts tell them apart. */
  readonly splits: readonly ProductSplit[] | undefined;
};

type Worked = {
  readonly before: Inputs | undefined;
  readonly now: Inputs;
  readonly target: readonly Earning[];
  /** What the books should take for it. */
  readonly targets: ReadonlyMap<string, bigint>;
};

/** Target − booked of both kinds that a calculation books; what an account was opened with counts as booked. */
export function differencesOf(
  { before, now, target, targets }: Worked,
  balances: readonly BookedBalance[],
  rules: readonly AccountRule[] = [],
): ToBook {
  const layers = targetLayers(before, now, target);
  const shares = new CompanyShares();
  const recognising = { before, now, layers, targets };
  const borne = borneTargets(recognising, shares);
  const all = tellsProducts(rules);
  const recognised = recognisedIn(recognising, borne, shares, { balances, all });
  return {
    earned: differences(withOpenings(before, now, layers), bookedAmounts(now, balances)),
    recognised: borneDifferences(recognised),
    borne,
    splits: all ? productSplits(recognised, shares, rules) : undefined,
  };
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

/** The next booking of each account that there is a difference on, as one kind borne by one company. */
export function newBookings(
  found: readonly Difference[],
  of: Pick<BookingAccount, 'kind' | 'company'>,
  accounts: ReadonlyMap<string, BookingAccount>,
  balances: readonly BookedBalance[],
): NewBooking[] {
  const own = balances.filter(({ account }) => account.kind === of.kind && account.company === of.company);
  const last = new Map(own.map(({ account, lastNumber }) => [accountKey(account), lastNumber]));
  return found.map(({ key, delta, causes }) => {
    const place = accounts.get(key);
    if (place === undefined) throw new Error(`Fault: no account for ${key}`);
    return { account: { ...place, ...of }, number: (last.get(key) ?? 0) + 1, deltaMinor: delta, causes };
  });
}

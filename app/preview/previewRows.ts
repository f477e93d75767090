import type { Difference } from '../../core/booking/differences.ts';
import type { Earning } from '../../core/earning/earning.ts';
import { currentVersion, type Master } from '../../core/master/master.ts';
import { compareTexts } from '../../core/text/compareTexts.ts';
import { accountKey } from '../calculation/accountKey.ts';
import { isParallel } from '../calculation/takenOverOf.ts';
import { bookedAmounts, toBook } from '../calculation/toBook.ts';
import type { BookingAccount } from '../ports.ts';
import type { PreviewRow } from './preview.ts';
import type { PreviewFrame } from './previewFrame.ts';

/** Every account that the terms before, the terms after or the books know, in key order. */
export function previewRows(
  frame: PreviewFrame,
  before: readonly Earning[],
  after: readonly Earning[],
): PreviewRow[] {
  const [then, now] = [byAccount(before), byAccount(after)];
  const balances = frame.books?.balances ?? [];
  const booked = bookedAmounts(frame.after, balances);
  const found = new Map(bookings(frame, after).map((entry) => [entry.key, entry]));
  const accounts = new Map(accountsOf(frame).map((account) => [accountKey(account), account]));
  const { direction } = frame.after.agreement;
  const keys = new Set([...then.keys(), ...now.keys(), ...accounts.keys()]);
  return [...keys].sort(compareTexts).map((key): PreviewRow => {
    const [old, fresh] = [then.get(key), now.get(key)];
    const named = fresh ?? old ?? accounts.get(key);
    if (named === undefined) throw new Error(`Fault: nothing has the account ${key}`);
    const { term, partner, window } = named;
    return {
      term,
      partner,
      partnerName: nameOf(frame.after.master, partner),
      window,
      direction: (fresh ?? old)?.direction ?? direction,
      currency: currencyOf(named),
      beforeMinor: old?.amount.minor ?? 0n,
      afterMinor: fresh?.amount.minor ?? 0n,
      ...(old && { tierBefore: old.result.reached.tier }),
      ...(fresh && { tierAfter: fresh.result.reached.tier }),
      blockedLines: fresh?.blocked.lines ?? 0,
      ...(frame.books && { booking: bookingOf(booked.get(key) ?? 0n, found.get(key)) }),
    };
  });
}

function byAccount(list: readonly Earning[]): ReadonlyMap<string, Earning> {
  return new Map(list.map((entry) => [accountKey({ ...entry, currency: entry.amount.currency }), entry]));
}

type Account = Pick<BookingAccount, 'term' | 'partner' | 'window' | 'currency'>;

/** The accounts that the books know; those of a cut-over, too, which we have not booked on. */
function accountsOf({ books, after }: PreviewFrame): readonly Account[] {
  if (books === undefined) return [];
  return [...(after.takenOver?.openings ?? []), ...books.balances.map(({ account }) => account)];
}

function currencyOf(named: Earning | Account): string {
  return 'amount' in named ? named.amount.currency : named.currency;
}

/** Beside an old system nothing is booked yet. */
function bookings({ books, after: inputs }: PreviewFrame, after: readonly Earning[]): Difference[] {
  if (books === undefined || isParallel(inputs)) return [];
  return toBook(books.lastRun, inputs, after, books.balances);
}

function bookingOf(bookedMinor: bigint, found: Difference | undefined): NonNullable<PreviewRow['booking']> {
  return { bookedMinor, deltaMinor: found?.delta ?? 0n, causes: found?.causes ?? [] };
}

function nameOf(master: Master, partner: string): string {
  const record = master.partners.get(partner);
  return record === undefined ? partner : currentVersion(record).name;
}

import { type Difference, differences } from '../../core/booking/differences.ts';
import type { Earning } from '../../core/earning/earning.ts';
import { currentVersion, type Master } from '../../core/master/master.ts';
import { compareTexts } from '../../core/text/compareTexts.ts';
import { accountKey } from '../calculation/accountKey.ts';
import { targetLayers } from '../calculation/targetLayers.ts';
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
  const balances = new Map((frame.books?.balances ?? []).map((entry) => [accountKey(entry.account), entry]));
  const booked = new Map([...balances].map(([key, { minor }]) => [key, minor]));
  const found = new Map(bookings(frame, after, booked).map((entry) => [entry.key, entry]));
  const { direction } = frame.after.agreement;
  const keys = new Set([...then.keys(), ...now.keys(), ...balances.keys()]);
  return [...keys].sort(compareTexts).map((key): PreviewRow => {
    const [old, fresh] = [then.get(key), now.get(key)];
    const named = fresh ?? old ?? balances.get(key)?.account;
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

function currencyOf(named: Earning | BookingAccount): string {
  return 'amount' in named ? named.amount.currency : named.currency;
}

function bookings(
  frame: PreviewFrame,
  after: readonly Earning[],
  booked: ReadonlyMap<string, bigint>,
): Difference[] {
  if (frame.books === undefined) return [];
  return differences(targetLayers(frame.books.lastRun, frame.after, after), booked);
}

function bookingOf(bookedMinor: bigint, found: Difference | undefined): NonNullable<PreviewRow['booking']> {
  return { bookedMinor, deltaMinor: found?.delta ?? 0n, causes: found?.causes ?? [] };
}

function nameOf(master: Master, partner: string): string {
  const record = master.partners.get(partner);
  return record === undefined ? partner : currentVersion(record).name;
}

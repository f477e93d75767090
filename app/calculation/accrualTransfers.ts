import type { Agreement, Direction } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { type Sides, type Transfer, transferred } from '../../core/ledger/transfer.ts';
import type { TakenOverState } from '../ports/cutOverStore.ts';
import type { BookingAccount, NewBooking } from '../ports.ts';
import { accountKey } from './accountKey.ts';
import type { ProductSplit } from './productSplits.ts';

/** Where an accrual stands: what we owe is a cost, what is owed to us an income. */
export function accrualSides(direction: Direction): Sides {
  return direction === 'supplierRebate'
    ? { debit: 'accruedReceivable', credit: 'rebateIncome' }
    : { debit: 'rebateExpense', credit: 'accruedLiability' };
}

/** The transfers of what was recognised, one for each cause. `ids` are those of the bookings. */
export function accrualTransfers(
  { direction }: Agreement,
  bookings: readonly NewBooking[],
  ids: readonly string[],
  effectiveOn: LocalDate,
): Transfer[] {
  return bookings.flatMap(({ account, causes }, index) =>
    causes.flatMap(({ cause, minor }) => {
      const { company, currency, partner, agreement, term, window } = account;
      return transferred(minor, accrualSides(direction), {
        ...{ company, currency, partner, event: 'accrue', effectiveOn, cause, leg: cause },
        subject: { agreement, term, window },
        origin: { kind: 'booking', id: ids[index] ?? '' },
      });
    }),
  );
}

/** What accounts an amount is about, and the run that has found it. */
type Posting = {
  readonly accounts: ReadonlyMap<string, BookingAccount>;
  readonly run: number;
  readonly effectiveOn: LocalDate;
};

/**
 * The same where rules tell products apart: one transfer for each cause and account of the general
 * ledger. What changes places while the sum stays has no booking: it comes from the run.
 */
export function splitTransfers(
  { id, direction }: Agreement,
  splits: readonly ProductSplit[],
  { bookings, ids }: { readonly bookings: readonly NewBooking[]; readonly ids: readonly string[] },
  { accounts, run, effectiveOn }: Posting,
): Transfer[] {
  const booked = new Map(
    bookings.map(({ account }, index) => [`${account.company} ${accountKey(account)}`, ids[index] ?? '']),
  );
  return splits.flatMap(({ company, account: key, cause, products, minor }) => {
    const place = accounts.get(key);
    if (place === undefined) throw new Error(`Fault: no account for ${key}`);
    const { currency, partner, term, window } = place;
    const booking = booked.get(`${company} ${key}`);
    const { productGroup = '', costCentre = '' } = products;
    return transferred(minor, accrualSides(direction), {
      ...{ company, currency, partner, event: 'accrue', effectiveOn, cause },
      ...products,
      subject: { agreement: id, term, window },
      origin: booking === undefined ? { kind: 'run', id: `${id} ${run}` } : { kind: 'booking', id: booking },
      leg: JSON.stringify([cause, key, productGroup, costCentre]),
    });
  });
}

/**
 * What the books of before hand over at a cut-over: recognised and not on documents yet, and on
 * documents and not paid yet.
 */
export function openingTransfers(
  { id, company, direction }: Agreement,
  { openings, lastDay }: TakenOverState,
): Transfer[] {
  const isOwed = direction === 'supplierRebate';
  const [accrued, open] = isOwed
    ? (['accruedReceivable', 'claimedReceivable'] as const)
    : (['accruedLiability', 'partnerPayable'] as const);
  return openings.flatMap((opening) => {
    const { term, partner, window, currency, balances } = opening;
    const legs = [
      { role: accrued, minor: balances.recognised - balances.settled },
      { role: open, minor: balances.settled - balances.paid },
    ];
    return legs.flatMap(({ role, minor }) =>
      transferred(minor, isOwed ? { debit: role, credit: 'opening' } : { debit: 'opening', credit: role }, {
        ...{ company, currency, partner, event: 'open', effectiveOn: lastDay },
        subject: { agreement: id, term, window },
        origin: { kind: 'cutOver', id },
        leg: `${role} ${accountKey(opening)}`,
      }),
    );
  });
}

import type { Agreement, Direction } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { type Sides, type Transfer, transferred } from '../../core/ledger/transfer.ts';
import type { TakenOverState } from '../ports/cutOverStore.ts';
import type { NewBooking } from '../ports.ts';
import { accountKey } from './accountKey.ts';

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

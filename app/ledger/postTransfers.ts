import type { LocalDate } from '../../core/calendar/localDate.ts';
import { bookAmount } from '../../core/ledger/bookAmount.ts';
import type { BooksPolicy } from '../../core/ledger/booksPolicy.ts';
import {
  exchangeDifferences,
  type ForeignBalance,
  foreignKey,
  type ValuedTransfer,
} from '../../core/ledger/exchangeDifferences.ts';
import type { Transfer } from '../../core/ledger/transfer.ts';
import type { ItemBalance, LedgerDay, SubledgerBalance } from '../ports/ledgerStore.ts';
import type { Tx } from '../ports.ts';

/**
 * Posts transfers with what they are worth in the currency of the books of their company, and the differences
 * between rates that they realise. Companies whose books name no currency keep each one by itself. A day
 * without a rate is worth nothing yet: the next valuation posts the difference once. Post last.
 */
export async function postTransfers(tx: Tx, transfers: readonly Transfer[], day: LedgerDay): Promise<void> {
  if (transfers.length === 0) return;
  const policies = await tx.ledger.policies();
  const isForeign = ({ company, currency }: Transfer) =>
    policies.has(company) && policies.get(company)?.currency !== currency;
  if (!transfers.some(isForeign)) {
    await tx.ledger.post(
      transfers.map((transfer) => {
        const { company, currency, minor } = transfer;
        return { ...transfer, book: policies.has(company) ? { minor, currency } : 'none' };
      }),
      day,
    );
    return;
  }
  const openFrom = new Map<string, LocalDate>();
  for (const company of [...new Set(transfers.map((transfer) => transfer.company))].sort()) {
    openFrom.set(company, (await tx.ledger.lock(company)) ?? day.day);
  }
  const { rates } = await tx.master.knownAt(day.batch);
  const posted = transfers.map((transfer) => {
    const policy = policies.get(transfer.company);
    if (policy === undefined) return { ...transfer, book: 'none' as const };
    const bookedOn = Math.max(day.day, openFrom.get(transfer.company) ?? day.day);
    return { ...transfer, book: worthOf(transfer, bookedOn, policy, rates) };
  });
  const valued = posted.filter((transfer): transfer is ValuedTransfer => transfer.book !== 'none');
  const before = await heldBefore(tx, valued.filter(isForeign));
  const differences = exchangeDifferences(valued, before);
  await tx.ledger.post([...posted, ...differences], day);
}

function worthOf(
  transfer: Transfer,
  bookedOn: LocalDate,
  policy: BooksPolicy,
  rates: Parameters<typeof bookAmount>[3],
): ValuedTransfer['book'] {
  const day = policy.rateOn === 'effective' ? transfer.effectiveOn : bookedOn;
  return bookAmount(transfer, day, policy, rates) ?? { minor: 0n, currency: policy.currency };
}

/** What the accounts that are moved hold now. */
async function heldBefore(
  tx: Tx,
  transfers: readonly Transfer[],
): Promise<ReadonlyMap<string, ForeignBalance>> {
  const held = new Map<string, ForeignBalance>();
  for (const [company, own] of Map.groupBy(transfers, (transfer) => transfer.company)) {
    const agreements = new Set(own.map(({ subject }) => subject?.agreement));
    // What is of no agreement cannot be asked for alone.
    for (const agreement of agreements.has(undefined) ? [undefined] : agreements) {
      const balances = await tx.ledger.items({ company, ...(agreement !== undefined && { agreement }) });
      for (const [key, balance] of foreignBalances(balances)) held.set(key, balance);
    }
  }
  return held;
}

/** Balances of items by their keys; accounts of the general ledger make no difference. */
export function foreignBalances(balances: readonly ItemBalance[]): Map<string, ForeignBalance> {
  const held = new Map<string, ForeignBalance>();
  for (const balance of balances) {
    const key = keyOf(balance);
    const before = held.get(key) ?? { minor: 0n, book: 0n };
    held.set(key, { minor: before.minor + balance.minor, book: before.book + balance.bookMinor });
  }
  return held;
}

export function keyOf(balance: ItemBalance): string {
  const subject = subjectOf(balance);
  return foreignKey({ ...balance, ...(subject && { subject }) });
}

export function subjectOf({ agreement, term, windowFrom, windowUntil }: SubledgerBalance) {
  if (agreement === undefined || term === undefined) return undefined;
  if (windowFrom === undefined || windowUntil === undefined) return undefined;
  return { agreement, term, window: { from: windowFrom, until: windowUntil } };
}

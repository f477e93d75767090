import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';
import { bookAmount } from '../../core/ledger/bookAmount.ts';
import type { BooksPolicy } from '../../core/ledger/booksPolicy.ts';
import {
  apartBy,
  bookOnly,
  type ForeignBalance,
  foreignKey,
  isMonetary,
  type ValuedTransfer,
} from '../../core/ledger/exchangeDifferences.ts';
import { reversed, type Transfer, transferred } from '../../core/ledger/transfer.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { companyDay } from '../businessDay.ts';
import type { ForeignTransfer, TransferToPost } from '../ports/ledgerStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { foreignBalances, keyOf, subjectOf } from './postTransfers.ts';

/** What a valuation came to: how many amounts got another worth, and how many have no rate. */
export type ValuedBooks = { readonly corrected: number; readonly unvalued: number };

/**
 * Gives what was posted in other currencies the worth that it has by the rates as they are known now: a rate
 * that came late, or was corrected, posts one difference for each amount, with the cause `exchangeRates`. Again,
 * it posts nothing.
 * Refuses: company-not-found, books-currency-missing.
 */
export function valueBooks(
  ports: Ports,
  tenant: TenantId,
  { company: code, actor }: { readonly company: string; readonly actor: Actor },
): Promise<Result<ValuedBooks>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const company = (await tx.company.all()).find((entry) => entry.code === code);
    if (company === undefined) return refused(refuse('company-not-found', 'company', { company: code }));
    const policy = (await tx.ledger.policies()).get(code);
    if (policy === undefined) return refused(refuse('books-currency-missing', 'company', { company: code }));
    await tx.ledger.lock(code);
    const valued = await valueTransfers(ports, tx, code, policy, companyDay(company, ports.clock));
    if (valued.corrected > 0) {
      await auditDeed(ports, tx, { actor, action: 'ledger.value', object: code, body: { ...valued } });
    }
    return accept(valued);
  });
}

const PAGE = 1000;

/** The same inside a transaction that holds the lock of the books, of what stands in them before a day. */
export async function valueTransfers(
  ports: Ports,
  tx: Tx,
  company: string,
  policy: BooksPolicy,
  day: LocalDate,
  until?: LocalDate,
): Promise<ValuedBooks> {
  const batch = await tx.batches.last();
  const { rates } = await tx.master.knownAt(batch);
  const corrections: TransferToPost[] = [];
  let unvalued = 0;
  for (let after: bigint | undefined; ; ) {
    const page = await tx.ledger.foreign(company, policy.currency, {
      ...(after !== undefined && { after }),
      ...(until !== undefined && { until }),
      limit: PAGE,
    });
    for (const transfer of page) {
      const on = policy.rateOn === 'effective' ? transfer.effectiveOn : transfer.bookedOn;
      const worth = bookAmount(transfer, on, policy, rates);
      if (worth === undefined) unvalued += 1;
      else corrections.push(...corrected(transfer, worth.minor - transfer.worth, policy, batch));
    }
    after = page.at(-1)?.number;
    if (page.length < PAGE) break;
  }
  const posting = { day, at: ports.clock.now(), batch };
  await tx.ledger.post(corrections, posting);
  const origin = { kind: 'valuation', id: ports.ids.next() };
  await tx.ledger.post(await realised(tx, company, policy, { origin, effectiveOn: day }), posting);
  return { corrected: corrections.length, unvalued };
}

/** The difference goes the way of the amount itself. */
function corrected(
  transfer: ForeignTransfer,
  delta: bigint,
  { currency }: BooksPolicy,
  batch: number,
): TransferToPost[] {
  const { id, company, debit, credit, effectiveOn, partner, subject, item, counterparty } = transfer;
  const place = {
    ...{ company, currency: transfer.currency, effectiveOn },
    ...({ event: 'exchange', cause: 'exchangeRates' } as const),
    ...(partner !== undefined && { partner }),
    ...(subject !== undefined && { subject }),
    ...(item !== undefined && { item }),
    ...(counterparty !== undefined && { counterparty }),
    origin: { kind: 'rate', id },
    leg: String(batch),
  };
  return transferred(delta, { debit, credit }, place).map((moved) => ({
    ...moved,
    minor: 0n,
    book: { minor: moved.minor, currency },
    accounts:
      delta > 0n
        ? { debit: transfer.debitAccount, credit: transfer.creditAccount }
        : { debit: transfer.creditAccount, credit: transfer.debitAccount },
  }));
}

/** An account of amounts in another currency than the books', and what it holds. */
type OpenPlace = ForeignBalance & {
  readonly key: string;
  readonly place: Parameters<typeof bookOnly>[2];
};

/** The open accounts of a company, and what goes between two currencies as one account of all of them. */
async function openPlaces(
  tx: Tx,
  filter: { readonly company: string; readonly until?: LocalDate },
  policy: BooksPolicy,
  deed: Pick<Transfer, 'origin' | 'effectiveOn'>,
): Promise<OpenPlace[]> {
  const balances = await tx.ledger.items(filter);
  const own = balances.filter(({ role, currency }) =>
    role === 'conversion' ? true : isMonetary(role) && currency !== policy.currency,
  );
  const places = new Map(own.map((balance) => [keyOf(balance), balance]));
  return [...foreignBalances(own)].flatMap(([key, held]) => {
    const balance = places.get(key);
    if (balance === undefined) return [];
    const { company, currency, role, partner } = balance;
    const subject = subjectOf(balance);
    const about = {
      ...(partner !== undefined && { partner }),
      ...(subject && { subject }),
      ...apartBy(balance),
    };
    return [{ ...held, key, place: { ...deed, company, currency, role, ...about, leg: key } }];
  });
}

/** What holds nothing any more and still stands in the books is a difference. */
async function realised(
  tx: Tx,
  company: string,
  policy: BooksPolicy,
  deed: Pick<Transfer, 'origin' | 'effectiveOn'>,
): Promise<ValuedTransfer[]> {
  const open = await openPlaces(tx, { company }, policy, deed);
  const between = new Map<string, OpenPlace>();
  const all = open.flatMap((one) => {
    if (one.place.role !== 'conversion') return one.minor === 0n ? [one] : [];
    const key = foreignKey({ ...one.place, currency: '' });
    const { book } = between.get(key) ?? { book: 0n };
    // In the currency of the books an amount is its own worth: the difference is of the other one.
    const shown = one.place.currency === policy.currency ? (between.get(key) ?? one) : one;
    between.set(key, { ...shown, book: book + one.book });
    return [];
  });
  return [...all, ...between.values()].flatMap(({ book, place }) => bookOnly(-book, policy.currency, place));
}

/**
 * What is open at the end of a month stands in the books with the rate of its last day; the mirrored entry
 * of the next day takes the difference back. Source: IAS 21.23.
 */
export async function revalueMonth(
  ports: Ports,
  tx: Tx,
  company: string,
  policy: BooksPolicy,
  month: Window,
): Promise<void> {
  const batch = await tx.batches.last();
  const { rates } = await tx.master.knownAt(batch);
  const lastDay = month.until - 1;
  const origin = { kind: 'revaluation', id: ports.ids.next() };
  const open = await openPlaces(tx, { company, until: month.until }, policy, {
    origin,
    effectiveOn: lastDay,
  });
  const differences = open.flatMap(({ minor, book, place }) => {
    if (minor === 0n || place.role === 'conversion') return [];
    const worth = bookAmount({ minor, currency: place.currency }, lastDay, policy, rates);
    return worth === undefined ? [] : bookOnly(worth.minor - book, policy.currency, place);
  });
  const at = ports.clock.now();
  await tx.ledger.post(differences, { day: lastDay, at, batch });
  const posted = await tx.ledger.transfers({ origin }, { limit: differences.length });
  const mirrors = posted.map(({ book, ...transfer }) => ({
    ...reversed(transfer, { origin, effectiveOn: month.until }),
    book: book ?? ('none' as const),
  }));
  await tx.ledger.post(mirrors, { day: month.until, at, batch });
}

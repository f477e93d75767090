import { multiply, rational } from '../number/rational.ts';
import { roundAt } from '../number/round.ts';
import { dayKey, joinKey } from '../text/key.ts';
import type { BookAmount } from './booksPolicy.ts';
import type { LedgerRole } from './ledgerRole.ts';
import { type Transfer, transferred } from './transfer.ts';

/** A transfer with what it is worth in the currency of the books of its company. */
export type ValuedTransfer = Transfer & { readonly book: BookAmount };

/** What an account holds in a foreign currency, and in that of the books. Units: minor, debit plus. */
export type ForeignBalance = { readonly minor: bigint; readonly book: bigint };

/** Accounts of amounts that are still to be paid: their worth goes with the rate until they are. */
const MONETARY: ReadonlySet<LedgerRole> = new Set<LedgerRole>([
  'accruedLiability',
  'accruedReceivable',
  'claimedReceivable',
  'partnerPayable',
  'partnerReceivable',
  'withholding',
  'bankClearing',
  'intercompany',
  'advance',
  'fund',
]);

/** Accounts of open items: each settlement and each claim goes with the rate by itself. */
const BY_ITEM: ReadonlySet<LedgerRole> = new Set<LedgerRole>([
  'claimedReceivable',
  'partnerPayable',
  'partnerReceivable',
  'withholding',
  'bankClearing',
  'advance',
]);

export function isMonetary(role: LedgerRole): boolean {
  return MONETARY.has(role);
}

type Place = Pick<Transfer, 'company' | 'currency'> & {
  readonly partner?: Transfer['partner'] | undefined;
  readonly subject?: Transfer['subject'] | undefined;
  readonly item?: Transfer['item'] | undefined;
  readonly counterparty?: Transfer['counterparty'] | undefined;
  readonly role: LedgerRole;
};

/** What tells the amounts of an account apart beside partner and subject: its item, or the other company of ours. */
export function apartBy({
  role,
  item,
  counterparty,
}: Pick<Place, 'role' | 'item' | 'counterparty'>): Pick<Transfer, 'item' | 'counterparty'> {
  return {
    ...(BY_ITEM.has(role) && item !== undefined && { item }),
    ...(role === 'intercompany' && counterparty !== undefined && { counterparty }),
  };
}

/**
 * One open item in one currency, as one text; what is accrued, and what was posted before items were named, is one
 * for each account of the sub-ledger.
 */
export function foreignKey(place: Place): string {
  const { company, currency, partner = '', subject, role } = place;
  const { agreement, term, window } = subject ?? ({ agreement: '', term: '', window: undefined } as const);
  const days = window === undefined ? '' : joinKey(dayKey(window.from), dayKey(window.until));
  const { item = '', counterparty = '' } = apartBy(place);
  return joinKey(company, role, currency, partner, agreement, term, days, item, counterparty);
}

/**
 * What transfers realise: an account that comes nearer to nothing keeps, of what it stands in the books with,
 * the share of what it still holds; the rest is a difference between rates. So an account that holds nothing
 * in its own currency holds nothing in the books. Order: that of the transfers, which is that of the books.
 * `before` is what the accounts hold before the first one, by `foreignKey`. Source: IAS 21.28.
 */
export function exchangeDifferences(
  transfers: readonly ValuedTransfer[],
  before: ReadonlyMap<string, ForeignBalance>,
): ValuedTransfer[] {
  const held = new Map(before);
  const differences = transfers.flatMap((transfer) => {
    if (transfer.currency === transfer.book.currency) return [];
    return (['debit', 'credit'] as const).flatMap((side) => {
      const role = transfer[side];
      if (!isMonetary(role)) return [];
      const key = foreignKey({ ...transfer, role });
      const old = held.get(key) ?? { minor: 0n, book: 0n };
      const sign = side === 'debit' ? 1n : -1n;
      const moved = { minor: sign * transfer.minor, book: sign * transfer.book.minor };
      const book = carried(old, moved);
      held.set(key, { minor: old.minor + moved.minor, book });
      return differenceOf(transfer, role, book - (old.book + moved.book));
    });
  });
  return [...differences, ...convertedDifferences(transfers)];
}

/**
 * What goes through the account between two currencies is worth in the books what was paid for it: another worth
 * on the way in than on the way out is a difference, of the settlement that went through. Source: IAS 21.28.
 */
function convertedDifferences(transfers: readonly ValuedTransfer[]): ValuedTransfer[] {
  const through = transfers.filter(({ debit, credit }) => debit === 'conversion' || credit === 'conversion');
  const placeOf = ({ origin, company, partner, subject }: ValuedTransfer) =>
    joinKey(
      origin.kind,
      origin.id,
      foreignKey({ company, partner, subject, currency: '', role: 'conversion' }),
    );
  return [...Map.groupBy(through, placeOf).values()].flatMap((own) => {
    const foreign = own.find(({ currency, book }) => currency !== book.currency);
    const minor = own.reduce(
      (sum, { debit, book }) => sum + (debit === 'conversion' ? book.minor : -book.minor),
      0n,
    );
    return foreign === undefined ? [] : differenceOf(foreign, 'conversion', -minor);
  });
}

/** What an account stands in the books with after an amount has moved it. */
function carried(old: ForeignBalance, moved: ForeignBalance): bigint {
  const left = old.minor + moved.minor;
  if (left === 0n) return 0n;
  const isGrowing = old.minor === 0n || moved.minor === 0n || old.minor > 0n === moved.minor > 0n;
  if (isGrowing) return old.book + moved.book;
  const isTurned = old.minor > 0n !== left > 0n;
  const [whole, of] = isTurned ? [moved.book, moved.minor] : [old.book, old.minor];
  return roundAt(multiply(rational(whole), rational(left, of)), 0, 'halfAwayFromZero');
}

/** A difference moves an amount of the books alone; nothing of the foreign currency. */
function differenceOf(transfer: ValuedTransfer, role: LedgerRole, minor: bigint): ValuedTransfer[] {
  const { origin, leg, company, currency, effectiveOn, partner, subject, book } = transfer;
  return bookOnly(minor, book.currency, {
    ...{ company, currency, effectiveOn, role },
    ...(partner !== undefined && { partner }),
    ...(subject !== undefined && { subject }),
    ...apartBy({ ...transfer, role }),
    origin: { kind: 'exchange', id: `${origin.kind} ${origin.id}` },
    leg: `${leg} ${role}`,
  });
}

/** A change of what an account stands in the books with, against the differences between rates. */
export function bookOnly(
  minor: bigint,
  bookCurrency: string,
  {
    role,
    ...about
  }: Omit<Transfer, 'minor' | 'debit' | 'credit' | 'event' | 'cause'> & {
    readonly role: LedgerRole;
  },
): ValuedTransfer[] {
  const place = { ...about, event: 'exchange', cause: 'exchangeRates' } as const;
  return transferred(minor, { debit: role, credit: 'exchangeDifference' }, place).map((moved) => ({
    ...moved,
    minor: 0n,
    book: { minor: moved.minor, currency: bookCurrency },
  }));
}

import type { LocalDate } from '../calendar/localDate.ts';
import type { LedgerRole } from '../ledger/ledgerRole.ts';
import type { LedgerEvent, Origin, Subject, Transfer } from '../ledger/transfer.ts';

/** Accounts of what is open between us and a partner by documents and claims; what is only accrued is ours alone. */
const OPEN_ROLES: ReadonlySet<LedgerRole> = new Set([
  'partnerPayable',
  'partnerReceivable',
  'claimedReceivable',
  'advance',
  'offset',
]);

/** A transfer with its place in the books. */
export type StatedTransfer = Pick<
  Transfer,
  'event' | 'debit' | 'credit' | 'minor' | 'currency' | 'subject' | 'origin'
> & { readonly bookedOn: LocalDate };

/** What changed what is open, by one deed. Units: minor; above zero we owe more. */
export type StatementEntry = {
  readonly bookedOn: LocalDate;
  readonly event: LedgerEvent;
  readonly origin: Origin;
  /** What the partner knows the deed by, such as the legal number of a document. */
  readonly reference?: string;
  readonly subject?: Subject;
  readonly minor: bigint;
};

/** What was open before, what happened, and what is open then, in one currency. */
export type PartnerStatement = {
  readonly currency: string;
  readonly openingMinor: bigint;
  readonly entries: readonly StatementEntry[];
  readonly closingMinor: bigint;
};

/**
 * The statements of a partner, one for each currency, from all transfers of the partner up to the last
 * day. What goes between two accounts of what is open, such as an offset, changes nothing for the partner.
 * The transfers of one deed about one account are one entry, unless they change nothing together. Shape: transfers in the order of the books.
 */
export function partnerStatements(
  transfers: readonly StatedTransfer[],
  { firstDay, lastDay }: { readonly firstDay: LocalDate; readonly lastDay: LocalDate },
): PartnerStatement[] {
  const moved = transfers.filter((transfer) => transfer.bookedOn <= lastDay && openedBy(transfer) !== 0n);
  const currencies = [...new Set(moved.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const own = moved.filter((transfer) => transfer.currency === currency);
    const openingMinor = sumOf(own.filter(({ bookedOn }) => bookedOn < firstDay));
    const entries = entriesOf(own.filter(({ bookedOn }) => bookedOn >= firstDay));
    const closingMinor = entries.reduce((sum, { minor }) => sum + minor, openingMinor);
    return { currency, openingMinor, entries, closingMinor };
  });
}

function sumOf(transfers: readonly StatedTransfer[]): bigint {
  return transfers.reduce((sum, transfer) => sum + openedBy(transfer), 0n);
}

/**
 * By how much we owe more for a transfer. What a deduction clears on the other side is what the partner owes for goods,
 * which no statement of rebates tells of: so a document that was kept back is paid.
 */
function openedBy({ debit, credit, minor, origin }: StatedTransfer): bigint {
  const isOpen = (role: LedgerRole) =>
    OPEN_ROLES.has(role) && !(origin.kind === 'deduction' && role === 'partnerReceivable');
  return (isOpen(credit) ? minor : 0n) - (isOpen(debit) ? minor : 0n);
}

function entriesOf(transfers: readonly StatedTransfer[]): StatementEntry[] {
  const entries = new Map<string, StatementEntry>();
  for (const transfer of transfers) {
    const { bookedOn, event, origin, subject } = transfer;
    const key = JSON.stringify([bookedOn, event, origin.kind, origin.id, subject ?? null]);
    const minor = (entries.get(key)?.minor ?? 0n) + openedBy(transfer);
    entries.set(key, { bookedOn, event, origin, ...(subject && { subject }), minor });
  }
  return [...entries.values()].filter(({ minor }) => minor !== 0n).sort((a, b) => a.bookedOn - b.bookedOn);
}

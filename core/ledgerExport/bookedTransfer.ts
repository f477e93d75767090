import type { LocalDate } from '../calendar/localDate.ts';
import { formatDate } from '../calendar/localDate.ts';
import { windowText } from '../calendar/window.ts';
import type { BookAmount } from '../ledger/booksPolicy.ts';
import type { Transfer } from '../ledger/transfer.ts';

/** A transfer as it stands in the books, with the name of the partner as people read it, where one is known. */
export type BookedTransfer = Omit<Transfer, 'leg'> & {
  readonly id: string;
  /** Without a gap in the books of a company. */
  readonly number: bigint;
  readonly debitAccount: string;
  readonly creditAccount: string;
  readonly bookedOn: LocalDate;
  readonly partnerName?: string;
  /** What it is worth in the currency of the books, where they name one. */
  readonly book?: BookAmount;
};

/** Everything that leads back from a transfer to what it comes from, in a fixed order; what it does not say is left out. */
export function metadataOf(transfer: BookedTransfer): readonly (readonly [name: string, value: string])[] {
  const { subject, partner, counterparty, item, cause, origin, reverses } = transfer;
  const all: readonly (readonly [string, string | undefined])[] = [
    ['transfer', transfer.id],
    ['event', transfer.event],
    ['effective', formatDate(transfer.effectiveOn)],
    ['partner', partner],
    ['counterparty', counterparty],
    ['agreement', subject?.agreement],
    ['term', subject?.term],
    ['window', subject && windowText(subject.window)],
    ['item', item],
    ['cause', cause],
    ['origin', `${origin.kind} ${origin.id}`],
    ['reverses', reverses],
  ];
  return all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

/** Whom and what a transfer is about, in one line. */
export function narrationOf({ event, subject }: BookedTransfer): string {
  return subject === undefined ? event : `${event} ${subject.agreement} ${subject.term}`;
}

export function payeeOf({ partner, partnerName }: BookedTransfer): string | undefined {
  return partner === undefined || partnerName === undefined ? partner : `${partner} ${partnerName}`;
}

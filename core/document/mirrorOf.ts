import type { LocalDate } from '../calendar/localDate.ts';
import { factsOfKind, type RebateDocument } from './rebateDocument.ts';

/** What a document that takes another one back says of its own. */
export type MirrorHead = {
  readonly series: string;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
};

/**
 * The document that takes another one back: of the mirrored kind, over the same lines, amounts and tax,
 * and naming the first. Nothing is ever struck out or deleted. Where the partner was paid, we are
 * now: the account is then another one, and is not carried over. What was set off is open again on both.
 */
export function mirrorOf(document: RebateDocument, head: MirrorHead): RebateDocument {
  const { setOff: _, ...taken } = document;
  const { payment, number, issuedOn } = document;
  return {
    ...taken,
    ...head,
    kind: factsOfKind(document.kind).mirror,
    reason: 'cancellation',
    preceding: { number, issuedOn },
    payment: { means: payment.means },
    notes: [],
  };
}

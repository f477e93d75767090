import { type DocumentKind, factsOfKind } from '../../core/document/rebateDocument.ts';
import { type DocumentDraft, UNTAXED } from '../../core/settlement/planDocuments.ts';
import type { SettlementSide } from '../ports/settlementStore.ts';

/** By which document: what the tax makes of it, whose it is, and which way it goes. */
export function documentKind(
  side: SettlementSide,
  { reason, method, tax, taxes }: DocumentDraft,
): DocumentKind {
  const isUntaxed = [...taxes.keys()].every((rate) => rate === UNTAXED);
  const isNotice =
    tax.treatment === 'nonAdjacentPayer' ||
    (isUntaxed && tax.treatment === 'outsideScope' && method !== 'creditNote' && method !== 'debitNote');
  const kind = isNotice
    ? noticeOf(side)
    : side === 'receivable'
      ? 'debitNote'
      : tax.treatment === 'partnerService'
        ? 'selfBilledInvoice'
        : 'creditNote';
  return reason === 'clawBack' ? factsOfKind(kind).mirror : kind;
}

function noticeOf(side: SettlementSide): DocumentKind {
  return side === 'payable' ? 'paymentNotice' : 'reclaimNotice';
}

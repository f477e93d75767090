import type { Answer } from '../../api/answer.ts';

export type Duty = Answer<'showHome'>['duties'][number];

/** Where a duty is done: an address of the office. */
export function placeOf({ kind, id, agreement, partner }: Duty): string {
  const of = encodeURIComponent(id);
  switch (kind) {
    case 'proposal':
    case 'agreementEnds':
      return `/agreements/${encodeURIComponent(agreement ?? id)}`;
    case 'quarantine':
      return `/facts/imports/${of}`;
    case 'claimToAnswer':
    case 'dispute':
    case 'claimLate':
      return `/claims?claim=${of}`;
    case 'settlementToApprove':
    case 'settlementToIssue':
      return `/settlement?settlement=${of}`;
    case 'paymentRunToApprove':
    case 'paymentRunToSend':
      return `/settlement/payments?run=${of}`;
    case 'bankChange':
      return `/settlement/accounts?partner=${encodeURIComponent(partner ?? '')}`;
    case 'adjustment':
      return `/ledger/adjustments?adjustment=${of}`;
    case 'caseToDecide':
      return `/trust/cases/${of}`;
    case 'scanLate':
      return '/jobs';
    default:
      return '/facts/imports';
  }
}

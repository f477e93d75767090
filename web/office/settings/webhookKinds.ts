import type { Answer } from '../../api/answer.ts';

export type EventKind = Answer<'getWebhook'>['kinds'][number];

/** What one can be told of, by what it is about; a test holds it against what the API takes. */
export const KINDS_BY_THING = [
  ['thing_import', ['import.ended', 'import.undone']],
  [
    'thing_agreement',
    [
      'agreement.submitted',
      'agreement.approved',
      'agreement.amended',
      'agreement.rejected',
      'agreement.accepted',
      'earnings.changed',
    ],
  ],
  [
    'thing_claim',
    [
      'claim.sent',
      'claim.answered',
      'claim.received',
      'claim.writtenOff',
      'dispute.opened',
      'dispute.resolved',
    ],
  ],
  [
    'thing_deduction',
    ['deduction.registered', 'deduction.matched', 'deduction.denied', 'deduction.writtenOff'],
  ],
  [
    'thing_settlement',
    [
      'settlement.proposed',
      'settlement.approved',
      'settlement.rejected',
      'settlement.issued',
      'settlement.cancelled',
    ],
  ],
  [
    'thing_payment',
    [
      'paymentRun.proposed',
      'paymentRun.approved',
      'paymentRun.withdrawn',
      'paymentRun.sent',
      'payment.confirmed',
      'payment.returned',
      'payment.rejected',
      'payment.unknown',
    ],
  ],
  ['thing_month', ['month.closed', 'month.reopened']],
] as const satisfies readonly (readonly [string, readonly EventKind[]])[];

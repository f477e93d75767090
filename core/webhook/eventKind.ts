/** What a program outside can be told of. Published names: one is added, none is ever renamed or taken out. */
export const EVENT_KINDS = [
  'import.ended',
  'import.undone',
  'agreement.submitted',
  'agreement.approved',
  'agreement.amended',
  'agreement.rejected',
  'agreement.accepted',
  'earnings.changed',
  'claim.sent',
  'claim.answered',
  'claim.received',
  'claim.writtenOff',
  'dispute.opened',
  'dispute.resolved',
  'deduction.registered',
  'deduction.matched',
  'deduction.denied',
  'deduction.writtenOff',
  'settlement.proposed',
  'settlement.approved',
  'settlement.rejected',
  'settlement.issued',
  'settlement.cancelled',
  'paymentRun.proposed',
  'paymentRun.approved',
  'paymentRun.withdrawn',
  'paymentRun.sent',
  'payment.confirmed',
  'payment.returned',
  'payment.rejected',
  'payment.unknown',
  'month.closed',
  'month.reopened',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Sent when somebody asks for it, to one address; nobody subscribes to it. */
export const TEST_EVENT = 'webhook.test';
export type SentKind = EventKind | typeof TEST_EVENT;

/** What an event is about; those of one thing come in their order. */
export const OBJECT_KINDS = [
  'import',
  'agreement',
  'claim',
  'deduction',
  'settlement',
  'paymentRun',
  'payment',
  'month',
  'webhook',
] as const;
export type ObjectKind = (typeof OBJECT_KINDS)[number];

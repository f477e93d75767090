import type { EventKind, ObjectKind } from './eventKind.ts';

/** A deed as the audit trail keeps it, as far as events go by it. */
export type HeardDeed = {
  readonly action: string;
  readonly object: string;
  readonly body: Readonly<Record<string, unknown>>;
};

/** What a program outside is told of a deed: what happened to what, and where the API shows it. */
export type DeedEvent = {
  readonly kind: EventKind;
  readonly objectKind: ObjectKind;
  readonly object: string;
  readonly address: string;
};

type Reader = (deed: HeardDeed) => readonly DeedEvent[];

/** By the action of the trail; any other action is no event. */
const READERS: Readonly<Record<string, Reader>> = {
  'import.lines': of('import', 'import.ended'),
  'import.payments': of('import', 'import.ended'),
  'import.stock': of('import', 'import.ended'),
  'import.master': ({ object }) => (UUID.test(object) ? [event('import', 'import.ended', object)] : []),
  'import.undo': of('import', 'import.undone'),
  'agreement.submit': of('agreement', 'agreement.submitted'),
  'agreement.approve': inForce,
  'agreement.takeOver': inForce,
  'agreement.reject': of('agreement', 'agreement.rejected'),
  'agreement.accepted': of('agreement', 'agreement.accepted'),
  'agreement.calculate': ({ object, body }) =>
    body.bookings === 0 ? [] : [event('agreement', 'earnings.changed', object)],
  'claim.sent': of('claim', 'claim.sent'),
  'claim.answered': of('claim', 'claim.answered'),
  'claim.silence': of('claim', 'claim.answered'),
  'claim.received': of('claim', 'claim.received'),
  'claim.writtenOff': of('claim', 'claim.writtenOff'),
  'claim.disputed': of('claim', 'dispute.opened'),
  'claim.conceded': of('claim', 'dispute.resolved'),
  'claim.agreed': of('claim', 'dispute.resolved'),
  'deduction.registered': of('deduction', 'deduction.registered'),
  'deduction.matched': of('deduction', 'deduction.matched'),
  'deduction.denied': of('deduction', 'deduction.denied'),
  'deduction.writtenOff': of('deduction', 'deduction.writtenOff'),
  'settlement.propose': ({ body }) => idsIn(body.settlements).map((id) => proposed(id)),
  'settlement.advance': ({ object }) => [proposed(object)],
  'settlement.approve': whole(of('settlement', 'settlement.approved')),
  'settlement.reject': of('settlement', 'settlement.rejected'),
  'settlement.issue': of('settlement', 'settlement.issued'),
  'settlement.cancel': of('settlement', 'settlement.cancelled'),
  'paymentRun.propose': of('paymentRun', 'paymentRun.proposed'),
  'paymentRun.approve': whole(of('paymentRun', 'paymentRun.approved')),
  'paymentRun.withdraw': of('paymentRun', 'paymentRun.withdrawn'),
  'paymentRun.send': of('paymentRun', 'paymentRun.sent'),
  'payment.confirmed': payment('payment.confirmed'),
  'payment.returned': payment('payment.returned'),
  'payment.partlyReturned': payment('payment.returned'),
  'payment.rejected': payment('payment.rejected'),
  'payment.unknown': payment('payment.unknown'),
  'ledger.close': month('month.closed'),
  'ledger.reopen': month('month.reopened'),
};

/**
 * What a deed means to programs outside; nothing of most. It says that something happened to which thing, and no more:
 * amounts and partners are read from the API, by whoever may.
 */
export function eventsOf(deed: HeardDeed): readonly DeedEvent[] {
  // An action that is called like what every object has is none of ours.
  return Object.hasOwn(READERS, deed.action) ? (READERS[deed.action]?.(deed) ?? []) : [];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const PLACE: Readonly<Partial<Record<ObjectKind, string>>> = {
  import: 'imports',
  agreement: 'agreements',
  claim: 'claims',
  deduction: 'deductions',
  settlement: 'settlements',
  paymentRun: 'payment-runs',
};

function event(objectKind: ObjectKind, kind: EventKind, object: string): DeedEvent {
  const address = `/api/v1/${PLACE[objectKind] ?? ''}/${encodeURIComponent(object)}`;
  return {
    ...{ kind, objectKind, object },
    address: kind === 'earnings.changed' ? `${address}/earnings` : address,
  };
}

function of(objectKind: ObjectKind, kind: EventKind): Reader {
  return ({ object }) => [event(objectKind, kind, object)];
}

/** With the last level a version is in force: the first one is approved, each later one amends. */
function inForce({ object, body }: HeardDeed): readonly DeedEvent[] {
  if (typeof body.version !== 'number') return [];
  return [event('agreement', body.version === 1 ? 'agreement.approved' : 'agreement.amended', object)];
}

/** Not before the last approval that the rules want. */
function whole(reader: Reader): Reader {
  return (deed) => (deed.body.missing === 0 ? reader(deed) : []);
}

function proposed(id: string): DeedEvent {
  return event('settlement', 'settlement.proposed', id);
}

/** A payment is shown with its run. */
function payment(kind: EventKind): Reader {
  return ({ object, body }) => {
    const run = typeof body.run === 'string' ? body.run : '';
    return [
      { kind, objectKind: 'payment', object, address: `/api/v1/payment-runs/${encodeURIComponent(run)}` },
    ];
  };
}

/** A month is called "EU 2026-01"; a code of a company has no space at its end. */
function month(kind: EventKind): Reader {
  return ({ object }) => {
    const [company = ''] = object.split(/ (?=\S*$)/);
    const address = `/api/v1/ledger/months?company=${encodeURIComponent(company)}`;
    return [{ kind, objectKind: 'month', object, address }];
  };
}

function idsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

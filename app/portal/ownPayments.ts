import type { AdvisedDocument, RemittanceAdvice } from '../../core/payment/remittanceAdvice.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { isUuid } from '../isUuid.ts';
import { joinedPorts } from '../joinedStore.ts';
import { advisedDocuments } from '../payments/advisedDocuments.ts';
import { remittanceAdvice } from '../payments/remittanceAdvice.ts';
import type { KeyPorts } from '../ports/keyRing.ts';
import type { OwnPayment, OwnPaymentFilter, PaidPart, PaymentEvent } from '../ports/paymentStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

/** A payment down to what was earned: its documents, what these are of, and what was heard of it. */
export type ReadablePayment = {
  readonly payment: OwnPayment;
  readonly companyName: string;
  readonly documents: readonly (AdvisedDocument & { readonly parts: readonly PaidPart[] })[];
  readonly heard: readonly Pick<PaymentEvent, 'state' | 'minor' | 'at'>[];
};

/** Payments that have left for the partners of whoever asks, the latest first. */
export function listOwnPayments(
  ports: Ports,
  tenant: TenantId,
  filter: OwnPaymentFilter,
): Promise<readonly OwnPayment[]> {
  return ports.store.inTenant(tenant, (tx) => tx.payments.own(filter));
}

/** Refuses: payment-not-found, also of one that has not left or goes to somebody else. */
export function readOwnPayment(ports: Ports, tenant: TenantId, id: string): Promise<Result<ReadablePayment>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const payment = await ownPayment(tx, id);
    if (payment === undefined) return notFound(id);
    const documents = await advisedDocuments(tx, await tx.payments.itemsOf(id));
    const parts = await tx.payments.paidParts(documents.map(({ settlement }) => settlement));
    const ours = (await tx.company.all()).find(({ code }) => code === payment.company);
    const events = await tx.payments.events(id);
    return accept({
      payment,
      companyName: ours?.name ?? payment.company,
      documents: documents.map((document) => ({
        ...document,
        parts: parts.filter(({ settlement }) => settlement === document.settlement),
      })),
      // Who told us of it and in which words is ours.
      heard: events.map(({ state, minor, at }) => ({ state, minor, at })),
    });
  });
}

/** Refuses: payment-not-found, those of KeyRing.open. */
export function ownAdvice(ports: KeyPorts, tenant: TenantId, id: string): Promise<Result<RemittanceAdvice>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const payment = await ownPayment(tx, id);
    return payment === undefined
      ? notFound(id)
      : remittanceAdvice(joinedPorts(ports, tenant, tx), tenant, id);
  });
}

async function ownPayment(tx: Tx, id: string): Promise<OwnPayment | undefined> {
  return isUuid(id) ? (await tx.payments.own({ id, limit: 1 }))[0] : undefined;
}

function notFound(id: string) {
  return refused(refuse('payment-not-found', 'id', { id }));
}

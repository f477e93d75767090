import { decodePaymentRules, type PaymentRules } from '../../core/payment/paymentRules.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import {
  type ConfirmedRules,
  confirmRules,
  listRules,
  type ProposedRules,
  proposeRules,
  type RulesKind,
} from '../confirmedRules.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

/** What has to happen before money leaves. */
const PAYMENT_RULES: RulesKind<PaymentRules> = {
  name: 'paymentRules',
  decode: decodePaymentRules,
  storeOf: (tx) => tx.paymentRules,
  batch: 'paymentRules',
  notFound: 'payment-rules-not-found',
  stale: 'payment-rules-stale',
};

/** The rules in force now. Refuses: payment-rules-missing. */
export async function paymentRulesNow(tx: Tx): Promise<Result<PaymentRules>> {
  const stored = await tx.paymentRules.knownAt(await tx.batches.last());
  return stored === undefined ? refused(refuse('payment-rules-missing', 'rules')) : accept(stored.rules);
}

export const proposePaymentRules = (ports: Ports, tenant: TenantId, entry: ProposedRules) =>
  proposeRules(ports, tenant, PAYMENT_RULES, entry);

export const confirmPaymentRules = (ports: Ports, tenant: TenantId, entry: ConfirmedRules) =>
  confirmRules(ports, tenant, PAYMENT_RULES, entry);

export const listPaymentRules = (ports: Ports, tenant: TenantId) => listRules(ports, tenant, PAYMENT_RULES);

import type { PaymentRuleUseCases } from '../../adapters/http/routes/paymentRuleRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import {
  confirmPaymentRules,
  listPaymentRules,
  proposePaymentRules,
} from '../../app/payments/paymentRules.ts';
import type { Ports } from '../../app/ports.ts';

/** What has to happen before money leaves, as one caller has it. */
export function paymentRuleUseCases(ports: Ports, { tenant, actor }: Caller): PaymentRuleUseCases {
  return {
    listPaymentRules: () => listPaymentRules(ports, tenant),
    proposePaymentRules: (parsed) => proposePaymentRules(ports, tenant, { actor, parsed }),
    confirmPaymentRules: (version) => confirmPaymentRules(ports, tenant, { actor, version }),
  };
}

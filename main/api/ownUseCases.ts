import type { OwnAgreementUseCases } from '../../adapters/http/routes/ownAgreementRoutes.ts';
import type { OwnLineUseCases } from '../../adapters/http/routes/ownLineRoutes.ts';
import type { OwnPaymentUseCases } from '../../adapters/http/routes/ownPaymentRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { listOwnCompanies } from '../../app/portal/listOwnCompanies.ts';
import { acceptAgreement, listOwnAgreements, readOwnAgreement } from '../../app/portal/ownAgreements.ts';
import { listOwnPayments, ownAdvice, readOwnPayment } from '../../app/portal/ownPayments.ts';
import type { KeyPorts } from '../../app/ports/keyRing.ts';
import { sentAdvice } from '../adviceFile.ts';

/** What the portal shows: of the partners of the caller, or of the one that our own people name. */
export function ownUseCases(
  ports: KeyPorts,
  caller: Caller,
): OwnAgreementUseCases & OwnLineUseCases & OwnPaymentUseCases {
  const { tenant, actor } = caller;
  const seen = (partner: string | undefined): readonly string[] => {
    const named = partner === undefined ? [] : [partner];
    if (caller.partners === undefined) return named;
    return partner === undefined ? caller.partners : named.filter((one) => caller.partners?.includes(one));
  };
  return {
    listOwnAgreements: (partner) => listOwnAgreements(ports, tenant, seen(partner)),
    readOwnAgreement: (code, partner) => readOwnAgreement(ports, tenant, { code, partners: seen(partner) }),
    acceptAgreement: (asked) =>
      acceptAgreement(ports, tenant, { ...asked, partners: seen(asked.partner), actor }),
    listOwnLines: (filter) => ports.store.inTenant(tenant, (tx) => tx.lines.own(filter)),
    listOwnPayments: (filter) => listOwnPayments(ports, tenant, filter),
    readOwnPayment: (id) => readOwnPayment(ports, tenant, id),
    ownAdvice: async (id, form, language) =>
      sentAdvice(ports, tenant, await ownAdvice(ports, tenant, id), form, language),
    listOwnCompanies: (partner) => listOwnCompanies(ports, tenant, partner),
  };
}

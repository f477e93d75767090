import type { OwnAgreementUseCases } from '../../adapters/http/routes/ownAgreementRoutes.ts';
import type { OwnLineUseCases } from '../../adapters/http/routes/ownLineRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { acceptAgreement, listOwnAgreements, readOwnAgreement } from '../../app/portal/ownAgreements.ts';
import type { Ports } from '../../app/ports.ts';

/** What the portal shows: of the partners of the caller, or of the one that our own people name. */
export function ownUseCases(ports: Ports, caller: Caller): OwnAgreementUseCases & OwnLineUseCases {
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
  };
}

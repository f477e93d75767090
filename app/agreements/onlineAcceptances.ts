import { currentVersion } from '../../core/master/master.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { AgreementAcceptance, Ports, TenantId } from '../ports.ts';

export type OnlineAcceptance = AgreementAcceptance & { readonly partnerName: string };

/** Who of which partner has accepted which version of an agreement in the portal, in order. Refuses: agreement-not-found. */
export function onlineAcceptances(
  ports: Ports,
  tenant: TenantId,
  code: string,
): Promise<Result<readonly OnlineAcceptance[]>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const batch = await tx.batches.last();
    if ((await tx.agreements.someKnownAt([code], batch)).length === 0)
      return refused(refuse('agreement-not-found', 'agreement', { id: code }));
    const { partners } = await tx.master.knownAt(batch);
    const accepted = await tx.agreements.acceptances([code]);
    return accept(
      accepted.map((one) => {
        const record = partners.get(one.partner);
        return { ...one, partnerName: record === undefined ? one.partner : currentVersion(record).name };
      }),
    );
  });
}

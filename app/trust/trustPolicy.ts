import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { checkPolicy, NO_POLICY, type TrustPolicy } from '../../core/trust/policy.ts';
import { type Actor, actorText } from '../actor.ts';
import { personOf } from '../agreements/personOf.ts';
import { auditDeed } from '../auditDeed.ts';
import { lockSettings } from '../companies/lockSettings.ts';
import type { StoredPolicy } from '../ports/trustStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { sameVersion } from '../sameVersion.ts';

/** Version 0 where nobody has said anything. */
export type PolicyInForce = Pick<StoredPolicy, 'version' | 'policy'> & Partial<StoredPolicy>;

export async function policyNow(tx: Tx): Promise<PolicyInForce> {
  return (await tx.trust.policy()) ?? { version: 0, policy: NO_POLICY };
}

export function showPolicy(ports: Ports, tenant: TenantId): Promise<PolicyInForce> {
  return ports.store.inTenant(tenant, policyNow);
}

export type PolicyChange = {
  readonly policy: TrustPolicy;
  readonly reason: string;
  /** The version that the changer has seen; a command has looked at none. */
  readonly seen?: string;
};

/**
 * Says from which risk on something is looked at or held, from now on: what is held stays so until somebody releases it.
 * Refuses: person-needed, reason-missing, those of checkPolicy, version-differs.
 */
export function setPolicy(
  ports: Ports,
  tenant: TenantId,
  { policy, reason, seen }: PolicyChange,
  actor: Actor,
): Promise<Result<PolicyInForce>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    if (reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
    const sound = checkPolicy(policy);
    if (!sound.ok) return sound;
    await lockSettings(tx);
    const before = await policyNow(tx);
    const same = seen === undefined ? accept(undefined) : sameVersion(seen, String(before.version));
    if (!same.ok) return same;
    const said = { reason: reason.trim(), setBy: actorText(actor), setAt: ports.clock.now() };
    const stored = { version: before.version + 1, policy, ...said };
    await tx.trust.setPolicy(stored);
    const body = { ...policy, thresholds: { ...policy.thresholds }, reason: said.reason };
    await auditDeed(ports, tx, { actor, action: 'trustPolicy.set', object: String(stored.version), body });
    return accept(stored);
  });
}

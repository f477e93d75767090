import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { lockSettings } from '../companies/lockSettings.ts';
import type { SignInPolicy } from '../ports/accessStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { sameVersion } from '../sameVersion.ts';

export function getSignInPolicy(ports: Ports, tenant: TenantId): Promise<SignInPolicy> {
  return ports.store.inTenant(tenant, ({ access }) => access.signInPolicy());
}

/**
 * Says what somebody has to show to be let in; it holds from everybody's next call on. Who asks for a second factor has shown one,
 * so that nobody locks everybody out.
 * Refuses: version-differs, second-factor-needed.
 */
export function setSignInPolicy(
  ports: Ports,
  tenant: TenantId,
  { seen, needsSecondFactor, hasShownFactor }: PolicyChange,
  actor: Actor,
): Promise<Result<SignInPolicy>> {
  return ports.store.inTenant(tenant, async (tx) => {
    await lockSettings(tx);
    const before = await tx.access.signInPolicy();
    const same = sameVersion(seen, String(before.version));
    if (!same.ok) return same;
    if (needsSecondFactor && !hasShownFactor) return refused(refuse('second-factor-needed', ''));
    const policy = { version: before.version + 1, needsSecondFactor };
    await tx.access.setSignInPolicy(policy, actorText(actor), ports.clock.now());
    const body = { from: before.needsSecondFactor, to: needsSecondFactor };
    await auditDeed(ports, tx, { actor, action: 'signIn.policy', object: String(policy.version), body });
    return accept(policy);
  });
}

export type PolicyChange = {
  /** The version that the changer has seen. */
  readonly seen: string;
  readonly needsSecondFactor: boolean;
  /** Whoever asks has shown one, or asks by a key. */
  readonly hasShownFactor: boolean;
};

import { ERASE } from '../../core/audit/verifyChain.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { Ports, TenantId } from '../ports.ts';
import { linkAudit } from './linkAudit.ts';

/** Which entry, why, and who erases. */
export type Erasure = { readonly id: string; readonly reason: string; readonly actor: Actor };

/**
 * Takes the content of an entry away, where it holds what has to be forgotten; that somebody did something
 * stays, and the chain stays whole. Done again, it changes nothing.
 * Refuses: audit-reason-missing, audit-entry-not-found.
 */
export async function eraseAudit(
  ports: Ports,
  tenant: TenantId,
  { id, reason: given, actor }: Erasure,
): Promise<Result<{ readonly isChanged: boolean }>> {
  const reason = given.trim();
  if (reason === '') return refused(refuse('audit-reason-missing', 'reason'));
  // Before the trail is linked: that is much work for a "no". What is there once stays.
  const entry = await ports.store.inTenant(tenant, (tx) => tx.audit.get(id));
  if (entry === undefined) return refused(refuse('audit-entry-not-found', 'id', { id }));
  // Only what has its link can lose its content: the link keeps the hash of it.
  await linkAudit(ports, tenant);
  return ports.store.inTenant(tenant, async (tx) => {
    if (!(await tx.audit.erase(id))) return accept({ isChanged: false });
    await auditDeed(ports, tx, { actor, action: ERASE, object: id, body: { reason } });
    return accept({ isChanged: true });
  });
}

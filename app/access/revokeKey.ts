import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { ApiKey } from '../ports/accessStore.ts';
import type { Ports, TenantId } from '../ports.ts';

/**
 * Ends a key at once; one that was ended keeps its first end.
 * Refuses: key-not-found.
 */
export function revokeKey(ports: Ports, tenant: TenantId, id: string, actor: Actor): Promise<Result<ApiKey>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const key = await tx.access.lockKey(id);
    if (key === undefined) return refused(refuse('key-not-found', 'id', { id }));
    if (key.revokedAt !== undefined) return accept(key);
    const revokedAt = ports.clock.now();
    await tx.access.revokeKey(id, revokedAt);
    await auditDeed(ports, tx, { actor, action: 'key.revoke', object: id, body: {} });
    return accept({ ...key, revokedAt });
  });
}

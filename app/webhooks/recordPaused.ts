import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { Ports, TenantId } from '../ports.ts';

/** Writes into the trail that webhooks were paused where a backup was put back, before anything was sent from there. */
export function recordPaused(
  ports: Ports,
  tenant: TenantId,
  webhooks: readonly string[],
  actor: Actor,
): Promise<void> {
  return ports.store.inTenant(tenant, async (tx) => {
    for (const id of webhooks) {
      const webhook = await tx.webhooks.get(id);
      if (webhook === undefined) continue;
      const { name, url, kinds, state } = webhook;
      const body = { name, url, kinds, state, restored: true };
      await auditDeed(ports, tx, { actor, action: 'webhook.change', object: id, body });
    }
  });
}

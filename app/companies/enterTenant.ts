import { type Actor, systemActor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { ShownAudit } from '../ports/auditStore.ts';
import type { Ports, TenantId } from '../ports.ts';

/** As a tenant was set up. */
export type TenantMade = { readonly code: string; readonly name: string; readonly company: string };

const ACTIONS = ['tenant.create', 'tenant.company'] as const;

/**
 * Enters the setting up of a tenant in its trail, or that it got a company more; the same again changes nothing. The owner
 * role, which sets it up, has no right to the trail: who was killed in between gives the command again.
 */
export function enterTenant(
  ports: Ports,
  tenant: TenantId,
  { code, name, company }: TenantMade,
  actor: Actor = systemActor('cli'),
): Promise<void> {
  return ports.store.inTenant(tenant, async (tx) => {
    await tx.batches.lock();
    const entered: ShownAudit[] = [];
    for (const action of ACTIONS)
      entered.push(...(await tx.audit.list({ action, object: code, limit: 1000 })));
    const bodies = entered.map(({ entry }) => entry.content?.body ?? '');
    if (bodies.some((body) => (JSON.parse(body || '{}') as { company?: string }).company === company)) return;
    const action = entered.length === 0 ? 'tenant.create' : 'tenant.company';
    await auditDeed(ports, tx, { actor, action, object: code, body: { name, company } });
  });
}

import type { ChainHead } from '../../core/audit/auditEntry.ts';
import type { AuditFilter, ShownAudit } from '../ports/auditStore.ts';
import type { Ports, TenantId } from '../ports.ts';

/** Who did what, the newest first. */
export function listAudit(
  ports: Ports,
  tenant: TenantId,
  filter: AuditFilter,
): Promise<readonly ShownAudit[]> {
  return ports.store.inTenant(tenant, (tx) => tx.audit.list(filter));
}

/** Where the chain ends, to be kept outside, and how many entries still wait for their links. */
export function auditHead(ports: Ports, tenant: TenantId): Promise<ChainHead & { readonly waiting: number }> {
  return ports.store.inTenant(tenant, async (tx) => ({
    ...(await tx.audit.head()),
    waiting: await tx.audit.unlinkedCount(),
  }));
}

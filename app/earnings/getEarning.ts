import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { EarningRow, Ports, TenantId } from '../ports.ts';

/**
 * One earning as its last run left it.
 * Refuses: earning-not-found.
 */
export function getEarning(ports: Ports, tenant: TenantId, id: string): Promise<Result<EarningRow>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const row = await tx.earnings.get(id);
    return row === undefined ? refused(refuse('earning-not-found', 'id', { id })) : accept(row);
  });
}

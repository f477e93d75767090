import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { CutOver, CutOverLoad } from '../ports/cutOverStore.ts';
import type { Ports, TenantId } from '../ports.ts';

/** All cut-overs, by code. */
export function listCutOvers(ports: Ports, tenant: TenantId): Promise<Result<readonly CutOver[]>> {
  return ports.store.inTenant(tenant, async (tx) => accept(await tx.cutOvers.list()));
}

/**
 * One cut-over and the loads that are current.
 * Refuses: cut-over-not-found.
 */
export function showCutOver(
  ports: Ports,
  tenant: TenantId,
  code: string,
): Promise<Result<{ readonly cutOver: CutOver; readonly loads: readonly CutOverLoad[] }>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const cutOver = await tx.cutOvers.find(code);
    if (cutOver === undefined) return refused(refuse('cut-over-not-found', 'code', { code }));
    return accept({ cutOver, loads: await tx.cutOvers.loads(code) });
  });
}

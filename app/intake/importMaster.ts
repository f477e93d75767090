import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import type { MasterRow, Ports, TenantId } from '../ports.ts';
import { recordMaster } from './recordMaster.ts';

export type MasterImport = { readonly received: number; readonly changed: number; readonly batch?: number };

/**
 * Partners and products into the database: what differs from what is known becomes a new version,
 * known from now on. A repeated load changes nothing and makes no batch.
 * Refuses: known-day-backwards.
 */
export function importMaster(
  ports: Ports,
  tenant: TenantId,
  rows: readonly MasterRow[],
  actor: Actor,
): Promise<Result<MasterImport>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const recorded = await recordMaster(ports, tx, rows, actor);
    if (!recorded.ok) return recorded;
    const { changes, batch } = recorded.value;
    return accept({
      received: rows.length,
      changed: changes.length,
      ...(batch !== undefined && { batch }),
    });
  });
}

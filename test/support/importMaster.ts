import type { Actor } from '../../app/actor.ts';
import { checkMaster } from '../../app/intake/checkMaster.ts';
import { recordMaster } from '../../app/intake/recordMaster.ts';
import type { MasterRow, Ports, TenantId } from '../../app/ports.ts';
import { accept, type Result, refused } from '../../core/refusal/refusals.ts';

export type MasterImport = { readonly received: number; readonly changed: number; readonly batch?: number };

/**
 * Master data that is at hand into the database, all or nothing: what differs from what is known becomes a new version,
 * known from now on. A repeated load changes nothing and makes no batch.
 * Refuses: known-day-backwards, master-invalid.
 */
export function importMaster(
  ports: Ports,
  tenant: TenantId,
  rows: readonly MasterRow[],
  actor: Actor,
): Promise<Result<MasterImport>> {
  return ports.store.inTenant(tenant, async (tx) => {
    await tx.batches.lock();
    const changed = await tx.master.changes(rows);
    const known = await tx.master.knownAt(await tx.batches.last());
    const wrong = checkMaster(changed, known).flat();
    if (wrong.length > 0) return refused(...wrong);
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

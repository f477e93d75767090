import type { LocalDate } from '../../core/calendar/localDate.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import { askCalculation } from '../jobs/askCalculation.ts';
import type { MasterRow, Ports, TenantId } from '../ports.ts';

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
    if ((await tx.master.changes(rows)).length === 0) return accept({ received: rows.length, changed: 0 });
    const at = ports.clock.now();
    const day: LocalDate = await businessDay(tx, ports.clock);
    const batch = await tx.batches.take('master', day, at);
    if (!batch.ok) return batch;
    // Asked again under the lock of the counter: another load may have been quicker.
    const changes = await tx.master.changes(rows);
    await tx.master.append(changes, batch.value);
    await askCalculation(ports, tx, actor);
    await tx.audit.write({
      id: ports.ids.next(),
      at,
      actor,
      action: 'import.master',
      object: String(batch.value),
      batch: batch.value,
      body: { received: rows.length, changed: changes.length },
    });
    return accept({ received: rows.length, changed: changes.length, batch: batch.value });
  });
}

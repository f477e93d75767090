import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import { askCalculation } from '../jobs/askCalculation.ts';
import type { MasterRow, Ports, Tx } from '../ports.ts';

/** The rows that said something new, and the batch from which on they are known; none where none did. */
export type RecordedMaster = { readonly changes: readonly MasterRow[]; readonly batch?: number };

/**
 * What differs from what is known becomes a new version, known from now on. What is known already
 * makes no batch. Refuses: known-day-backwards.
 */
export async function recordMaster(
  ports: Ports,
  tx: Tx,
  rows: readonly MasterRow[],
  actor: Actor,
): Promise<Result<RecordedMaster>> {
  if ((await tx.master.changes(rows)).length === 0) return accept({ changes: [] });
  const at = ports.clock.now();
  const batch = await tx.batches.take('master', await businessDay(tx, ports.clock), at);
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
  return accept({ changes, batch: batch.value });
}

import { businessDay } from '../businessDay.ts';
import type { ImportKind, Ports, Tx } from '../ports.ts';
import { ImportRefused } from './importRefused.ts';

/** Takes the batch of a deed at its first call; throws ImportRefused where the day goes backwards. */
export function importBatch(ports: Ports, tx: Tx, kind: ImportKind, at: Date): () => Promise<number> {
  let taken: number | undefined;
  return async () => {
    if (taken !== undefined) return taken;
    const batch = await tx.batches.take(kind, await businessDay(tx, ports.clock), at);
    if (!batch.ok) throw new ImportRefused(batch.refusals);
    taken = batch.value;
    return taken;
  };
}

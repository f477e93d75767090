import { businessDay } from '../businessDay.ts';
import type { Ports, Tx } from '../ports.ts';
import { ImportRefused } from './importRefused.ts';

/** Takes the batch of a deed at its first call; throws ImportRefused where the day goes backwards. */
export function linesBatch(ports: Ports, tx: Tx, at: Date): () => Promise<number> {
  let taken: number | undefined;
  return async () => {
    if (taken !== undefined) return taken;
    const batch = await tx.batches.take('lines', await businessDay(tx, ports.clock), at);
    if (!batch.ok) throw new ImportRefused(batch.refusals);
    taken = batch.value;
    return taken;
  };
}

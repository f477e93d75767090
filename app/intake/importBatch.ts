import { businessDay } from '../businessDay.ts';
import type { ImportKind, Ports, Tx } from '../ports.ts';
import { takenOf } from './importRefused.ts';

/** Gives the batch in which one deed makes facts of a kind known: what is due by it hangs on the kind. */
export type ImportBatch = (kind: ImportKind) => Promise<number>;

/** Takes the batch of a kind where it is first asked for; throws ImportRefused where the day goes backwards. */
export function importBatch(ports: Ports, tx: Tx, at: Date): ImportBatch {
  const taken = new Map<ImportKind, number>();
  return async (kind) => {
    const known = taken.get(kind);
    if (known !== undefined) return known;
    const batch = takenOf(await tx.batches.take(kind, await businessDay(tx, ports.clock), at));
    taken.set(kind, batch);
    return batch;
  };
}

import type { Master } from '../../core/master/master.ts';
import type { Tx } from '../ports.ts';

/** A transaction that reads the master data of a batch once, however many agreements ask for it. */
export function oneMaster(tx: Tx): Tx {
  const known = new Map<number, Promise<Master>>();
  const knownAt = (batch: number) => {
    const found = known.get(batch) ?? tx.master.knownAt(batch);
    known.set(batch, found);
    return found;
  };
  return { ...tx, master: { ...tx.master, knownAt } };
}

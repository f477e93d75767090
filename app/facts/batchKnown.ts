import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Tx } from '../ports.ts';

/** The last batch that was known at the end of a day; without a day, the last of all. */
export function batchKnown(tx: Tx, known: LocalDate | undefined): Promise<number> {
  return known === undefined ? tx.batches.last() : tx.batches.knownOn(known);
}

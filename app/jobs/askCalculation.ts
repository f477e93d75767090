import { type Actor, actorText } from '../actor.ts';
import type { Ports, Tx } from '../ports.ts';

/** What follows within this time is calculated together. */
const DELAY_MS = 1000;

/**
 * Asks, in the transaction of a deed that changes what is due, for the calculation of it. Call it
 * after the batch is taken: those who make something known then wait for each other only once.
 */
export async function askCalculation({ ids }: Pick<Ports, 'ids'>, tx: Tx, actor: Actor): Promise<void> {
  await tx.jobs.add({
    id: ids.next(),
    kind: 'calculate',
    subject: '',
    requestedBy: actorText(actor),
    delayMs: DELAY_MS,
  });
}

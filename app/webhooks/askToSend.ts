import { type Actor, actorText } from '../actor.ts';
import type { Ports, Tx } from '../ports.ts';

/** Asks a worker to send what waits for an address, after a while. Units: milliseconds. */
export async function askToSend(
  ports: Ports,
  tx: Tx,
  webhook: string,
  actor: Actor,
  delayMs = 0,
): Promise<void> {
  const requestedBy = actorText(actor);
  await tx.jobs.add({ id: ports.ids.next(), kind: 'sendWebhooks', subject: webhook, requestedBy, delayMs });
}

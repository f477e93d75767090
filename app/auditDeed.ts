import type { Json } from '../core/text/canonicalJson.ts';
import type { Actor } from './actor.ts';
import type { Ports, Tx } from './ports.ts';

export type Deed = {
  readonly actor: Actor;
  /** What was done, as "person.create". */
  readonly action: string;
  /** To what: an id or a code. */
  readonly object: string;
  /** What changed; never a secret. */
  readonly body: Json;
};

/** Writes who did what in the transaction of the deed itself. */
export async function auditDeed(ports: Ports, tx: Tx, deed: Deed): Promise<void> {
  await tx.audit.write({
    id: ports.ids.next(),
    at: ports.clock.now(),
    batch: await tx.batches.last(),
    ...deed,
  });
}

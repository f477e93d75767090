import type { Actor } from '../actor.ts';
import { askCalculation } from '../jobs/askCalculation.ts';
import type { Ports, Tx } from '../ports.ts';
import { hashOf } from './hashOf.ts';

/**
 * Makes a text a version of its agreement: from its batch on it is what is calculated, and the
 * calculation is asked for. The dossier of the agreement is locked, and the text decodes. Every way to a
 * version ends here.
 */
export async function recordVersion(
  ports: Ports,
  tx: Tx,
  entry: { readonly code: string; readonly text: string; readonly batch: number; readonly actor: Actor },
): Promise<number> {
  const { code, text, batch, actor } = entry;
  const sha256 = hashOf(ports, text);
  const version = await tx.agreements.record({ id: ports.ids.next(), code, text, sha256, batch });
  await askCalculation(ports, tx, actor);
  return version;
}

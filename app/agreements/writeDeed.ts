import type { Json } from '../../core/text/canonicalJson.ts';
import type { Deed } from '../ports/dossierStore.ts';
import type { Ports, Tx } from '../ports.ts';

/**
 * Writes a deed into the dossier of an agreement and into the audit trail, in the transaction of the
 * deed itself. The dossier is locked. Gives the number of the deed.
 */
export async function writeDeed(
  ports: Ports,
  tx: Tx,
  code: string,
  deed: Omit<Deed, 'number' | 'at' | 'batch'> & { readonly batch?: number },
): Promise<number> {
  const at = ports.clock.now();
  const batch = deed.batch ?? (await tx.batches.last());
  const number = await tx.dossiers.write(code, { ...deed, at, batch });
  const { actor, deed: kind, batch: _, ...facts } = deed;
  const body: Json = { number, ...facts };
  await tx.audit.write({
    id: ports.ids.next(),
    at,
    actor,
    action: `agreement.${kind}`,
    object: code,
    batch,
    body,
  });
  return number;
}

import type { Actor } from '../actor.ts';
import type { ImportSummary, Ports, Tx } from '../ports.ts';
import { importBatch } from './importBatch.ts';
import { auditReplay, type ReplayDeed, replayImport } from './replayImport.ts';

/**
 * Brings in the corrections that waited for lines which have become known in this transaction, and
 * what waited for these: in whatever order a line and its corrections come, in the end all of them
 * are known. They have a batch of their own, so that each import can be taken back for itself.
 */
export async function bringCorrections(ports: Ports, tx: Tx, actor: Actor): Promise<void> {
  const at = ports.clock.now();
  const deed: ReplayDeed = { actor, at, batch: importBatch(ports, tx, at) };
  const imports: ImportSummary[] = [];
  let tried = 0;
  for (let isMore = true; isMore; ) {
    isMore = false;
    for (const id of await tx.received.correcting()) {
      const parent = await tx.received.import(id);
      if (parent === undefined) continue;
      const again = await replayImport(ports, tx, parent, 'line-correction-unknown', deed);
      tried += again.tried;
      if (again.summary === undefined) continue;
      imports.push(again.summary);
      isMore = true;
    }
  }
  if (imports.length > 0) await auditReplay(ports, tx, 'corrections', { tried, imports }, deed);
}

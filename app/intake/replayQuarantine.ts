import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { askCalculation } from '../jobs/askCalculation.ts';
import type { ImportSummary, Ports, TenantId, Tx } from '../ports.ts';
import { bringCorrections } from './bringCorrections.ts';
import { importBatch } from './importBatch.ts';
import { inImport } from './inImport.ts';
import { auditReplay, type ReplayDeed, replayImport } from './replayImport.ts';

export type Replayed = {
  /** Rows that were tried. */
  readonly tried: number;
  readonly imports: readonly ImportSummary[];
};

export type ReplayInput = {
  /** Only rows of this import. */
  readonly import?: string;
  /** Only rows refused by this code. */
  readonly code?: string;
  readonly actor: Actor;
};

/**
 * Tries the open rows of the quarantine again, as they were received: master data, aliases or the
 * program may have come to know them. What is a line now becomes a fact, linked to its row; it says
 * nothing newer than its file did. What is none stays. Corrections that waited for one of them come in, too. Nothing to bring in is nothing written.
 * Refuses: import-not-found, known-day-backwards.
 */
export function replayQuarantine(
  ports: Ports,
  tenant: TenantId,
  input: ReplayInput,
): Promise<Result<Replayed>> {
  return inImport(ports, tenant, (tx) => replayOnce(ports, tx, input));
}

async function replayOnce(ports: Ports, tx: Tx, input: ReplayInput): Promise<Result<Replayed>> {
  // As in a repair: what is open, and which names are taken, nobody changes meanwhile.
  await tx.batches.lock();
  const ids = input.import === undefined ? await tx.received.waiting() : [input.import];
  const at = ports.clock.now();
  const deed: ReplayDeed = { actor: input.actor, at, batch: importBatch(ports, tx, at) };
  let tried = 0;
  const imports: ImportSummary[] = [];
  for (const id of ids) {
    const parent = await tx.received.import(id);
    if (parent === undefined) return refused(refuse('import-not-found', 'import', { id }));
    const again = await replayImport(ports, tx, parent, input.code, deed);
    tried += again.tried;
    if (again.summary !== undefined) imports.push(again.summary);
  }
  if (imports.length === 0) return accept({ tried, imports });
  await auditReplay(ports, tx, input.import ?? 'all', { tried, imports }, deed);
  await bringCorrections(ports, tx, input.actor);
  await askCalculation(ports, tx, input.actor);
  return accept({ tried, imports });
}

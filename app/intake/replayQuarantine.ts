import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { askCalculation } from '../jobs/askCalculation.ts';
import type { QuarantinePlace, StoredImport } from '../ports/receivedStore.ts';
import type { ImportSummary, Ports, TenantId, Tx } from '../ports.ts';
import { ImportRefused } from './importOnce.ts';
import { linesBatch } from './linesBatch.ts';
import { againReader, commitAgain } from './saidAgain.ts';

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

const ROWS_PER_PAGE = 1000;

/**
 * Tries the open rows of the quarantine again, as they were received: master data, aliases or the
 * program may have come to know them. What is a line now becomes a fact, linked to its row; it says
 * nothing newer than its file did. What is none stays. Nothing to bring in is nothing written.
 * Refuses: import-not-found, known-day-backwards.
 */
export async function replayQuarantine(
  ports: Ports,
  tenant: TenantId,
  input: ReplayInput,
): Promise<Result<Replayed>> {
  try {
    return await ports.store.inTenant(tenant, (tx) => replayOnce(ports, tx, input));
  } catch (error) {
    if (error instanceof ImportRefused) return refused(...error.refusals);
    throw error;
  }
}

async function replayOnce(ports: Ports, tx: Tx, input: ReplayInput): Promise<Result<Replayed>> {
  // As in a repair: what is open, and which names are taken, nobody changes meanwhile.
  await tx.batches.lock();
  const ids = input.import === undefined ? await tx.received.waiting() : [input.import];
  const at = ports.clock.now();
  const batch = linesBatch(ports, tx, at);
  let tried = 0;
  const imports: ImportSummary[] = [];
  for (const id of ids) {
    const parent = await tx.received.import(id);
    if (parent === undefined) return refused(refuse('import-not-found', 'import', { id }));
    const { document } = parent;
    const again = { ...document, parent: id, actor: actorText(input.actor) };
    const staged = await stageOpen(ports, tx, parent, input.code);
    tried += staged.tried;
    if (staged.rows === 0) continue;
    const entry = { document: again, batch, ends: 'replayed', at } as const;
    const { summary } = await commitAgain(ports, tx, staged.rows, entry);
    if (summary !== undefined) imports.push(summary);
  }
  if (imports.length === 0) return accept({ tried, imports });
  await askCalculation(ports, tx, input.actor);
  await tx.audit.write({
    id: ports.ids.next(),
    at,
    actor: input.actor,
    action: 'quarantine.replay',
    object: input.import ?? 'all',
    batch: await batch(),
    body: {
      tried,
      imports: imports.map(({ document, received }) => ({ id: document.id, rows: received.rows })),
    },
  });
  return accept({ tried, imports });
}

/** Stages the open rows of an import that can be read as lines now, a page at a time. */
async function stageOpen(
  ports: Ports,
  tx: Tx,
  parent: StoredImport,
  code: string | undefined,
): Promise<{ tried: number; rows: number }> {
  const readAgain = await againReader(ports, tx, parent);
  const filter = { document: parent.document.id, ...(code !== undefined && { code }) };
  let after: QuarantinePlace | undefined;
  let tried = 0;
  let staged = 0;
  for (;;) {
    const page = await tx.received.quarantined(filter, { limit: ROWS_PER_PAGE, ...(after && { after }) });
    const reads = await Promise.all(page.map(async (row) => ({ row, read: await readAgain(row) })));
    const rows = reads.flatMap(({ row, read }) =>
      read.ok ? [{ ...read.value, row: row.row, texts: row.texts }] : [],
    );
    await tx.imports.stage(rows);
    tried += page.length;
    staged += rows.length;
    const last = page.at(-1);
    if (last === undefined || page.length < ROWS_PER_PAGE) return { tried, rows: staged };
    after = { document: last.document, row: last.row };
  }
}

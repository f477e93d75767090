import { type Actor, actorText } from '../actor.ts';
import type { QuarantinePlace, StoredImport } from '../ports/receivedStore.ts';
import type { ImportSummary, Ports, Tx } from '../ports.ts';
import type { ImportBatch } from './importBatch.ts';
import { type Again, sayAgain } from './saidAgain.ts';

/** Who tries rows again, when, and how a batch is taken at the first row that comes in. */
export type ReplayDeed = {
  readonly actor: Actor;
  readonly at: Date;
  readonly batch: ImportBatch;
};

export type ReplayedImport = { readonly tried: number; readonly summary?: ImportSummary };

/** Tries the open rows of one import again, all or those refused by a code. */
export async function replayImport(
  ports: Ports,
  tx: Tx,
  parent: StoredImport,
  code: string | undefined,
  { actor, at, batch }: ReplayDeed,
): Promise<ReplayedImport> {
  const again = await sayAgain(ports, tx, parent);
  const { tried, rows } = await stageOpen(tx, again, parent, code);
  if (rows === 0) return { tried };
  const document = { ...parent.document, parent: parent.document.id, actor: actorText(actor) };
  const { summary } = await again.commit(rows, { document, batch, ends: 'replayed', at });
  return { tried, ...(summary && { summary }) };
}

export async function auditReplay(
  ports: Ports,
  tx: Tx,
  object: string,
  { tried, imports }: { readonly tried: number; readonly imports: readonly ImportSummary[] },
  { actor, at }: ReplayDeed,
): Promise<void> {
  await tx.audit.write({
    id: ports.ids.next(),
    at,
    actor,
    action: 'quarantine.replay',
    object,
    batch: await tx.batches.last(),
    body: {
      tried,
      imports: imports.map(({ document, received }) => ({ id: document.id, rows: received.rows })),
    },
  });
}

const ROWS_PER_PAGE = 1000;

/** Stages the open rows of an import that can be read as facts now, a page at a time. */
async function stageOpen(
  tx: Tx,
  again: Again,
  parent: StoredImport,
  code: string | undefined,
): Promise<{ tried: number; rows: number }> {
  const filter = { document: parent.document.id, ...(code !== undefined && { code }) };
  let after: QuarantinePlace | undefined;
  let tried = 0;
  let staged = 0;
  for (;;) {
    const page = await tx.received.quarantined(filter, { limit: ROWS_PER_PAGE, ...(after && { after }) });
    const reads = await Promise.all(page.map(async (row) => ({ row, read: await again.read(row) })));
    const rows = reads.flatMap(({ row, read }) =>
      read.ok ? [{ ...read.value, row: row.row, texts: row.texts }] : [],
    );
    await again.stage(rows);
    tried += page.length;
    staged += rows.length;
    const last = page.at(-1);
    if (last === undefined || page.length < ROWS_PER_PAGE) return { tried, rows: staged };
    after = { document: last.document, row: last.row };
  }
}

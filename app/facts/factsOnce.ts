import { actorText } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import { checkStaged } from '../intake/checkStaged.ts';
import { takenOf } from '../intake/importRefused.ts';
import { mustBeWhole } from '../intake/mustBeWhole.ts';
import { refusedRows } from '../intake/refusedRows.ts';
import { repairedImport } from '../intake/repairedImport.ts';
import { askCalculation } from '../jobs/askCalculation.ts';
import type { ImportSummary, Ports, Tx } from '../ports.ts';
import type { FactFeed, FactImport } from './factImport.ts';
import { stagedFact } from './factKinds.ts';

/** The import of facts inside a transaction that stands; throws ImportRefused, and nothing may be kept then. */
export async function factsOnce(ports: Ports, tx: Tx, input: FactImport): Promise<ImportSummary> {
  const { kind, mapping, actor } = input;
  const feed = takenOf(await input.open());
  const parent = await stageAll(tx, feed, input);
  const at = ports.clock.now();
  const batch = takenOf(await tx.batches.take(kind, await businessDay(tx, ports.clock), at));
  await checkStaged(tx, kind);
  const document = {
    ...{ id: ports.ids.next(), kind, source: 'file', name: feed.name, columns: feed.columns },
    ...{ ...feed.document(), identity: 'lineNumber' as const, actor: actorText(actor) },
    ...(mapping && { mapping }),
    ...(parent !== undefined && { parent }),
  };
  const ends = parent === undefined ? 'arrived' : 'repaired';
  const summary = await tx.facts.commit(kind, document, batch, { ends, at });
  if (summary.dispositions.accepted.rows > 0) await askCalculation(ports, tx, actor);
  await input.onRefused?.(refusedRows(tx, document.id), document);
  mustBeWhole(summary, input.mode);
  const { dispositions, reasons, received } = summary;
  await tx.audit.write({
    ...{ id: ports.ids.next(), at, actor, action: `import.${kind}`, object: document.id, batch },
    body: { name: document.name, sha256: document.sha256, received, dispositions, reasons },
  });
  return summary;
}

/** Stages every row; gives the import whose quarantined rows they repair, where they do. */
async function stageAll(
  tx: Tx,
  feed: FactFeed,
  { kind, onProgress }: FactImport,
): Promise<string | undefined> {
  const parents = new Set<string>();
  let staged = 0;
  for await (const batch of feed.batches) {
    const rows = takenOf(batch).map((row) => stagedFact(kind, row));
    await tx.facts.stage(rows);
    for (const { repairs } of rows) parents.add(repairs?.import ?? '');
    staged += rows.length;
    onProgress?.(staged);
  }
  return repairedImport(tx, feed.name, parents, kind);
}

import { refuse } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { actorText } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import { askCalculation } from '../jobs/askCalculation.ts';
import type { ImportSummary, Ports, SourceDocument, Tx } from '../ports.ts';
import { aliasReader } from './aliasReader.ts';
import { bringCorrections } from './bringCorrections.ts';
import { createUnknown } from './createUnknown.ts';
import { ImportRefused, takenOf } from './importRefused.ts';
import type { LineFeed, LineImport } from './lineImport.ts';
import { mustBeWhole } from './mustBeWhole.ts';
import { refusedRows } from './refusedRows.ts';
import { repairedImport } from './repairedImport.ts';
import { repairNamer } from './repairNamer.ts';
import { withoutTotal } from './withoutTotal.ts';

/** The import inside a transaction that stands; throws ImportRefused, and nothing may be kept then. */
export async function importOnce(ports: Ports, tx: Tx, input: LineImport): Promise<ImportSummary> {
  const created = input.unknown === 'create' ? await createUnknown(ports, tx, input) : undefined;
  const feed = takenOf(await input.open());
  const parent = await stageAll(ports, tx, feed, input);
  const { sha256, bytes } = feed.document();
  const earlier = await claim(ports, tx, input, sha256);
  if (earlier !== undefined) return earlier;
  const at = ports.clock.now();
  const batch = takenOf(await tx.batches.take('lines', await businessDay(tx, ports.clock), at));
  // Asked under the lock of the counter: master data of every earlier batch is seen.
  await tx.imports.quarantineUnknown();
  const document = {
    ...documentOf(feed, input),
    ...(parent !== undefined && { parent }),
    id: ports.ids.next(),
    sha256,
    bytes,
  };
  const documents = parent === undefined ? (input.documents ?? 'mayBeCut') : 'parts';
  const options = { documents, ends: parent === undefined ? 'arrived' : 'repaired', at } as const;
  const committed = await tx.imports.commit(document, batch, options);
  const summary = { ...committed, ...(created && { created }) };
  await bringCorrections(ports, tx, input.actor);
  await askCalculation(ports, tx, input.actor);
  await input.onRefused?.(refusedRows(tx, document.id), document);
  mustBeWhole(summary, input.mode);
  if (input.key !== undefined) await tx.idempotency.answer(input.key, summary as unknown as Json);
  const { dispositions, reasons, received } = summary;
  const { name, source } = document;
  await tx.audit.write({
    id: ports.ids.next(),
    at,
    actor: input.actor,
    action: 'import.lines',
    object: document.id,
    batch,
    body: { name, source, sha256, received, dispositions, reasons },
  });
  return summary;
}

function documentOf(
  { name, columns, identity = 'lineNumber' }: LineFeed,
  { source, mapping, actor }: LineImport,
): Omit<SourceDocument, 'id' | 'sha256' | 'bytes'> {
  return { source, name, columns, identity, ...(mapping && { mapping }), actor: actorText(actor) };
}

/** Stages every row; gives the import whose quarantined rows they repair, where they do. */
async function stageAll(
  ports: Ports,
  tx: Tx,
  feed: LineFeed,
  input: LineImport,
): Promise<string | undefined> {
  const withAliases = aliasReader(await tx.aliases.current());
  const withNames = feed.identity === 'occurrence' ? repairNamer(ports, tx) : undefined;
  const parents = new Set<string>();
  let rows = 0;
  // The database takes in one batch while the next one is read; what goes wrong with it is told when that one comes, before
  // anything else is asked of a transaction that has failed.
  let staged = Promise.resolve();
  for await (const batch of feed.batches) {
    await staged;
    const said = takenOf(batch).map(withoutTotal);
    const received = (withNames === undefined ? said : await withNames(said)).map(withAliases);
    staged = tx.imports.stage(received);
    staged.catch(() => undefined);
    for (const { repairs } of received) parents.add(repairs?.import ?? '');
    rows += received.length;
    input.onProgress?.(rows);
  }
  await staged;
  return repairedImport(tx, feed.name, parents, 'lines');
}

async function claim(
  ports: Ports,
  tx: Tx,
  input: LineImport,
  sha256: string,
): Promise<ImportSummary | undefined> {
  if (input.key === undefined) return undefined;
  const earlier = await tx.idempotency.claim(input.key, sha256, ports.clock.now());
  if (earlier === undefined) return undefined;
  if (earlier.requestHash !== sha256) {
    throw new ImportRefused([refuse('idempotency-key-reused', 'key', { key: input.key })]);
  }
  return earlier.answer as unknown as ImportSummary;
}

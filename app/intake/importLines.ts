import type { Refusal, Result } from '../../core/refusal/refusals.ts';
import { accept, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import type { Actor } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import { askCalculation } from '../jobs/askCalculation.ts';
import type { ImportSummary, Ports, ReceivedRow, TenantId, Tx } from '../ports.ts';

/** A file that is read once, as a stream; a refusal of the file comes as its last batch. */
export type LineFeed = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly batches: AsyncIterable<Result<readonly ReceivedRow[]>>;
  readonly document: () => { readonly sha256: string; readonly bytes: number };
};

export type LineImport = {
  /** The system that the file comes from. */
  readonly source: string;
  /** Opens the file from its beginning; called again where the transaction is repeated. */
  readonly open: () => Promise<Result<LineFeed>>;
  /** Names this delivery: given again with the same bytes, it has the same answer and no effect. */
  readonly key?: string;
  readonly actor: Actor;
  /** Rows staged so far. */
  readonly onProgress?: (rows: number) => void;
};

/**
 * A file of lines into the database, in one transaction: every row ends accepted, duplicate,
 * superseded or quarantined, and the totals reconcile with the file. Nothing of a file that is
 * refused as a whole is kept.
 * Refuses: those of the file, idempotency-key-reused, known-day-backwards.
 */
export async function importLines(
  ports: Ports,
  tenant: TenantId,
  input: LineImport,
): Promise<Result<ImportSummary>> {
  try {
    return accept(await ports.store.inTenant(tenant, (tx) => importOnce(ports, tx, input)));
  } catch (error) {
    if (error instanceof ImportRefused) return refused(...error.refusals);
    throw error;
  }
}

/** Thrown to undo what the transaction has staged; never leaves this file. */
class ImportRefused extends Error {
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map(({ code }) => code).join(', '));
    this.refusals = refusals;
  }
}

async function importOnce(ports: Ports, tx: Tx, input: LineImport): Promise<ImportSummary> {
  const feed = accepted(await input.open());
  await stageAll(tx, feed, input);
  const { sha256, bytes } = feed.document();
  const earlier = await claim(ports, tx, input, sha256);
  if (earlier !== undefined) return earlier;
  const at = ports.clock.now();
  const batch = accepted(await tx.batches.take('lines', await businessDay(tx, ports.clock), at));
  // Asked under the lock of the counter: master data of every earlier batch is seen.
  await tx.imports.quarantineUnknown();
  const { name, columns } = feed;
  const document = { id: ports.ids.next(), source: input.source, name, sha256, bytes, columns };
  const summary = await tx.imports.commit(document, batch);
  await askCalculation(ports, tx, input.actor);
  if (input.key !== undefined) await tx.idempotency.answer(input.key, summary as unknown as Json);
  const { dispositions, reasons, received } = summary;
  await tx.audit.write({
    id: ports.ids.next(),
    at,
    actor: input.actor,
    action: 'import.lines',
    object: document.id,
    batch,
    body: { name, source: input.source, sha256, received, dispositions, reasons },
  });
  return summary;
}

async function stageAll(tx: Tx, feed: LineFeed, input: LineImport): Promise<void> {
  let rows = 0;
  for await (const batch of feed.batches) {
    const received = accepted(batch).map(withoutTotal);
    await tx.imports.stage(received);
    rows += received.length;
    input.onProgress?.(rows);
  }
}

/** A total comes in with a cut-over: there it replaces the one before, and no line counts beside it. */
function withoutTotal(row: ReceivedRow): ReceivedRow {
  if (!('line' in row.parsed) || row.parsed.line.takenOverFrom === undefined) return row;
  const refusal = refuse('line-total-elsewhere', 'takenOverFrom', { row: String(row.row) });
  return { ...row, parsed: { refusals: [refusal] } };
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

function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new ImportRefused(result.refusals);
  return result.value;
}

import type { Disposition } from '../../core/fact/knownLines.ts';
import type { LineTexts } from '../../core/fact/parseLine.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { canonicalJson } from '../../core/text/canonicalJson.ts';
import { hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import { type Actor, actorText } from '../actor.ts';
import { askCalculation } from '../jobs/askCalculation.ts';
import type { QuarantinedRow, StoredImport } from '../ports/receivedStore.ts';
import type { Ports, SourceDocument, TenantId, Tx } from '../ports.ts';
import { bringCorrections } from './bringCorrections.ts';
import { importBatch } from './importBatch.ts';
import { inImport } from './inImport.ts';
import { readAsColumn } from './readAsColumn.ts';
import { type Again, type AgainRow, sayAgain } from './saidAgain.ts';

/**
 * What a person says of one quarantined row: fields that read otherwise, as facts are written or, in the place of what
 * could not be read, as its column is; an empty text takes one away.
 */
export type RowRepair = { readonly row: number; readonly fields: LineTexts };

/** How each repair ended, in the order given; a refused one changed nothing. */
export type RepairedRow = { readonly row: number } & (
  | { readonly disposition: Disposition }
  | { readonly refusals: readonly Refusal[] }
);

export type Repaired = { readonly import?: string; readonly rows: readonly RepairedRow[] };

export type RepairInput = {
  readonly import: string;
  readonly repairs: readonly RowRepair[];
  readonly actor: Actor;
};

/**
 * Quarantined rows with some fields changed: each that is a fact now comes in with an import of its
 * own, linked to the row that it repairs, whose texts stay as they were received.
 * Refuses: import-not-found, known-day-backwards. Each row: quarantined-row-not-found, and all that
 * refuses a line.
 */
export function repairRows(ports: Ports, tenant: TenantId, input: RepairInput): Promise<Result<Repaired>> {
  return inImport(ports, tenant, (tx) => repairOnce(ports, tx, input));
}

async function repairOnce(ports: Ports, tx: Tx, input: RepairInput): Promise<Result<Repaired>> {
  // Two repairs at once would give two lines without numbers the name of one.
  await tx.batches.lock();
  const parent = await tx.received.import(input.import);
  if (parent === undefined || parent.undone !== undefined) {
    return refused(refuse('import-not-found', 'import', { id: input.import }));
  }
  const at = ports.clock.now();
  const batch = importBatch(ports, tx, at);
  const again = await sayAgain(ports, tx, parent);
  const reads = await readRepairs(tx, again, parent, input.repairs);
  const staged = stagedOf(reads);
  await again.stage(staged.rows);
  const document = documentOf(ports, parent, staged.columns, input);
  const entry = { document, batch, ends: 'repaired', at } as const;
  const { summary, refused: still } = await again.commit(staged.rows.length, entry);
  const found = summary && (await tx.received.dispositions(summary.document.id));
  const answer = {
    ...(summary && { import: summary.document.id }),
    rows: reads.map(({ row, read }): RepairedRow => {
      const refusals = read.ok ? still.find((one) => one.row === row)?.refusals : read.refusals;
      return refusals ? { row, refusals } : { row, disposition: found?.get(row) ?? 'quarantined' };
    }),
  };
  if (summary === undefined) return accept(answer);
  await bringCorrections(ports, tx, input.actor);
  await askCalculation(ports, tx, input.actor);
  await tx.audit.write({
    id: ports.ids.next(),
    at,
    actor: input.actor,
    action: 'quarantine.repair',
    object: input.import,
    batch: summary.batch,
    body: { import: summary.document.id, rows: summary.received.rows },
  });
  return accept(answer);
}

type ReadRepair = {
  readonly row: number;
  readonly fields: LineTexts;
  readonly read: Result<AgainRow>;
};

/** Each repair as the fact that its row would be now, or why it is none. */
async function readRepairs(
  tx: Tx,
  again: Again,
  parent: StoredImport,
  repairs: readonly RowRepair[],
): Promise<ReadRepair[]> {
  const filter = { document: parent.document.id, rows: repairs.map(({ row }) => row) };
  const open = await tx.received.quarantined(filter, { limit: repairs.length });
  const left = new Map<number, QuarantinedRow>(open.map((row) => [row.row, row]));
  const reads: ReadRepair[] = [];
  for (const { row, fields: typed } of repairs) {
    const asked = left.get(row);
    const fields = asked === undefined ? typed : readAsColumn(asked, typed);
    left.delete(row);
    const facts = { id: parent.document.id, row: String(row) };
    const read =
      asked === undefined
        ? refused(refuse('quarantined-row-not-found', 'row', facts))
        : await again.read(asked, fields);
    reads.push({ row, fields: { ...asked?.fields, ...fields }, read });
  }
  return reads;
}

/** The rows that are facts, with the texts of all fields that any of them has. */
function stagedOf(reads: readonly ReadRepair[]): { rows: AgainRow[]; columns: string[] } {
  const columns = [...new Set(reads.flatMap(({ fields }) => Object.keys(fields)))];
  const rows = reads.flatMap(({ row, fields, read }) =>
    read.ok ? [{ ...read.value, row, texts: columns.map((column) => fields[column] ?? '') }] : [],
  );
  return { rows, columns };
}

/** A repair has the bytes of what was said in it. */
function documentOf(
  { sha256 }: Ports,
  { document }: StoredImport,
  columns: readonly string[],
  { repairs, actor }: RepairInput,
): Omit<SourceDocument, 'id'> {
  const bytes = utf8(canonicalJson({ import: document.id, repairs: repairs.map((one) => ({ ...one })) }));
  return {
    ...document,
    sha256: hex(sha256(bytes)),
    bytes: bytes.length,
    columns,
    parent: document.id,
    actor: actorText(actor),
  };
}

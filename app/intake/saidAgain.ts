import { hasCut } from '../../core/fact/cutDocuments.ts';
import { type LineTexts, parseLine } from '../../core/fact/parseLine.ts';
import { accept, type Result, refused } from '../../core/refusal/refusals.ts';
import type { RefusedStagedRow } from '../ports/importStore.ts';
import type { QuarantinedRow, StoredImport } from '../ports/receivedStore.ts';
import type { ImportSummary, Ports, ReceivedRow, SourceDocument, Tx } from '../ports.ts';
import { aliasReader } from './aliasReader.ts';
import { occurrenceNamer } from './occurrenceNamer.ts';

/** What came of quarantined rows that were said once more. */
export type SaidAgain = {
  /** Undefined: none of them is a line, and nothing was written. */
  readonly summary?: ImportSummary;
  readonly refused: readonly RefusedStagedRow[];
};

/** Turns a quarantined row, with fields changed or not, into the row that it would be now. */
export type ReadAgain = (
  row: QuarantinedRow,
  changes?: LineTexts,
) => Promise<Result<Pick<ReceivedRow, 'parsed' | 'aliases' | 'repairs'>>>;

/** Reads rows of one import again, by the aliases of now. */
export async function againReader(ports: Ports, tx: Tx, { document }: StoredImport): Promise<ReadAgain> {
  const withAliases = aliasReader(await tx.aliases.current());
  const named = occurrenceNamer(ports, tx);
  return async (row, changes) => {
    // A cut document waits for a whole one: its rows alone cannot say which lines they are.
    if (hasCut(row.refusals)) return refused(...row.refusals);
    const fields = { ...row.fields, ...changes };
    const isNamed = document.identity === 'lineNumber' || (changes === undefined && 'line' in fields);
    const parsed = parseLine(isNamed ? fields : { ...fields, line: '0' });
    if (!parsed.ok) {
      const facts = { row: String(row.row) };
      return refused(...parsed.refusals.map((one) => ({ ...one, facts: { ...one.facts, ...facts } })));
    }
    const line = isNamed ? parsed.value : await named(parsed.value);
    const repairs = { import: row.document, row: row.row };
    return accept(withAliases({ row: row.row, texts: row.texts, repairs, parsed: { line } }));
  };
}

/**
 * Commits staged rows of a quarantine as an import of their own, below the one that they came with.
 * A row that is still refused stays where it is.
 */
export async function commitAgain(
  ports: Ports,
  tx: Tx,
  staged: number,
  entry: {
    readonly document: Omit<SourceDocument, 'id'>;
    /** Taken only where there is something to write: master data never forgets, so nothing is lost by asking before. */
    readonly batch: () => Promise<number>;
    readonly ends: 'repaired' | 'replayed';
    readonly at: Date;
  },
): Promise<SaidAgain> {
  const { document, batch, ends, at } = entry;
  await tx.imports.quarantineUnknown();
  const refused = await tx.imports.dropRefused();
  if (refused.length === staged) return { refused };
  const options = { documents: 'parts', ends, at } as const;
  const summary = await tx.imports.commit({ ...document, id: ports.ids.next() }, await batch(), options);
  return { summary, refused };
}

import type { LineTexts } from '../../core/fact/parseLine.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import { factsAgain } from '../facts/factsAgain.ts';
import type { StagedFact } from '../ports/factStore.ts';
import type { RefusedStagedRow } from '../ports/importStore.ts';
import type { QuarantinedRow, StoredImport } from '../ports/receivedStore.ts';
import type { ImportSummary, Ports, ReceivedRow, SourceDocument, Tx } from '../ports.ts';
import type { ImportBatch } from './importBatch.ts';
import { linesAgain } from './linesAgain.ts';

/** What came of quarantined rows that were said once more. */
export type SaidAgain = {
  /** Undefined: none of them is a fact, and nothing was written. */
  readonly summary?: ImportSummary;
  readonly refused: readonly RefusedStagedRow[];
};

export type AgainEntry = {
  readonly document: Omit<SourceDocument, 'id'>;
  /** Taken only where there is something to write: master data never forgets, so nothing is lost by asking before. */
  readonly batch: ImportBatch;
  readonly ends: 'repaired' | 'replayed';
  readonly at: Date;
};

/** A row of a quarantine as it would be now; of which kind it is, its import says. */
export type AgainRow = ReceivedRow | StagedFact;

/** How rows of one import are read and brought in once more. */
export type Again = {
  /** A quarantined row, with fields changed or not, as the row that it would be now. */
  readonly read: (row: QuarantinedRow, changes?: LineTexts) => Promise<Result<AgainRow>>;
  readonly stage: (rows: readonly AgainRow[]) => Promise<void>;
  /**
   * Commits staged rows as an import of their own, below the one that they came with. A row that is
   * still refused stays where it is.
   */
  readonly commit: (staged: number, entry: AgainEntry) => Promise<SaidAgain>;
};

/** By the kind of the import: lines and facts have one quarantine, and rules of their own. */
export function sayAgain(ports: Ports, tx: Tx, parent: StoredImport): Promise<Again> {
  const { kind = 'lines' } = parent.document;
  return kind === 'lines' ? linesAgain(ports, tx, parent) : factsAgain(ports, tx, kind);
}

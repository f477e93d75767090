import type { Refusal } from '../../core/refusal/refusals.ts';
import type { ImportSummary, ReceivedRow, SourceDocument } from '../ports.ts';

/**
 * What the sender promises of files without line numbers. `mayBeCut`: a document that lacks known
 * lines is quarantined. `whole`: it is corrected, and the lines that it lacks are withdrawn.
 */
export type DocumentPromise = 'mayBeCut' | 'whole';

export type CommitOptions = {
  /** `parts`: rows of documents that were judged when they came. */
  readonly documents: DocumentPromise | 'parts';
  /** How rows of the parent end that are said here again. */
  readonly ends: 'repaired' | 'replayed' | 'arrived';
  readonly at: Date;
};

/** A staged row that is refused, by its number. */
export type RefusedStagedRow = { readonly row: number; readonly refusals: readonly Refusal[] };

export type ImportStore = {
  /** Bulk-loads rows into this transaction's staging table. Call as often as needed. */
  readonly stage: (rows: readonly ReceivedRow[]) => Promise<void>;
  /** Quarantines staged lines of a company that is not there, or of a partner or product that master data does not know at this moment. */
  readonly quarantineUnknown: () => Promise<void>;
  /** Takes refused and contradictory rows out of the staging table; the rest may be committed. */
  readonly dropRefused: () => Promise<readonly RefusedStagedRow[]>;
  /**
   * Decides the disposition of every staged row and writes document, rows and lines. The content
   * that is current: duplicate. Another one: accepted as the next revision, also where it was
   * current before; but superseded where these bytes came in before and another file has said
   * something newer since. The same identity twice in one file with different content:
   * quarantined (line-identity-repeated). A document without line numbers that lacks known lines:
   * quarantined (line-document-cut, line-document-differs), unless it is promised to be whole.
   * Rows quarantined earlier that are said again end.
   */
  readonly commit: (
    document: SourceDocument,
    batch: number,
    options: CommitOptions,
  ) => Promise<ImportSummary>;
};

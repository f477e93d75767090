import type { LineTexts } from '../../core/fact/parseLine.ts';
import type { Refusal, Result } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import type { DocumentPromise } from '../ports/importStore.ts';
import type { IdentityKind, ReceivedRow, SourceDocument } from '../ports.ts';

/** A file that is read once, as a stream; a refusal of the file comes as its last batch. */
export type LineFeed = {
  readonly name: string;
  readonly columns: readonly string[];
  /** `lineNumber` where it is left out. */
  readonly identity?: IdentityKind;
  readonly batches: AsyncIterable<Result<readonly ReceivedRow[]>>;
  readonly document: () => { readonly sha256: string; readonly bytes: number };
};

/** What happens to a file with rows that are no lines: the good ones come in, or nothing does. */
export const IMPORT_MODES = ['goodRows', 'allOrNothing'] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

/** Rows of what nobody knows wait, or it is brought in with them. */
export const UNKNOWN_THINGS = ['quarantine', 'create'] as const;
export type UnknownThings = (typeof UNKNOWN_THINGS)[number];

/** A row that did not become a line: its texts as received and every reason. */
export type RefusedRow = {
  readonly row: number;
  readonly texts: readonly string[];
  readonly fields?: LineTexts;
  readonly refusals: readonly Refusal[];
};

export type LineImport = {
  /** The system that the file comes from. */
  readonly source: string;
  /** Opens the file from its beginning; called again where the transaction is repeated. */
  readonly open: () => Promise<Result<LineFeed>>;
  /** Names this delivery: given again with the same bytes, it has the same answer and no effect. */
  readonly key?: string;
  /** `goodRows` where it is left out. */
  readonly mode?: ImportMode;
  /** `mayBeCut` where it is left out. */
  readonly documents?: DocumentPromise;
  readonly mapping?: SourceDocument['mapping'];
  /** What becomes of partners and products that nobody knows; `quarantine` where it is left out. */
  readonly unknown?: UnknownThings;
  readonly actor: Actor;
  /** Rows staged so far. */
  readonly onProgress?: (rows: number) => void;
  /** Every row that is quarantined, in order; begun again where the transaction is repeated. */
  readonly onRefused?: (
    rows: AsyncIterable<readonly RefusedRow[]>,
    document: SourceDocument,
  ) => Promise<void>;
};

import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Correcting } from '../../core/fact/corrections.ts';
import type { Line } from '../../core/fact/line.ts';
import type { LineIdentity } from '../earnings/explainLine.ts';

/** One revision of a line, and where it comes from. */
export type LineRevision = {
  readonly revision: number;
  readonly line: Line;
  /** Why it says that the line is no more; absent where it says what the line is. */
  readonly withdrawn?: 'undo' | 'document';
  readonly batch: number;
  readonly knownOn: LocalDate;
  readonly recordedAt: Date;
  /** The import and row that say it; of a revision that an undo made, the row that stands again or goes. */
  readonly import: string;
  readonly file: string;
  readonly row: number;
  readonly actor: string;
  /** The reason of the undo that made it. */
  readonly undoReason?: string;
};

export type RevisionStore = {
  /** All revisions of an identity, the first one first. */
  readonly of: (identity: LineIdentity) => Promise<readonly LineRevision[]>;
  /** All lines that correct another one, as known at a batch, else now. */
  readonly correcting: (batch?: number) => Promise<readonly Correcting[]>;
  /** The lines that an import said and that still stand as it said them. */
  readonly standingOf: (document: string) => Promise<readonly Line[]>;
  /** The same of the imports by which waiting rows of it were put right. */
  readonly repairsStandingOf: (document: string) => Promise<readonly Line[]>;
};

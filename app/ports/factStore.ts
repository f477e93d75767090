import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Payment } from '../../core/fact/payment.ts';
import type { StockCount } from '../../core/fact/stockCount.ts';
import type { Refusal } from '../../core/refusal/refusals.ts';
import type { ImportSummary, MasterRow, SourceDocument } from '../ports.ts';
import type { CommitOptions, RefusedStagedRow } from './importStore.ts';
import type { Undone, UndoStore } from './undoStore.ts';

/** Dated facts beside lines that come in files of their own. */
export const FACT_KINDS = ['payments', 'stock'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Kinds of rows that are brought in by the intake of facts. */
export type StagedKind = FactKind | 'master';

/** A row as it was received: a fact, or why it is none. */
export type StagedFact = {
  readonly row: number;
  /** Where it stands in a file that has no rows. */
  readonly place?: string;
  readonly texts: readonly string[];
  /** What a repair begins with. */
  readonly fields?: Readonly<Record<string, string>>;
  /** The quarantined row that this one is once more. */
  readonly repairs?: { readonly import: string; readonly row: number };
  readonly refusals: readonly Refusal[];
  /** The identity of a row that is refused, where it says one: what says it again ends its waiting. */
  readonly identity?: FactIdentity;
  /** `key` is its identity, `content` what its sender said. */
  readonly fact?: FactIdentity & {
    readonly content: string;
    readonly value: Payment | StockCount | MasterRow;
  };
};

export type FactIdentity = { readonly source: string; readonly key: string };

/** A staged version of a partner or category, and what it names as the one above. */
export type TreeRow = {
  readonly row: number;
  readonly kind: 'partner' | 'category';
  readonly code: string;
  readonly first_day: LocalDate | null;
  readonly parent: string | null;
};

/** Where a row ended, and the revision that it is or that stands in its place. */
export type FactEnd = {
  readonly row: number;
  readonly disposition: keyof ImportSummary['dispositions'];
  readonly revision?: number;
  readonly refusals: readonly Refusal[];
};

export type StockFilter = {
  readonly partner?: string;
  readonly product?: string;
  /** Behind this place in the order of the list. */
  readonly after?: StockPlace;
  readonly limit?: number;
};

/** Where a count stands: partner ("" is us), product, location, unit, company, source. */
export type StockPlace = readonly [string, string, string, string, string, string];

export type FactStore = {
  /** Bulk-loads rows of one kind into this transaction's staging table. Call as often as needed. */
  readonly stage: (rows: readonly StagedFact[]) => Promise<void>;
  /** Quarantines staged rows that contradict each other, or name a company, partner or product which is not there. */
  readonly quarantineUnknown: (kind: StagedKind) => Promise<void>;
  /** Staged versions of what makes a tree, as far as nothing is said against them. */
  readonly treeRows: () => Promise<readonly TreeRow[]>;
  /** Says something against staged rows. */
  readonly refuse: (rows: readonly RefusedStagedRow[]) => Promise<void>;
  /** Takes refused rows out of the staging table; the rest may be committed. */
  readonly dropRefused: () => Promise<readonly RefusedStagedRow[]>;
  /** Where the staged rows end, by the rules of lines; writes the import, its rows and their facts. */
  readonly commit: (
    kind: StagedKind,
    document: SourceDocument,
    batch: number,
    options: Pick<CommitOptions, 'ends' | 'at'>,
  ) => Promise<ImportSummary>;
  /** The rows of an import, in their order. */
  readonly ends: (document: string) => Promise<readonly FactEnd[]>;
  /** Takes an import and the repairs of its rows back, as that of lines does. */
  readonly undo: (kind: FactKind, entry: Parameters<UndoStore['undo']>[0]) => Promise<Undone>;
  /** The payments of a document as known at a batch, the earliest first. */
  readonly paymentsOf: (
    documentSource: string,
    document: string,
    batch: number,
  ) => Promise<readonly Payment[]>;
  /**
   * The last count up to a day of everything counted, as known at a batch, in order of partner,
   * product, location, unit, company and source; those that are nothing are there, too.
   */
  readonly stockOn: (day: LocalDate, batch: number, filter: StockFilter) => Promise<readonly StockCount[]>;
};

import type { Disposition } from '../../core/fact/knownLines.ts';
import type { LineTexts } from '../../core/fact/parseLine.ts';
import type { Refusal } from '../../core/refusal/refusals.ts';
import type { ImportKind, SourceDocument } from '../ports.ts';
import type { AliasKind, AppliedAlias } from './aliasStore.ts';

/** How a quarantined row ended. */
export const QUARANTINE_OUTCOMES = ['repaired', 'replayed', 'arrived', 'dismissed'] as const;
export type QuarantineOutcome = (typeof QUARANTINE_OUTCOMES)[number];

/** An import as it stands now. `rows`: how each row ended at intake; `open`: still in quarantine. */
export type StoredImport = {
  readonly document: SourceDocument;
  readonly batch: number;
  readonly recordedAt: Date;
  readonly rows: Readonly<Record<Disposition, number>>;
  readonly open: number;
  readonly ended: Readonly<Record<QuarantineOutcome, number>>;
  readonly undone?: { readonly batch: number; readonly reason: string; readonly actor: string };
};

/** The file that came in last, and how many rows it had. */
export type LastImport = {
  readonly id: string;
  readonly name: string;
  readonly kind: ImportKind;
  readonly rows: number;
  readonly recordedAt: Date;
};

/** A row in quarantine, as received, and what a repair begins with. */
export type QuarantinedRow = {
  readonly document: string;
  readonly row: number;
  readonly texts: readonly string[];
  readonly fields?: LineTexts;
  readonly refusals: readonly Refusal[];
  readonly aliases?: readonly AppliedAlias[];
};

export type QuarantineFilter = {
  readonly document?: string;
  /** Only rows refused by this code. */
  readonly code?: string;
  /** Also those that have ended; an import that was undone has none. */
  readonly withEnded?: boolean;
  readonly rows?: readonly number[];
  /** Only rows of files of this kind. */
  readonly kind?: ImportKind;
};

/** A name that master data did not know when its rows came, and how many of them wait. */
export type UnknownName = {
  readonly kind: AliasKind;
  readonly source: string;
  readonly received: string;
  readonly rows: number;
};

export type QuarantinePlace = { readonly document: string; readonly row: number };

export type ReceivedStore = {
  /** The newest first. */
  readonly imports: (page: {
    readonly limit: number;
    readonly before?: number;
  }) => Promise<readonly StoredImport[]>;
  readonly import: (id: string) => Promise<StoredImport | undefined>;
  /** What was put right belongs to the file that it came with, and is none of its own. */
  readonly lastImport: () => Promise<LastImport | undefined>;
  /** In order of import and row, after a place. */
  readonly quarantined: (
    filter: QuarantineFilter,
    page: { readonly limit: number; readonly after?: QuarantinePlace },
  ) => Promise<readonly QuarantinedRow[]>;
  /** How each row of an import ended, by the row that it repairs, or by its own. */
  readonly dispositions: (document: string) => Promise<ReadonlyMap<number, Disposition>>;
  /** Under which number of a line each of these rows was said again, as far as they were. */
  readonly saidAgainAs: (document: string, rows: readonly number[]) => Promise<ReadonlyMap<number, string>>;
  /** The imports with open rows, the oldest first. */
  readonly waiting: () => Promise<readonly string[]>;
  /** The imports with open corrections of lines that are known now, the oldest first. */
  readonly correcting: () => Promise<readonly string[]>;
  /** The rows of an import in which names of the sender were taken for ours. */
  readonly aliasesOf: (
    document: string,
  ) => Promise<readonly { readonly row: number; readonly aliases: readonly AppliedAlias[] }[]>;
  /** Those of most rows first. */
  readonly unknownNames: (filter: {
    readonly import?: string;
    readonly limit: number;
  }) => Promise<readonly UnknownName[]>;
  /** How many rows are open, by code; a row with two reasons is in both. */
  readonly reasons: (document?: string) => Promise<Readonly<Record<string, number>>>;
  /** Puts the open rows that a filter gives aside for good; gives how many they are. */
  readonly dismiss: (
    filter: Omit<QuarantineFilter, 'withEnded'>,
    entry: { readonly reason: string; readonly actor: string; readonly at: Date },
  ) => Promise<number>;
};

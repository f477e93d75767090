import type { LineFilter } from '../ports.ts';

/** What an export will hold, counted before it is read. */
export type ExportedLines = {
  /** Known up to this batch: later ones are not in it. */
  readonly batch: number;
  /** Those that a file of ours needs, those that any of the lines fills, and the names that senders gave. */
  readonly fields: readonly string[];
  readonly rows: number;
  /** All net values added up, whatever their currency: a check sum. */
  readonly netValue: string;
};

/** A text for each field, in the order of the fields; undefined where there is none. */
export type TextRow = readonly (string | undefined)[];

export type ExportStore = {
  readonly aboutLines: (batch: number, filter: LineFilter) => Promise<ExportedLines>;
  /** The lines, in the order of their identities: a page at a time, however many there are. */
  readonly linePages: (about: ExportedLines, filter: LineFilter) => AsyncIterable<readonly TextRow[]>;
};

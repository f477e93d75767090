import type { LocalDate } from '../calendar/localDate.ts';
import type { Language } from './language.ts';

/**
 * What stands on a paper, as its reader reads it: a credit note, a statement. Everything is text already;
 * who draws it decides where it stands, and adds nothing but the numbers of the pages.
 */
export type Paper = {
  readonly language: Language;
  readonly title: string;
  /** Names the paper at the foot of each page. */
  readonly name: string;
  /** The only day that a file of it knows: the same paper is the same file on any day. */
  readonly day: LocalDate;
  readonly parties: readonly PaperParty[];
  readonly facts: readonly PaperFact[];
  readonly tables: readonly PaperTable[];
  readonly totals: readonly (PaperFact & { readonly isLast?: boolean })[];
  readonly notes: readonly string[];
  /** What stands behind all of that, after it and set smaller: to be looked up. */
  readonly details?: readonly PaperSection[];
  /** "Page {page} of {pages}". */
  readonly pageOf: string;
};

export type PaperParty = {
  readonly heading: string;
  readonly name: string;
  readonly lines: readonly string[];
};
export type PaperFact = { readonly label: string; readonly value: string };

export type PaperTable = {
  readonly heading?: string;
  readonly columns: readonly PaperColumn[];
  /** As many cells as there are columns. */
  readonly rows: readonly (readonly string[])[];
};

export type PaperColumn = {
  readonly heading: string;
  /** Of the width, in parts of all shares. */
  readonly share: number;
  /** Numbers stand at the end, so that their places are below each other. */
  readonly side: 'start' | 'end';
};

/** A part of the details, or of a part of them. */
export type PaperSection = {
  readonly level: 2 | 3;
  readonly heading: string;
  /** At the end of the line of the heading: what it is about. */
  readonly amount?: string;
  readonly texts: readonly PaperStep[];
  readonly table?: PaperTable;
};

/** A text, and how far below another one it stands. */
export type PaperStep = { readonly text: string; readonly depth: number };

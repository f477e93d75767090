import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Side } from '../../core/fact/line.ts';

/** Where a page of lines begins: behind a line, by the batch that made its last word known. */
export type LinePlace = {
  readonly batch: number;
  readonly source: string;
  readonly document: string;
  readonly line: string;
};

/** Which lines somebody looks for; all of it has to fit. */
export type LineSearch = {
  readonly partner?: string;
  readonly product?: string;
  readonly company?: string;
  readonly side?: Side;
  /** The number of a document, whole. */
  readonly document?: string;
  /** The import that said its last word. */
  readonly import?: string;
  /** First and last day of those that count as the line's day. */
  readonly from?: LocalDate;
  readonly until?: LocalDate;
};

/** A line as its last word stands, with what its partner and product are called today. */
export type ListedLine = LinePlace & {
  readonly revision: number;
  readonly side: Side;
  readonly company: string;
  readonly partner: string;
  readonly partnerName: string;
  readonly product: string;
  readonly productName: string;
  /** The day of its invoice, else of the first other paper that it names. */
  readonly day: LocalDate | undefined;
  /** The first quantity that it carries. */
  readonly quantity: string | undefined;
  readonly unit: string;
  readonly netValue: string | undefined;
  readonly currency: string;
  readonly isReturn: boolean;
  readonly import: string;
};

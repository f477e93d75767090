import type { Agreement, Term } from '../../../core/agreement/agreement.ts';
import type { Line } from '../../../core/fact/line.ts';
import type { Master } from '../../../core/master/master.ts';
import type { Fraction } from './fraction.ts';
import type { PaidWindow } from './windows.ts';

/** All that an answer depends on. */
export type Question = {
  readonly agreement: Agreement;
  readonly lines: readonly Line[];
  readonly master: Master;
  /** The last day whose lines count. */
  readonly effective: number;
};

/** The question about one term. */
export type TermQuestion = Question & { readonly term: Term; readonly windows: readonly PaidWindow[] };

/** Where a line acts. */
export type Place = {
  readonly on: number;
  /** At the place of the line that it takes back, with the dates and attributes of that line. */
  readonly isOriginal: boolean;
  /** The day of the sale whose window's rate is taken back. */
  readonly originalRateOf?: number;
};

/** What other terms have done to a line in one window. */
export type Lowered = {
  readonly payout: Fraction;
  readonly qualifier: Fraction;
};

/** A line that counts in one window of a term, and what it is there. */
export type Entry = Place & {
  readonly line: Line;
  readonly key: string;
  /** In what group its volume and its payout count; "" for none. */
  readonly qualifierGroup: string;
  readonly payoutGroup: string;
  /** Contested lines that the term has lost to another one. */
  readonly losesPayout: boolean;
  readonly losesQualifier: boolean;
  /** Money that other terms have paid on it. */
  readonly lowered: Lowered;
};

export function keyOf(line: { source: string; document: string; line: string }): string {
  return JSON.stringify([line.source, line.document, line.line]);
}

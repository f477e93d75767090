import type { Master } from '../../core/master/master.ts';
import { type PlacedSource, placedFrom, placedLines } from './placedLines.ts';
import { type KnownLines, type Statement, StatementValues } from './statement.ts';

/** The plain lines of one side, company and day on which they act; null: they have no such day. */
export type LineTotal = {
  readonly side: string;
  readonly company: string;
  readonly placed: number | null;
  readonly lines: number;
  /** A decimal text. */
  readonly net: string;
};

/** Lays out the placed lines, for statements of many terms to find them by partner and day. */
export function layingOut(source: PlacedSource, known: KnownLines, master: Master): Statement {
  const values = new StatementValues(known);
  return values.with(`${placedLines(source, master, values)} ORDER BY partner, placed`);
}

/** What all terms of a placement share: how many lines there are on each day, and which ones core always judges. */
export function lineTotals(
  source: PlacedSource,
  known: KnownLines,
  master: Master,
): { readonly totals: Statement; readonly special: Statement } {
  const values = new StatementValues(known);
  const lines = placedFrom(source, master, values);
  return {
    totals: values.with(
      `SELECT side, company, placed, count(*)::int AS lines, coalesce(sum(net_value), 0) AS net
       FROM ${lines} k WHERE NOT special GROUP BY 1, 2, 3`,
    ),
    special: values.with(`SELECT source, document, line, revision FROM ${lines} k WHERE special`),
  };
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { fromYearMonthDay } from '../../../core/calendar/localDate.ts';
import type { HistoryLine } from '../../../core/trust/history.ts';

/** A real set as it is, before anybody wrote agreements on top of it. */
export type Trade = {
  readonly set: string;
  readonly source: string;
  readonly side: HistoryLine['side'];
  readonly currency: string;
  readonly unit: string;
  readonly lines: HistoryLine[];
  readonly partners: readonly TradePartner[];
  readonly products: readonly TradeProduct[];
  /** Real payments, where the set has them. */
  readonly payouts?: readonly { readonly partner: string; readonly day: number; readonly minor: number }[];
};

export type TradePartner = {
  readonly partner: string;
  readonly kind: 'customer' | 'supplier';
  readonly name?: string;
  readonly country?: string;
  readonly address?: string;
  readonly segment?: string;
};

/** `supplier` is who supports sales of it, in a set of sales. */
export type TradeProduct = {
  readonly product: string;
  readonly name?: string;
  readonly category?: string;
  readonly supplier?: string;
};

export type Row = Readonly<Record<string, string>>;

/** Rows of `name.csv` or `name.csv.gz`, by the names in the first line. */
export function rowsOf(folder: string, name: string): Row[] {
  const plain = join(folder, `${name}.csv`);
  const text = existsSync(plain)
    ? readFileSync(plain, 'utf8')
    : gunzipSync(readFileSync(`${plain}.gz`)).toString('utf8');
  // Half a million rows: what needs no quotes is cut at its commas.
  return text.includes('"') && !isOneRowALine(text)
    ? (parse(text, { columns: true, skip_empty_lines: true }) as Row[])
    : cutRows(text);
}

function isOneRowALine(text: string): boolean {
  return text.split('\n').every((line) => (line.split('"').length - 1) % 2 === 0);
}

function cutRows(text: string): Row[] {
  const [header = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const fields = line.includes('"') ? ((parse(line) as string[][])[0] ?? []) : line.split(',');
    const row: Record<string, string> = {};
    for (let at = 0; at < names.length; at += 1) row[names[at] ?? ''] = fields[at] ?? '';
    return row;
  });
}

export function tablesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.csv(?:\.gz)?$/.test(name))
    .map((name) => name.slice(0, name.indexOf('.csv')))
    .sort();
}

/** Of a text that begins with YYYY-MM-DD. */
export function dayOf(text: string): number {
  return fromYearMonthDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

export function minorOf(amount: number): number {
  return Math.round(amount * 100);
}

export function microsOf(quantity: number): number {
  return Math.round(quantity * 1_000_000);
}

/** Numbers the lines of each document by position. */
export function lineNumbers(): (document: string) => string {
  const last = new Map<string, number>();
  return (document) => {
    const number = (last.get(document) ?? 0) + 1;
    last.set(document, number);
    return lineNumber(number);
  };
}

/** So that the order of text is the order of numbers. */
export function lineNumber(number: number | string): string {
  return String(number).padStart(4, '0');
}

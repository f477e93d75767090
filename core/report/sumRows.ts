import { inMinorUnits, moneyText } from '../money/money.ts';
import { decimalToRational, parseDecimal } from '../number/decimal.ts';
import { compareTexts } from '../text/compareTexts.ts';
import { joinKey } from '../text/key.ts';
import { REPORT_COLUMNS, type ReportColumn, type ReportRow } from './report.ts';

/** What tells sums apart: nothing is added across these. */
const APART: readonly ReportColumn[] = ['direction', 'currency'];

/** The sums of every column of amounts or counts, one row for each currency and direction; percents have no sum. */
export function sumRows(columns: readonly ReportColumn[], rows: readonly ReportRow[]): ReportRow[] {
  const summed = columns.filter((column) => ['money', 'count'].includes(REPORT_COLUMNS[column]));
  const apart = APART.filter((column) => columns.includes(column));
  const groups = Map.groupBy(rows, ({ cells }) => joinKey(...apart.map((column) => cells[column] ?? '')));
  return [...groups.keys()].sort(compareTexts).map((key) => {
    const own = groups.get(key) ?? [];
    const currency = own[0]?.cells.currency ?? '';
    const named = apart.map((column) => [column, own[0]?.cells[column] ?? ''] as const);
    const sums = summed.map((column) => [column, sumOf(column, own, currency)] as const);
    return { cells: Object.fromEntries([...named, ...sums]) };
  });
}

function sumOf(column: ReportColumn, rows: readonly ReportRow[], currency: string): string {
  const texts = rows.flatMap(({ cells }) => (cells[column] ? [cells[column]] : []));
  if (REPORT_COLUMNS[column] === 'count')
    return texts.reduce((sum, text) => sum + BigInt(text), 0n).toString();
  return moneyText({ minor: texts.reduce((sum, text) => sum + minorOf(text, currency), 0n), currency });
}

function minorOf(text: string, currency: string): bigint {
  const decimal = parseDecimal(text);
  if (decimal === undefined) throw new Error(`Fault: ${text} is no amount`);
  const { n, d } = inMinorUnits(decimalToRational(decimal), currency);
  if (d !== 1n) throw new Error(`Fault: ${text} ${currency} has more places than the currency`);
  return n;
}

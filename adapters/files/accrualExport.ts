import type { LineAccrual } from '../../app/accruals/exportAccruals.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { moneyText } from '../../core/money/money.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import { csvRow } from './csvText.ts';

export const ACCRUAL_FORMATS = ['csv', 'ndjson'] as const;
export type AccrualFormat = (typeof ACCRUAL_FORMATS)[number];

/** What a row says, in this order; of what has no line the fields of lines are empty. */
const CELLS: Readonly<Record<string, (accrual: LineAccrual) => string | undefined>> = {
  company: ({ company }) => company,
  agreement: ({ agreement }) => agreement,
  term: ({ term }) => term,
  partner: ({ partner }) => partner,
  windowFirst: ({ window }) => formatDate(window.from),
  windowLast: ({ window }) => formatDate(window.until - 1),
  day: ({ day }) => formatDate(day),
  source: ({ line }) => line?.source,
  document: ({ line }) => line?.document,
  line: ({ line }) => line?.line,
  product: ({ line }) => line?.product,
  netValue: ({ line }) => line?.netValue && formatDecimal(line.netValue),
  lineCurrency: ({ line }) => line?.currency,
  recognised: ({ minor, currency }) => moneyText({ minor, currency }),
  currency: ({ currency }) => currency,
};
const NAMES = Object.keys(CELLS);

/** What is recognised line by line, as a table or as an object a row, in pieces. */
export async function* accrualExport(
  format: AccrualFormat,
  pages: AsyncIterable<readonly LineAccrual[]>,
): AsyncGenerator<Buffer> {
  if (format === 'csv') yield Buffer.from(csvRow(NAMES));
  for await (const page of pages) {
    const rows = page.map((accrual) => NAMES.map((name) => CELLS[name]?.(accrual) ?? ''));
    yield Buffer.from(rows.map((row) => (format === 'csv' ? csvRow(row) : objectRow(row))).join(''));
  }
}

function objectRow(cells: readonly string[]): string {
  return `${JSON.stringify(Object.fromEntries(NAMES.map((name, index) => [name, cells[index]])))}\n`;
}

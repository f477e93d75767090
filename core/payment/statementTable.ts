import { type LocalDate, parseDate } from '../calendar/localDate.ts';
import { minorOf } from '../money/minorOf.ts';
import { parseDecimal } from '../number/decimal.ts';
import { accept, type Result, refuse, refused } from '../refusal/refusals.ts';
import type { BankEntry, BankStatement } from './bankStatement.ts';

export const STATEMENT_DAYS = ['YYYY-MM-DD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY', 'YYYYMMDD'] as const;

/** How a bank writes the table of an account: what its columns are called, and how days and amounts are written. */
export type StatementColumns = {
  readonly bookedOn: string;
  /** With its sign; or in two columns, what left and what came. */
  readonly amount?: string;
  readonly debit?: string;
  readonly credit?: string;
  readonly reference?: string;
  readonly endToEndId?: string;
  /** What we called the file that it is the sum of. */
  readonly batchId?: string;
  readonly returnReason?: string;
  readonly remittance?: string;
};

export type StatementTable = {
  readonly columns: StatementColumns;
  readonly days: (typeof STATEMENT_DAYS)[number];
  readonly decimals: ',' | '.';
};

type Row = { readonly row: number; readonly texts: Readonly<Record<string, string>> };

/**
 * A statement from the rows of a table. Nothing is rounded, and nothing that cannot be read is passed over.
 * Refuses: statement-not-read (field, value).
 */
export function statementOf(
  { columns, days, decimals }: StatementTable,
  about: { readonly id: string; readonly account: string; readonly currency: string },
  rows: readonly Row[],
): Result<BankStatement> {
  const entries: BankEntry[] = [];
  for (const { row, texts } of rows) {
    const said = (column: string | undefined) => (column === undefined ? '' : (texts[column] ?? '').trim());
    const no = (field: string, value: string) =>
      refused(refuse('statement-not-read', `row ${row}`, { field, value: value.slice(0, 40) }));
    const bookedOn = dayOf(said(columns.bookedOn), days);
    if (bookedOn === undefined) return no('bookedOn', said(columns.bookedOn));
    const amounts = [
      [said(columns.amount), 1n],
      [said(columns.debit), -1n],
      [said(columns.credit), 1n],
    ].filter(([text]) => text !== '') as [string, bigint][];
    const [text = '', sign = 1n] = amounts[0] ?? [];
    const minor = amountOf(text, decimals, about.currency);
    // What left is written with a minus by some, in a column of its own.
    const signed = minor === undefined ? 0n : sign < 0n && minor > 0n ? -minor : minor;
    if (signed === 0n || amounts.length !== 1) return no('amount', text);
    const [reference, batchId] = [said(columns.reference), said(columns.batchId)];
    const [endToEndId, returnReason] = [said(columns.endToEndId), said(columns.returnReason)];
    const remittance = said(columns.remittance);
    entries.push({
      ...{ bookedOn, minor: signed },
      ...(reference !== '' && { reference }),
      ...(batchId !== '' && { batchId }),
      transactions: [
        {
          ...{ minor: signed, remittance },
          ...(endToEndId !== '' && { endToEndId }),
          ...(returnReason !== '' && { returnReason }),
        },
      ],
    });
  }
  return accept({ ...about, entries, pending: 0 });
}

function dayOf(text: string, days: StatementTable['days']): LocalDate | undefined {
  if (text.length !== days.length) return undefined;
  const part = (letter: string) => text.slice(days.indexOf(letter), days.lastIndexOf(letter) + 1);
  const isWritten = [...days].every((sign, index) => /[YMD]/.test(sign) || text[index] === sign);
  return isWritten ? parseDate(`${part('Y')}-${part('M')}-${part('D')}`) : undefined;
}

const AMOUNTS = {
  ',': /^[+-]?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/,
  '.': /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/,
};

function amountOf(text: string, decimals: ',' | '.', currency: string): bigint | undefined {
  if (!AMOUNTS[decimals].test(text)) return undefined;
  const plain = text
    .replaceAll(decimals === ',' ? '.' : ',', '')
    .replace(',', '.')
    .replace(/^\+/, '');
  const value = parseDecimal(plain);
  return value && minorOf(value, currency);
}

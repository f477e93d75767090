import { type LocalDate, parseDate } from '../../../core/calendar/localDate.ts';
import { minorDigits } from '../../../core/money/currency.ts';
import { type Refusal, refuse } from '../../../core/refusal/refusals.ts';

/** Of wrong rows, as many are told; who mends them finds the rest the next time. */
export const PROBLEMS_MAX = 20;

/** Where the columns of a file stand; `unit-amount`, `unitAmount` and `unit_amount` are the same name. */
export type Columns = { readonly file: string; readonly places: ReadonlyMap<string, number> };

export function columnsOf(file: string, names: readonly string[]): Columns {
  return { file, places: new Map(names.map((name, place) => [columnKey(name), place])) };
}

function columnKey(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '');
}

/**
 * One row of a file of a history, read field by field. What cannot be read becomes a problem that names file, row, column and what
 * would be right, and a value that is never used: who has problems gets no history.
 */
export class RowFields {
  private readonly columns: Columns;
  private readonly problems: Refusal[];
  private texts: readonly string[] = [];
  private row = 0;

  constructor(columns: Columns, problems: Refusal[]) {
    this.columns = columns;
    this.problems = problems;
  }

  /** `row`: below the header, from 1. */
  at(row: number, texts: readonly string[]): this {
    this.row = row;
    this.texts = texts;
    return this;
  }

  /** Absent where the column is not there or the field is empty. */
  text(column: string): string | undefined {
    const place = this.columns.places.get(columnKey(column));
    const text = place === undefined ? undefined : this.texts[place]?.trim();
    return text === '' ? undefined : text;
  }

  needed(column: string): string {
    return this.text(column) ?? this.wrong(column, 'something: this field is needed', '');
  }

  choice<T extends string>(column: string, allowed: readonly T[], otherwise?: T): T {
    const text = this.text(column) ?? otherwise ?? '';
    const found =
      allowed.find((one) => one === text) ?? allowed.find((one) => columnKey(one) === columnKey(text));
    return found ?? this.wrong(column, allowed.join(', '), allowed[0] as T);
  }

  yes(column: string): boolean {
    const text = this.text(column)?.toLowerCase() ?? 'no';
    if (['yes', 'true', '1'].includes(text)) return true;
    return ['no', 'false', '0'].includes(text) ? false : this.wrong(column, 'yes, no', false);
  }

  list(column: string): string[] {
    const parts = (this.text(column) ?? '').split(';').map((part) => part.trim());
    return parts.filter((part) => part !== '');
  }

  day(column: string): LocalDate | undefined {
    const text = this.text(column);
    return text === undefined ? undefined : (parseDate(text) ?? this.wrong(column, 'YYYY-MM-DD', 0));
  }

  neededDay(column: string): LocalDate {
    return parseDate(this.needed(column)) ?? this.wrong(column, 'YYYY-MM-DD', 0);
  }

  currency(column = 'currency'): string {
    const text = this.needed(column);
    return minorDigits(text) === undefined ? this.wrong(column, 'ISO 4217, such as EUR', text) : text;
  }

  whole(column: string, least: number, most: number): number | undefined {
    const value = this.scaled(column, 0);
    if (value === undefined || (value >= least && value <= most)) return value;
    return this.wrong(column, `${least}..${most}`, 0);
  }

  /** In minor units of a currency. */
  amount(column: string, currency: string): number | undefined {
    return this.scaled(column, minorDigits(currency) ?? 2);
  }

  neededAmount(column: string, currency: string): number {
    this.needed(column);
    return this.amount(column, currency) ?? 0;
  }

  /** Finer than the smallest coin: unknown. */
  price(column: string, currency: string | undefined): number | undefined {
    const text = this.text(column);
    if (text === undefined) return undefined;
    if (currency === undefined) return this.wrong('currency', 'ISO 4217, such as EUR', 0);
    const digits = minorDigits(currency) ?? 2;
    return isFiner(text, digits) ? undefined : this.scaled(column, digits);
  }

  /** In millionths. */
  quantity(column: string): number | undefined {
    return this.scaled(column, 6);
  }

  neededQuantity(column: string): number {
    this.needed(column);
    return this.quantity(column) ?? 0;
  }

  /** A percentage in basis points. */
  rate(column: string): number | undefined {
    return this.scaled(column, 2);
  }

  wrong<T>(column: string, expected: string, otherwise: T): T {
    if (this.problems.length < PROBLEMS_MAX) {
      const { file } = this.columns;
      const row = String(this.row + 1);
      const facts = { file, row, column, value: (this.text(column) ?? '').slice(0, 100), expected };
      this.problems.push(refuse('history-field-invalid', `${file} row ${row}`, facts));
    }
    return otherwise;
  }

  private scaled(column: string, digits: number): number | undefined {
    const text = this.text(column);
    if (text === undefined) return undefined;
    const value = scaledNumber(text, digits);
    const example = digits === 0 ? '12' : `12.${'5'.padEnd(digits, '0')}`;
    return value ?? this.wrong(column, `${example} (≤ ${digits} decimals)`, 0);
  }
}

const DECIMAL = /^(-?)(\d{1,16})(?:\.(\d+))?$/;

/** An exact decimal times ten to the `digits`; undefined where it is none, finer, or beyond 2^53. */
export function scaledNumber(text: string, digits: number): number | undefined {
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const decimals = withoutLastZeros(match[3] ?? '');
  if (decimals.length > digits) return undefined;
  const value = Number(`${match[2]}${decimals.padEnd(digits, '0')}`);
  if (!Number.isSafeInteger(value)) return undefined;
  return match[1] === '-' && value !== 0 ? -value : value;
}

function isFiner(text: string, digits: number): boolean {
  return withoutLastZeros(DECIMAL.exec(text)?.[3] ?? '').length > digits;
}

function withoutLastZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}

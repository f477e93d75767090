import { type LocalDate, parseDate } from '../calendar/localDate.ts';
import { minorDigits } from '../money/currency.ts';
import {
  type Decimal,
  FACT_DIGITS_MAX,
  FACT_SCALE_MAX,
  parseDecimal,
  powerOfTen,
} from '../number/decimal.ts';
import { type Refusal, refuse } from '../refusal/refusals.ts';
import { CODE_LENGTH_MAX } from '../text/key.ts';

/** Keys are joined by a control character, so no text of a fact may hold one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f]/;

/** Printable ASCII, as most rows are: it holds nothing that is refused, and is what it is in every form of text. */
const PLAIN = /^[ -~]*$/;

/**
 * Reads the fields of one row of any kind of fact and collects what is wrong with them, all of it.
 * Refuses: line-field-missing, line-field-unknown, line-text-invalid, line-code-too-long, line-decimal-invalid,
 * line-scale-beyond-nine, line-digits-beyond-hundred, line-date-invalid, line-value-not-allowed, line-currency-unknown.
 */
export class FieldReader {
  readonly refusals: Refusal[] = [];
  protected readonly texts: Readonly<Record<string, string>>;
  private isPlain = true;

  constructor(texts: Readonly<Record<string, string>>, isField: (field: string) => boolean) {
    this.texts = texts;
    for (const field of Object.keys(texts)) {
      const text = texts[field] as string;
      if (!isField(field)) this.refusals.push(refuse('line-field-unknown', field, { field }));
      if (PLAIN.test(text)) continue;
      this.isPlain = false;
      if (CONTROL_CHARACTER.test(text) || !text.isWellFormed()) {
        this.refusals.push(refuse('line-text-invalid', field, { field, value: text }));
      }
    }
  }

  required(field: string): string {
    const text = this.code(field);
    if (text === undefined) this.refusals.push(refuse('line-field-missing', field, { field }));
    return text ?? '';
  }

  currency(): string {
    const text = this.required('currency');
    if (text !== '' && minorDigits(text) === undefined) {
      this.refusals.push(refuse('line-currency-unknown', 'currency', { value: text }));
    }
    return text;
  }

  neededDate(field: string): LocalDate {
    this.required(field);
    return this.date(field) ?? 0;
  }

  neededDecimal(field: string): Decimal {
    this.required(field);
    return this.decimal(field) ?? { digits: 0n, scale: 0 };
  }

  /** The decimals among some fields that there are. */
  decimals<Field extends string>(...fields: readonly Field[]): { readonly [field in Field]?: Decimal } {
    const found: { [field in Field]?: Decimal } = {};
    for (const field of fields) {
      const value = this.decimal(field);
      if (value !== undefined) found[field] = value;
    }
    return found;
  }

  text(field: string): string | undefined {
    const text = this.texts[field];
    if (text === undefined || text === '') return undefined;
    return this.isPlain ? text : text.normalize('NFC');
  }

  code(field: string): string | undefined {
    const text = this.text(field);
    if (text !== undefined && text.length > CODE_LENGTH_MAX) {
      this.refusals.push(refuse('line-code-too-long', field, { field, value: text }));
    }
    return text;
  }

  decimal(field: string): Decimal | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const value = parseDecimal(text);
    if (value === undefined) {
      this.refusals.push(refuse('line-decimal-invalid', field, { field, value: text }));
    } else this.checkPlaces(field, text, value);
    return value;
  }

  checkPlaces(field: string, text: string, { digits, scale }: Decimal): void {
    if (scale > FACT_SCALE_MAX) {
      this.refusals.push(refuse('line-scale-beyond-nine', field, { field, value: text }));
    } else if (text.length > FACT_DIGITS_MAX && !isBelowPower(digits, FACT_DIGITS_MAX + scale)) {
      this.refusals.push(refuse('line-digits-beyond-hundred', field, { field, value: text }));
    }
  }

  date(field: string): LocalDate | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const value = parseDate(text);
    if (value === undefined) {
      this.refusals.push(refuse('line-date-invalid', field, { field, value: text }));
    }
    return value;
  }

  oneOf<Word extends string>(field: string, words: readonly Word[]): Word | undefined {
    const text = this.text(field);
    const word = words.find((candidate) => candidate === text);
    if (word === undefined && text !== undefined) {
      const facts = { field, value: text, allowed: words.join(', ') };
      this.refusals.push(refuse('line-value-not-allowed', field, facts));
    }
    return word;
  }
}

function isBelowPower(digits: bigint, exponent: number): boolean {
  return (digits < 0n ? -digits : digits) < powerOfTen(exponent);
}

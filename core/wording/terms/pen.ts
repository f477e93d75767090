import { formatDate, fromYearMonthDay, type LocalDate } from '../../calendar/localDate.ts';
import { type Decimal, formatDecimal, trimDecimal } from '../../number/decimal.ts';
import { CATALOGUES, type Catalogue } from '../catalogue.ts';
import { onOneLine } from '../factTexts.ts';
import { fillText } from '../fillText.ts';
import type { Language } from '../language.ts';
import { onceEach } from '../onceEach.ts';
import { operandText } from '../operandText.ts';
import type { Clause } from './clause.ts';
import type { TermsTexts } from './enTerms.ts';

const MILLISECONDS_A_DAY = 86_400_000;
const COMMON_YEAR = 2001;

type Values = Readonly<Record<string, string>>;

/** Writes clauses and values of one agreement in one language. */
export class Pen {
  readonly texts: TermsTexts;
  readonly catalogue: Catalogue;
  readonly currency: string;
  private readonly language: Language;

  constructor(language: Language, currency: string) {
    this.language = language;
    this.currency = currency;
    this.catalogue = CATALOGUES[language];
    this.texts = this.catalogue.terms;
  }

  heading(text: string, values: Values, parts: readonly Clause[]): Clause {
    return { kind: 'heading', text: this.fill(text, values), parts };
  }

  sentence(text: string, values: Values = {}, parts: readonly Clause[] = []): Clause {
    return { kind: 'sentence', text: this.fill(text, values), parts };
  }

  fill(text: string, values: Values): string {
    return fillText(text, values);
  }

  money(value: Decimal): string {
    return operandText({ kind: 'money', value: plain(value), currency: this.currency }, this.language);
  }

  percent(value: Decimal): string {
    return operandText({ kind: 'percent', value: plain(value) }, this.language);
  }

  /** A number with its unit, if it has one. */
  number(value: Decimal, unit?: string): string {
    const operand = { kind: 'number', value: plain(value), ...(unit !== undefined && { unit }) } as const;
    return operandText(operand, this.language);
  }

  count(value: number): string {
    return operandText({ kind: 'count', value }, this.language);
  }

  day(value: LocalDate): string {
    return operandText({ kind: 'date', value: formatDate(value) }, this.language);
  }

  /** The first day of a month of any year. */
  firstOf(month: number): string {
    const format = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
    const day = fromYearMonthDay(COMMON_YEAR, month, 1) * MILLISECONDS_A_DAY;
    return new Intl.DateTimeFormat(this.catalogue.locale, format).format(day);
  }

  /** A text of the agreement as it is put between quotation marks: two that differ stay different. */
  name(text: string): string {
    return text.replace(/[\\”]/g, '\\$&').replace(ODD_SPACE, (odd) => `\\u{${hex(odd)}}`);
  }

  quoted(text: string): string {
    return `“${this.name(text)}”`;
  }

  /** The contract's own words, below what they were turned into. */
  words(words: string | undefined): Clause[] {
    return words === undefined ? [] : [this.sentence(this.texts.names.wording, { words: onOneLine(words) })];
  }

  quotedAll(texts: readonly string[], type: 'conjunction' | 'disjunction'): string {
    return this.all(
      texts.map((text) => this.quoted(text)),
      type,
    );
  }

  /** "a, b and c", or "a, b or c". */
  all(texts: readonly string[], type: 'conjunction' | 'disjunction'): string {
    return listFormat(this.catalogue.locale, type).format(texts);
  }
}

const listFormat = onceEach(
  (locale: string, type: 'conjunction' | 'disjunction') => new Intl.ListFormat(locale, { type }),
);

/** What looks like a plain space, or like nothing, and is something else; and a space after another. */
const ODD_SPACE = /(?<= ) |[^\S ]|[[\p{Cc}\p{Cf}\p{Z}]--[ ]]/gv;

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}

function plain(value: Decimal): string {
  return formatDecimal(trimDecimal(value));
}

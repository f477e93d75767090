import { type LocalDate, parseDate } from '../calendar/localDate.ts';
import { type Decimal, parseDecimal } from '../number/decimal.ts';
import { type Refusal, refuse } from '../refusal/refusals.ts';
import type { Json } from '../text/canonicalJson.ts';
import type { BothTexts } from './rebateDocument.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here
const UNPRINTABLE = /[\u0000-\u001f\u007f\ufffe\uffff]/;

/** What a field holds that could not be read; the refusal of it is noted, so nobody sees it. */
const UNREAD = { text: '', day: 0, decimal: { digits: 0n, scale: 0 } } as const;

/** The fields of an object of JSON, each with its place; what cannot be read is noted, all of it. */
export class JsonFields {
  readonly refusals: Refusal[];
  private readonly object: { readonly [key: string]: Json };
  private readonly at: string;
  private readonly read = new Set<string>();

  constructor(value: Json | undefined, at: string, refusals: Refusal[]) {
    this.at = at;
    this.refusals = refusals;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    this.object = isObject ? (value as { readonly [key: string]: Json }) : {};
    if (!isObject) this.say('', value === undefined ? 'field-absent' : 'object-form');
  }

  has(name: string): boolean {
    this.read.add(name);
    return Object.hasOwn(this.object, name);
  }

  text(name: string): string {
    return this.readText(name, this.value(name));
  }

  textList(name: string): string[] {
    return this.list(name, (value, place) => this.readText(place, value));
  }

  optional<Name extends string>(...names: readonly Name[]): { readonly [name in Name]?: string } {
    const said = names.filter((name) => this.has(name)).map((name) => [name, this.text(name)]);
    return Object.fromEntries(said) as { readonly [name in Name]?: string };
  }

  word<Word extends string>(name: string, words: readonly Word[]): Word {
    const text = this.text(name);
    const word = words.find((candidate) => candidate === text);
    if (word === undefined && text !== '') this.say(name, 'word-unknown');
    return word ?? (words[0] as Word);
  }

  day(name: string): LocalDate {
    const text = this.text(name);
    const day = parseDate(text);
    if (day === undefined && text !== '') this.say(name, 'day-form');
    return day ?? UNREAD.day;
  }

  decimal(name: string): Decimal {
    const text = this.text(name);
    const decimal = parseDecimal(text);
    if (decimal === undefined && text !== '') this.say(name, 'decimal-form');
    return decimal ?? UNREAD.decimal;
  }

  /** An amount in major units, whole in the smallest units of a currency of so many places. */
  minor(name: string, places: number): bigint {
    const { digits, scale } = this.decimal(name);
    if (scale === places) return digits;
    if (scale > places) this.say(name, 'amount-finer-than-currency');
    return scale > places ? 0n : digits * 10n ** BigInt(places - scale);
  }

  /** These fields themselves as a text in both languages. */
  bothTexts(): BothTexts {
    const texts = { en: this.text('en'), 'zh-CN': this.text('zh-CN') };
    this.end();
    return texts;
  }

  within(name: string): JsonFields {
    this.read.add(name);
    return new JsonFields(this.object[name], this.place(name), this.refusals);
  }

  /** Each entry of a list of objects. */
  objects<Entry>(name: string, entryOf: (fields: JsonFields) => Entry): Entry[] {
    return this.list(name, (value, place) =>
      entryOf(new JsonFields(value, this.place(place), this.refusals)),
    );
  }

  /** All that is left is a field that nobody knows. */
  end(): void {
    for (const name of Object.keys(this.object)) if (!this.read.has(name)) this.say(name, 'field-unknown');
  }

  say(name: string, reason: string): void {
    const field = this.place(name);
    this.refusals.push(refuse('rebate-document-invalid', field, { field, reason }));
  }

  private list<Entry>(name: string, entryOf: (value: Json, place: string) => Entry): Entry[] {
    const value = this.value(name);
    if (value === undefined) return [];
    if (Array.isArray(value)) {
      return (value as readonly Json[]).map((entry, index) => entryOf(entry, `${name}[${index}]`));
    }
    this.say(name, 'list-form');
    return [];
  }

  private readText(place: string, value: Json | undefined): string {
    if (value === undefined) return UNREAD.text;
    const isText = typeof value === 'string' && !UNPRINTABLE.test(value) && value.isWellFormed();
    if (isText) return value.normalize('NFC');
    this.say(place, 'text-form');
    return UNREAD.text;
  }

  private value(name: string): Json | undefined {
    this.read.add(name);
    const value = Object.hasOwn(this.object, name) ? this.object[name] : undefined;
    if (value === undefined) this.say(name, 'field-absent');
    return value;
  }

  private place(name: string): string {
    if (this.at === '' || name === '') return `${this.at}${name}`;
    return `${this.at}.${name}`;
  }
}

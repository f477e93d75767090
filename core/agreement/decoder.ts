import { type LocalDate, parseDate } from '../calendar/localDate.ts';
import { type Decimal, parseDecimal } from '../number/decimal.ts';
import { type Refusal, type RefusalCode, refuse } from '../refusal/refusals.ts';
import type { Json } from '../text/canonicalJson.ts';
import { CODE_LENGTH_MAX } from '../text/key.ts';

/**
 * A field of the format: how it is read, and its JSON Schema. Both come from one definition,
 * so that what the schema says and what the program accepts cannot drift apart.
 * `decode` gives undefined exactly when it has added to `refusals`.
 */
export type Decoder<T> = {
  readonly decode: (value: unknown, at: string, refusals: Refusal[]) => T | undefined;
  readonly schema: Json;
};

/** A field that may be left out. */
export type OptionalDecoder<T> = Decoder<T> & { readonly optional: true };

type Fields = Record<string, Decoder<unknown> | OptionalDecoder<unknown>>;
type OptionalKeys<F extends Fields> = {
  [K in keyof F]: F[K] extends { optional: true } ? K : never;
}[keyof F];
type Decoded<D> = D extends Decoder<infer T> ? T : never;
type ObjectOf<F extends Fields> = {
  readonly [K in Exclude<keyof F, OptionalKeys<F>>]: Decoded<F[K]>;
} & { readonly [K in OptionalKeys<F>]?: Decoded<F[K]> };

export function optional<T>(decoder: Decoder<T>): OptionalDecoder<T> {
  return { ...decoder, optional: true };
}

/** What a field means; JSON Schema calls it its description. */
export function says<D extends Decoder<unknown>>(description: string, decoder: D): D {
  return { ...decoder, schema: { ...(decoder.schema as object), description } };
}

/** The name of a kind of value. The schema file describes it once; pages give it a heading. */
export function named<D extends Decoder<unknown>>(title: string, decoder: D): D {
  return { ...decoder, schema: { title, ...(decoder.schema as object) } };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here
const KEY_TEXT = patterned(/^[^\u0000-\u001f\u007f\ud800-\udfff]+$/u);

/** A code or another name that is compared: no control character and not too long, so that it can be part of a key. */
export const key: Decoder<string> = {
  schema: { title: 'text', ...(KEY_TEXT.schema as object), maxLength: CODE_LENGTH_MAX },
  decode: (value, at, refusals) => {
    const found = KEY_TEXT.decode(value, at, refusals);
    if (found === undefined || [...String(value)].length <= CODE_LENGTH_MAX) return found;
    const facts = { value: `${found.slice(0, 20)}…`, allowed: `≤ ${CODE_LENGTH_MAX}` };
    return fail(refusals, 'agreement-value-not-allowed', at, facts);
  },
};

/** What people read, of several lines if need be; other control characters are refused. */
export const prose = named(
  'prose',
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here
  patterned(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ud800-\udfff]+$/u),
);

/** Text in which each character is allowed, brought to NFC: facts are, and both must compare. */
function patterned(allowed: RegExp): Decoder<string> {
  return {
    schema: { type: 'string', pattern: allowed.source },
    decode: (value, at, refusals) =>
      typeof value === 'string' && allowed.test(value)
        ? value.normalize('NFC')
        : wrongType(at, 'text', refusals),
  };
}

/** A name out of a few families, such as `partner.country`: the family, a point, the name. */
export function nameIn(...families: readonly string[]): Decoder<string> {
  const pattern = `^(?:${families.join('|')})\\.[^\\u0000-\\u001f\\u007f\\ud800-\\udfff]+$`;
  const isOf = (name: string, family: string) =>
    name.startsWith(`${family}.`) && name.length > family.length + 1;
  return {
    schema: {
      title: `attribute of ${families.join(', ')}`,
      type: 'string',
      pattern,
      maxLength: CODE_LENGTH_MAX,
    },
    decode: (value, at, refusals) => {
      const name = key.decode(value, at, refusals);
      if (name === undefined || families.some((family) => isOf(name, family))) return name;
      const wanted = families.map((family) => `${family}.…`).join(', ');
      return fail(refusals, 'agreement-value-not-allowed', at, { value: name, allowed: wanted });
    },
  };
}

/** No money and no rate has more digits; the limit keeps arithmetic short whatever a file says. */
const DECIMAL = /^-?[0-9]{1,100}(\.[0-9]{1,30})?$/u;

/** A decimal written as text, so that no reader turns it into a binary float. */
export const decimal = decimalLike('decimal', DECIMAL);

/** A decimal that has no minus in front. */
export const threshold = decimalLike('decimal from 0', /^[0-9]{1,100}(\.[0-9]{1,30})?$/u, '≥ 0');

/** A decimal above zero. */
export const positive = decimalLike('decimal above 0', /^(?=.*[1-9])[0-9]{1,100}(\.[0-9]{1,30})?$/u, '> 0');

/** A decimal text; one that is a decimal, but outside the pattern, is told what is allowed. */
function decimalLike(title: string, allowed: RegExp, range?: string): Decoder<Decimal> {
  return {
    schema: { title, type: 'string', pattern: allowed.source },
    decode: (value, at, refusals) => {
      if (typeof value !== 'string' || !DECIMAL.test(value)) return wrongType(at, 'decimal', refusals);
      if (allowed.test(value)) return parseDecimal(value) ?? wrongType(at, 'decimal', refusals);
      return fail(refusals, 'agreement-value-not-allowed', at, { value, allowed: range ?? '' });
    },
  };
}

/** A day that exists, from year 0001 on. */
export const date: Decoder<LocalDate> = {
  schema: { title: 'day', type: 'string', format: 'date', pattern: '^(?!0000)' },
  decode: (value, at, refusals) =>
    (typeof value === 'string' ? parseDate(value) : undefined) ?? wrongType(at, 'date', refusals),
};

/** A whole number between two others, both allowed. */
export function wholeNumber(least: number, most: number): Decoder<number> {
  return {
    schema: { title: `whole number, ${least}–${most}`, type: 'integer', minimum: least, maximum: most },
    decode: (value, at, refusals) => {
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
        return wrongType(at, 'wholeNumber', refusals);
      }
      if (least <= value && value <= most) return value;
      return fail(refusals, 'agreement-value-not-allowed', at, {
        value: String(value),
        allowed: `${least}–${most}`,
      });
    },
  };
}

export function oneOf<const T extends string | boolean | number>(...allowed: readonly T[]): Decoder<T> {
  return {
    schema: { enum: [...allowed] },
    decode: (value, at, refusals) => {
      const found = allowed.find((candidate) => candidate === value);
      if (found !== undefined) return found;
      return fail(refusals, 'agreement-value-not-allowed', at, {
        value: typeof value === 'object' && value !== null ? '{}' : String(value),
        allowed: allowed.join(', '),
      });
    },
  };
}

export function list<T>(item: Decoder<T>, atLeast: 0 | 1): Decoder<readonly T[]> {
  return {
    schema: { type: 'array', items: item.schema, minItems: atLeast },
    decode: (value, at, refusals) => {
      if (!Array.isArray(value)) return wrongType(at, 'list', refusals);
      if (value.length < atLeast) return fail(refusals, 'agreement-list-empty', at);
      const before = refusals.length;
      const items = value.map((entry, index) => item.decode(entry, `${at}[${index}]`, refusals));
      return refusals.length === before ? (items as T[]) : undefined;
    },
  };
}

/** An object with exactly these fields; others are refused unless they start with `x-`. */
export function object<F extends Fields>(fields: F): Decoder<ObjectOf<F>> {
  const names = Object.keys(fields);
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, fields[name]?.schema ?? true])),
      required: names.filter((name) => !isOptional(fields[name])),
      patternProperties: { '^x-': true },
      additionalProperties: false,
    },
    decode: (value, at, refusals) => {
      if (!isObject(value)) return wrongType(at, 'object', refusals);
      const before = refusals.length;
      refuseUnknown(value, names, at, refusals);
      const result: Record<string, unknown> = {};
      for (const [name, decoder] of Object.entries(fields)) {
        const path = join(at, name);
        if (value[name] !== undefined) result[name] = decoder.decode(value[name], path, refusals);
        else if (!isOptional(decoder)) fail(refusals, 'agreement-field-missing', path, { field: name });
      }
      return refusals.length === before ? (result as ObjectOf<F>) : undefined;
    },
  };
}

/** One of several objects, told apart by the value of one field. */
export function variants<T>(field: string, table: Record<string, Decoder<T>>): Decoder<T> {
  const names = Object.keys(table);
  return {
    schema: { oneOf: Object.values(table).map((decoder) => decoder.schema) },
    decode: (value, at, refusals) => {
      if (!isObject(value)) return wrongType(at, 'object', refusals);
      const path = join(at, field);
      if (value[field] === undefined) return fail(refusals, 'agreement-field-missing', path, { field });
      const name = oneOf(...names).decode(value[field], path, refusals);
      return name === undefined ? undefined : table[name]?.decode(value, at, refusals);
    },
  };
}

/** The variants of a named union and a few more: the schema refers to the union. */
export function moreVariants<T, U>(
  field: string,
  table: Record<string, Decoder<T>>,
  union: Decoder<T>,
  more: Record<string, Decoder<U>>,
): Decoder<T | U> {
  return {
    schema: { oneOf: [union.schema, ...Object.values(more).map(({ schema }) => schema)] },
    decode: variants<T | U>(field, { ...table, ...more }).decode,
  };
}

/** One of a few words, or something that takes more than a word to say. */
export function wordOr<const W extends string, T>(words: readonly W[], other: Decoder<T>): Decoder<W | T> {
  return {
    schema: { anyOf: [{ enum: [...words] }, other.schema] },
    decode: (value, at, refusals) => {
      const word = words.find((candidate) => candidate === value);
      if (word !== undefined) return word;
      if (typeof value !== 'string') return other.decode(value, at, refusals);
      return fail(refusals, 'agreement-value-not-allowed', at, { value, allowed: words.join(', ') });
    },
  };
}

/** A code, or something that takes more than a code to say. */
export function keyOr<T>(other: Decoder<T>): Decoder<string | T> {
  return {
    schema: { anyOf: [key.schema, other.schema] },
    decode: (value, at, refusals) =>
      isObject(value) ? other.decode(value, at, refusals) : key.decode(value, at, refusals),
  };
}

/** One of several objects, told apart by the field that only one of them has. */
export function byField<T>(table: Record<string, Decoder<T>>): Decoder<T> {
  const fields = Object.keys(table);
  return {
    schema: { oneOf: Object.values(table).map((decoder) => decoder.schema) },
    decode: (value, at, refusals) => {
      if (!isObject(value)) return wrongType(at, 'object', refusals);
      const field = fields.find((candidate) => value[candidate] !== undefined);
      if (field !== undefined) return table[field]?.decode(value, at, refusals);
      return fail(refusals, 'agreement-field-missing', at, { field: fields.join(' | ') });
    },
  };
}

function refuseUnknown(value: object, known: readonly string[], at: string, refusals: Refusal[]): void {
  for (const field of Object.keys(value)) {
    if (known.includes(field) || field.startsWith('x-')) continue;
    fail(refusals, 'agreement-field-unknown', join(at, field), { field });
  }
}

function wrongType(at: string, expected: string, refusals: Refusal[]): undefined {
  return fail(refusals, 'agreement-field-type', at, { expected });
}

function fail(
  refusals: Refusal[],
  code: RefusalCode,
  at: string,
  facts: Record<string, string> = {},
): undefined {
  refusals.push(refuse(code, at, facts));
  return undefined;
}

function join(at: string, field: string): string {
  return at === '' ? field : `${at}.${field}`;
}

function isOptional(decoder: Decoder<unknown> | OptionalDecoder<unknown> | undefined): boolean {
  return decoder !== undefined && 'optional' in decoder;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

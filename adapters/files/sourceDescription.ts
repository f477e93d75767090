import { fieldsOf } from '../../app/facts/factKinds.ts';
import { FACT_KINDS, type FactKind } from '../../app/ports/factStore.ts';
import { MASTER_KINDS, type MasterKind } from '../../app/ports.ts';
import {
  byField,
  type Decoder,
  list,
  object,
  oneOf,
  optional,
  variants,
} from '../../core/agreement/decoder.ts';
import { DISCOUNT_ORIGINS, type DiscountOrigin } from '../../core/fact/line.ts';
import { isLineField, LINE_FIELDS, NEEDED_LINE_FIELDS } from '../../core/fact/parseLine.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { discountValues } from './discountTexts.ts';
import type { OwnFields } from './nativeFields.ts';
import { readingFormat, type TableReading } from './readingFormat.ts';
import { recordOf } from './recordFormat.ts';
import { type Cell, cellFormat, type Factor, text, type Value, valueFormat } from './valueFormat.ts';

export const LINE_SOURCE_FORMAT = 'openrebate-lines/v1';
export const MASTER_SOURCE_FORMAT = 'openrebate-master/v1';
export const FACT_SOURCE_FORMAT = 'openrebate-facts/v1';

/** A discount whose code, as its value, stands in a column of each row. */
export type DiscountSource = { readonly origin: DiscountOrigin; readonly code: Value } & (
  | { readonly percent: Value }
  | { readonly amount: Value }
  | { readonly price: Value }
);

/** Another file, one row per key; `by` gives the key of a row of this file, part by part. */
export type Lookup = {
  readonly file: string;
  readonly reading?: TableReading;
  readonly key: readonly string[];
  readonly by: readonly Cell[];
};
export type Lookups = Readonly<Record<string, Lookup>>;

/**
 * What tells two lines of a document apart: a number of their own in the file, or, where there is
 * none, what they say and how many of them say the same (`occurrence`).
 */
export type LineIdentity =
  | { readonly by: 'lineNumber'; readonly document: string; readonly line: string }
  | { readonly by: 'occurrence'; readonly document: string };

/** How the files of a company's system become lines: which column is which field. */
export type LineSource = {
  readonly format: typeof LINE_SOURCE_FORMAT;
  /** Part of every line's identity: two systems may use the same document numbers. */
  readonly source: string;
  readonly file: string;
  /** How the file is written; without it it is in our own form (UTF-8, comma, plain decimals, ISO days). */
  readonly reading?: TableReading;
  readonly identity: LineIdentity;
  readonly lookups: Lookups;
  readonly fields: Readonly<Record<string, Value>>;
  readonly discounts: readonly DiscountSource[];
  /** What partner and product of a row are called, where they are brought in with the lines. */
  readonly names?: Readonly<Partial<Record<'partner' | 'product', Value>>>;
};

/** How a file becomes versions of partners, products, categories or rates. */
export type MasterSource = {
  readonly format: typeof MASTER_SOURCE_FORMAT;
  readonly kind: MasterKind;
  readonly file: string;
  readonly reading?: TableReading;
  readonly lookups: Lookups;
  readonly code: Value;
  readonly name: Value;
  readonly validFrom?: Value;
  readonly attributes: Readonly<Record<string, Value>>;
};

/** How the files of a company's system become payments or stock counts: which column is which field. */
export type FactSource = {
  readonly format: typeof FACT_SOURCE_FORMAT;
  readonly kind: FactKind;
  readonly file: string;
  readonly reading?: TableReading;
  readonly lookups: Lookups;
  readonly fields: Readonly<Record<string, Value>>;
};

const IDENTITY_FIELDS = ['source', 'document', 'line'];
const isMapped = (field: string) => !IDENTITY_FIELDS.includes(field);
/** Without them no line says who bought or sold what of whom. */
export const NEEDED_FIELDS: readonly string[] = NEEDED_LINE_FIELDS.filter(isMapped);
const LINE_SOURCE_FIELDS: OwnFields = {
  fields: LINE_FIELDS.filter(isMapped),
  needed: NEEDED_FIELDS,
  isField: (field) => isLineField(field) && isMapped(field),
};

/** A name of a file beside the description's main file; a path could lead anywhere. */
const fileName: Decoder<string> = {
  schema: { type: 'string', pattern: '^[^/\\\\]+$' },
  decode: (value, at, refusals) => {
    const name = text.decode(value, at, refusals);
    if (name === undefined || !/[/\\]|^\.{1,2}$/.test(name)) return name;
    refusals.push(
      refuse('agreement-value-not-allowed', at, { value: name, allowed: 'a file name without a path' }),
    );
    return undefined;
  },
};

const origin = oneOf(...DISCOUNT_ORIGINS);
const discount = byField<DiscountSource>({
  percent: object({ origin, code: valueFormat, percent: valueFormat }),
  amount: object({ origin, code: valueFormat, amount: valueFormat }),
  price: object({ origin, code: valueFormat, price: valueFormat }),
});

const lookups = recordOf(
  object({ file: fileName, reading: optional(readingFormat), key: list(text, 1), by: list(cellFormat, 1) }),
);

const identity = variants<LineIdentity>('by', {
  lineNumber: object({ by: oneOf('lineNumber'), document: text, line: text }),
  occurrence: object({ by: oneOf('occurrence'), document: text }),
});

const lineSource = object({
  format: oneOf(LINE_SOURCE_FORMAT),
  source: text,
  file: fileName,
  reading: optional(readingFormat),
  identity,
  lookups: optional(lookups),
  fields: recordOf(valueFormat),
  discounts: optional(list(discount, 1)),
  names: optional(object({ partner: optional(valueFormat), product: optional(valueFormat) })),
});

const masterSource = object({
  format: oneOf(MASTER_SOURCE_FORMAT),
  kind: oneOf(...MASTER_KINDS),
  file: fileName,
  reading: optional(readingFormat),
  lookups: optional(lookups),
  code: valueFormat,
  name: valueFormat,
  validFrom: optional(valueFormat),
  attributes: recordOf(valueFormat),
});

const factSource = object({
  format: oneOf(FACT_SOURCE_FORMAT),
  kind: oneOf(...FACT_KINDS),
  file: fileName,
  reading: optional(readingFormat),
  lookups: optional(lookups),
  fields: recordOf(valueFormat),
});

/** A description of any of the three kinds, by its format. Refuses: source-invalid. */
export function decodeSource(json: unknown): Result<LineSource | MasterSource | FactSource> {
  const { format } = (typeof json === 'object' && json !== null ? json : {}) as { readonly format?: unknown };
  if (format === FACT_SOURCE_FORMAT) return decodeFactSource(json);
  return format === MASTER_SOURCE_FORMAT ? decodeMasterSource(json) : decodeLineSource(json);
}

/**
 * The parsed text of a source description for lines, or every reason against it.
 * Refuses: source-invalid. Its fact `reason` says what is wrong at `at`.
 */
export function decodeLineSource(json: unknown): Result<LineSource> {
  const problems: Refusal[] = [];
  const source = lineSource.decode(json, '', problems);
  if (source === undefined) return refused(...problems.map(invalid));
  problems.push(...fieldProblems(source.fields, LINE_SOURCE_FIELDS));
  const { lookups: declared = {}, discounts = [], names = {} } = source;
  const values = { ...source.fields, ...discountValues(discounts), ...names };
  problems.push(...lookupProblems(declared, Object.entries(values)));
  return problems.length > 0 ? refused(...problems) : accept({ ...source, lookups: declared, discounts });
}

/** The same for master data. Refuses: source-invalid. */
export function decodeMasterSource(json: unknown): Result<MasterSource> {
  const problems: Refusal[] = [];
  const source = masterSource.decode(json, '', problems);
  if (source === undefined) return refused(...problems.map(invalid));
  const { code, name, validFrom } = source;
  const values: [string, Value][] = [['code', code], ['name', name], ...Object.entries(source.attributes)];
  if (validFrom !== undefined) values.push(['validFrom', validFrom]);
  problems.push(...lookupProblems(source.lookups ?? {}, values));
  return problems.length > 0 ? refused(...problems) : accept({ ...source, lookups: source.lookups ?? {} });
}

/** The same for payments and stock. Refuses: source-invalid. */
export function decodeFactSource(json: unknown): Result<FactSource> {
  const problems: Refusal[] = [];
  const source = factSource.decode(json, '', problems);
  if (source === undefined) return refused(...problems.map(invalid));
  problems.push(...fieldProblems(source.fields, fieldsOf(source.kind)));
  problems.push(...lookupProblems(source.lookups ?? {}, Object.entries(source.fields)));
  return problems.length > 0 ? refused(...problems) : accept({ ...source, lookups: source.lookups ?? {} });
}

/** Fields that there are not, and those without which a description says nothing. */
function fieldProblems(
  said: Readonly<Record<string, Value>>,
  { fields, needed, isField = (field) => fields.includes(field) }: OwnFields,
): Refusal[] {
  const unknown = Object.keys(said).filter((field) => !isField(field));
  const missing = needed.filter((field) => said[field] === undefined);
  const allowed = fields.join(', ');
  return [
    ...unknown.map((field) => because('field-unknown', `fields.${field}`, { field, allowed })),
    ...missing.map((field) => because('field-missing', `fields.${field}`, { field })),
  ];
}

type Cases = Extract<Value, { readonly when: unknown }>;

/** Every lookup used is declared above its user, so that lookups can follow each other, not go round. */
function lookupProblems(declared: Lookups, values: readonly (readonly [string, Value])[]): Refusal[] {
  const problems: Refusal[] = [];
  const names = Object.keys(declared);
  const check = (used: Value | Factor, at: string, known: readonly string[]): void => {
    if ('oneMinus' in used) check(used.oneMinus, at, known);
    else if ('product' in used) for (const one of used.product) check(one, at, known);
    else if ('joined' in used) for (const one of used.joined) check(one, at, known);
    else if ('when' in used) checkCases(used, at, known);
    else if ('lookup' in used && !known.includes(used.lookup)) {
      problems.push(because('lookup-not-declared', at, { lookup: used.lookup, declared: known.join(', ') }));
    }
  };
  const checkCases = ({ when, otherwise }: Cases, at: string, known: readonly string[]): void => {
    for (const one of when) for (const used of [one.if, one.give]) check(used, at, known);
    check(otherwise, at, known);
  };
  for (const [index, name] of names.entries()) {
    const lookup = declared[name] as Lookup;
    for (const part of lookup.by) check(part, `lookups.${name}.by`, names.slice(0, index));
    if (lookup.by.length === lookup.key.length) continue;
    problems.push(because('lookup-parts-differ', `lookups.${name}`, { lookup: name }));
  }
  for (const [name, used] of values) check(used, name, names);
  return problems;
}

function because(reason: string, at: string, facts: Record<string, string>): Refusal {
  return refuse('source-invalid', at, { ...facts, reason });
}

function invalid(problem: Refusal): Refusal {
  return because(problem.code, problem.at, problem.facts);
}

import { dirname } from 'node:path';
import { invalidRate } from '../../app/intake/invalidRate.ts';
import type { MasterKind, MasterRow } from '../../app/ports.ts';
import { type Decoder, date, key, list, object, optional, prose } from '../../core/agreement/decoder.ts';
import { type LocalDate, parseDate } from '../../core/calendar/localDate.ts';
import type { FieldKind } from '../../core/fact/fieldKind.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { CODE_LENGTH_MAX, joinKey } from '../../core/text/key.ts';
import { FILE_LIMITS, type FileLimits } from './fileLimits.ts';
import { loadLookups } from './lookupTable.ts';
import { openRead } from './openRead.ts';
import { readJson } from './readJson.ts';
import type { MasterSource } from './sourceDescription.ts';
import { holdTable, type TableRow } from './tableFile.ts';
import { usedColumns } from './usedColumns.ts';
import type { Value } from './valueFormat.ts';
import { type ReadValue, valueReaders } from './valueReader.ts';

const attributes: Decoder<Readonly<Record<string, string>>> = {
  schema: { type: 'object', additionalProperties: { type: 'string' } },
  decode: (json, at, refusals) => {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
      refusals.push(refuse('agreement-field-type', at, { expected: 'object' }));
      return undefined;
    }
    const before = refusals.length;
    for (const [name, entry] of Object.entries(json)) prose.decode(entry, `${at}.${name}`, refusals);
    return refusals.length === before ? (json as Record<string, string>) : undefined;
  },
};

const version = object({ code: key, name: prose, validFrom: optional(date), attributes });
/** A rate, a price or a document is called what its code says. */
const unnamed = object({ code: key, name: optional(prose), validFrom: optional(date), attributes });
const masterFormat = object({
  partners: list(version, 0),
  products: list(version, 0),
  categories: optional(list(version, 0)),
  rates: optional(list(unnamed, 0)),
  prices: optional(list(unnamed, 0)),
  ownDocuments: optional(list(unnamed, 0)),
  budgets: optional(list(unnamed, 0)),
  plans: optional(list(unnamed, 0)),
  baselines: optional(list(unnamed, 0)),
});

/**
 * A master file of our own: {"partners": [{"code", "name", "validFrom"?, "attributes"}], "products": […]},
 * and where there are any "categories", "rates", "prices", "ownDocuments", "budgets", "plans" and
 * "baselines" of the same shape.
 * Refuses: those of readJson, master-invalid, master-version-repeated.
 */
export async function readMaster(path: string, limit?: number): Promise<Result<readonly MasterRow[]>> {
  const json = await readJson(path, limit);
  return json.ok ? decodeMaster(json.value) : json;
}

export function decodeMaster(json: unknown): Result<readonly MasterRow[]> {
  const problems: Refusal[] = [];
  const file = masterFormat.decode(json, '', problems);
  if (file === undefined) return refused(...problems.map(invalid));
  return checked([
    ...placed('partner', 'partners', file.partners),
    ...placed('product', 'products', file.products),
    ...placed('category', 'categories', file.categories),
    ...placed('rate', 'rates', file.rates),
    ...placed('price', 'prices', file.prices),
    ...placed('ownDocument', 'ownDocuments', file.ownDocuments),
    ...placed('budget', 'budgets', file.budgets),
    ...placed('plan', 'plans', file.plans),
    ...placed('baseline', 'baselines', file.baselines),
  ]);
}

/** A row, and where in its file it stands. */
type PlacedRow = MasterRow & { readonly at: string };

type Entry = Omit<MasterRow, 'kind' | 'name'> & { readonly name?: string };

function placed(kind: MasterKind, member: string, entries: readonly Entry[] | undefined): PlacedRow[] {
  return (entries ?? []).map((entry, index) => ({
    kind,
    ...entry,
    name: entry.name ?? entry.code,
    at: `${member}[${index}]`,
  }));
}

function invalid(problem: Refusal): Refusal {
  return refuse('master-invalid', problem.at, { ...problem.facts, reason: problem.code });
}

export type ReadMasterOptions = {
  readonly source: MasterSource;
  /** Where the files that the mapping looks into lie; beside the file unless said otherwise. */
  readonly folder?: string;
  readonly limits?: FileLimits;
};

/**
 * A CSV file of one kind of master data through its description. All or nothing: a product that is
 * left out would change who earns what, so one bad row refuses the file.
 * Refuses: those of openRead and loadLookups, file-column-missing, line-columns-mismatch,
 * file-text-invalid, line-lookup-missing, line-decimal-invalid, master-invalid, master-version-repeated.
 */
export async function readMasterCsv(
  path: string,
  options: ReadMasterOptions,
): Promise<Result<readonly MasterRow[]>> {
  const { source } = options;
  const limits = options.limits ?? FILE_LIMITS;
  const values = masterValues(source);
  const kindOf = (field: string) => masterKind(source, field);
  const used = (lookup?: string) => usedColumns(values, kindOf, lookup);
  const tables = await loadLookups(source.lookups, options.folder ?? dirname(path), limits, used);
  if (!tables.ok) return tables;
  const { reading } = source;
  const opened = await openRead(path, { limits, ...(reading && { reading }) }, used());
  if (!opened.ok) return opened;
  const { form } = opened.value;
  const held = await holdTable(accept(opened.value.file));
  if (!held.ok) return held;
  const { columns } = held.value;
  const context = { file: source.file, columns, form, lookups: source.lookups, tables: tables.value };
  const readers = masterReaders(source, context);
  if (!readers.ok) return readers;
  const refusals: Refusal[] = [];
  const rows = held.value.rows.flatMap((row) => {
    const result = masterRow(source, row, columns, readers.value);
    if (result.ok) return [{ ...result.value, at: `row ${row.row}` }];
    refusals.push(...result.refusals.map((refusal) => locate(refusal, source.file, row.row)));
    return [];
  });
  return refusals.length > 0 ? refused(...refusals) : checked(rows);
}

/** The values of a description by field; attributes are named `attributes.<name>`. */
function masterValues({ code, name, validFrom, attributes }: MasterSource): Readonly<Record<string, Value>> {
  const free = Object.entries(attributes).map(([key, value]) => [`attributes.${key}`, value]);
  return { code, name, ...(validFrom && { validFrom }), ...Object.fromEntries(free) };
}

/** Attributes are texts as they stand, except the rates of currencies. */
function masterKind({ kind }: MasterSource, field: string): FieldKind {
  if (field === 'validFrom') return 'date';
  return kind === 'rate' && field.startsWith('attributes.') ? 'number' : 'text';
}

type Readers = {
  readonly code: ReadValue;
  readonly name: ReadValue;
  readonly validFrom: ReadValue;
  readonly attributes: ReadonlyMap<string, ReadValue>;
};

function masterReaders(source: MasterSource, context: Parameters<typeof valueReaders>[1]): Result<Readers> {
  const { code, name, validFrom } = source;
  const kindOf = (field: string) => masterKind(source, field);
  const own = valueReaders({ code, name, ...(validFrom && { validFrom }) }, context, kindOf);
  const free = valueReaders(source.attributes, context, () => masterKind(source, 'attributes.'));
  if (!own.ok || !free.ok) return refused(...(own.ok ? [] : own.refusals), ...(free.ok ? [] : free.refusals));
  const nothing: ReadValue = () => '';
  const read = (field: string) => own.value.get(field) ?? nothing;
  return accept({
    code: read('code'),
    name: read('name'),
    validFrom: read('validFrom'),
    attributes: free.value,
  });
}

function masterRow(
  source: MasterSource,
  row: TableRow,
  columns: readonly string[],
  readers: Readers,
): Result<MasterRow> {
  const { texts, damaged } = row;
  if (texts.length !== columns.length) {
    const counts = { expected: String(columns.length), found: String(texts.length) };
    return refused(refuse('line-columns-mismatch', 'row', counts));
  }
  if (damaged.length > 0) {
    const column = columns[damaged[0] ?? 0] ?? '';
    return refused(refuse('file-text-invalid', column, { column }));
  }
  const refusals: Refusal[] = [];
  const found: Record<string, string> = {};
  for (const [name, read] of readers.attributes) {
    const value = read(row, refusals);
    if (value !== '') found[name] = value;
  }
  const code = required('code', readers.code(row, refusals), refusals);
  const name = required('name', readers.name(row, refusals), refusals);
  const validFrom = optionalDate(readers.validFrom(row, refusals), refusals);
  if (refusals.length > 0) return refused(...refusals);
  return accept({
    kind: source.kind,
    code,
    name,
    ...(validFrom !== undefined && { validFrom }),
    attributes: found,
  });
}

function required(field: string, value: string, refusals: Refusal[]): string {
  if (value === '') refusals.push(refuse('master-invalid', field, { field, value, reason: 'field-empty' }));
  return value;
}

function optionalDate(value: string, refusals: Refusal[]): LocalDate | undefined {
  if (value === '') return undefined;
  const day = parseDate(value);
  if (day === undefined) {
    refusals.push(
      refuse('master-invalid', 'validFrom', { field: 'validFrom', value, reason: 'date-invalid' }),
    );
  }
  return day;
}

function locate(refusal: Refusal, file: string, row: number): Refusal {
  return { ...refusal, at: `row ${row}, ${refusal.at}`, facts: { ...refusal.facts, file, row: String(row) } };
}

/** Lines and agreements are compared in NFC, so master data must be, too. */
function normalised(row: MasterRow): MasterRow {
  const entries = Object.entries(row.attributes);
  return {
    ...row,
    code: row.code.normalize('NFC'),
    name: row.name.normalize('NFC'),
    attributes: Object.fromEntries(
      entries.map(([name, value]) => [name.normalize('NFC'), value.normalize('NFC')]),
    ),
  };
}

/**
 * Rates that nobody could use and codes beyond all length are refused. Two versions of one code from the same day contradict
 * each other, or one of them is too much.
 */
function checked(rows: readonly PlacedRow[]): Result<readonly MasterRow[]> {
  const seen = new Map<string, string>();
  const refusals: Refusal[] = [];
  const result = rows.map(({ at, ...received }) => {
    const row = normalised(received);
    if (row.kind === 'rate') refusals.push(...invalidRate(row, at));
    if (row.code.length > CODE_LENGTH_MAX) {
      refusals.push(refuse('master-invalid', `${at}.code`, { field: 'code', reason: 'code-too-long' }));
    }
    const key = joinKey(row.kind, row.code, String(row.validFrom ?? ''));
    const first = seen.get(key);
    if (first === undefined) seen.set(key, at);
    else refusals.push(refuse('master-version-repeated', at, { code: row.code, first }));
    return row;
  });
  return refusals.length > 0 ? refused(...refusals) : accept(result);
}

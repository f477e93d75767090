import { dirname } from 'node:path';
import type { ReceivedRow } from '../../app/ports.ts';
import { isLineField, LINE_FIELDS, parseLine } from '../../core/fact/parseLine.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { addDiscounts, type DiscountReader, discountReaders, discountValues } from './discountTexts.ts';
import { FILE_LIMITS, type FileLimits } from './fileLimits.ts';
import { nameOccurrences } from './lineOccurrence.ts';
import { type LookupTables, loadLookups } from './lookupTable.ts';
import { type CsvFile, type CsvRow, type FileSeal, readCsv } from './readCsv.ts';
import type { LineSource } from './sourceDescription.ts';
import type { Value } from './valueFormat.ts';
import { type ReadValue, valueReaders } from './valueReader.ts';

/** What is kept of the file that lines came in; `sha256` is of the bytes as received. */
export type LineDocument = FileSeal & {
  readonly name: string;
  readonly columns: readonly string[];
  /** The files looked into, which take part in what the lines say. */
  readonly lookups: readonly (FileSeal & { readonly name: string })[];
};

export type LineFile = {
  readonly name: string;
  readonly columns: readonly string[];
  /** What tells lines apart; with `occurrence` every row names its document. */
  readonly identity: LineSource['identity']['by'];
  /**
   * Every row of the file in order, up to `batchSize` at once, each a line or the reasons why it
   * is none. A refusal of the file is the last element: nothing of the file may be kept then.
   */
  readonly batches: AsyncIterable<Result<readonly ReceivedRow[]>>;
  /** Known when the batches have ended; asking before is a fault. */
  readonly document: () => LineDocument;
};

export type ReadLinesOptions = {
  /** The mapping of another system's file; without it the columns bear the names of our fields. */
  readonly source?: LineSource;
  /** Where the files that the mapping looks into lie; beside the file unless said otherwise. */
  readonly folder?: string;
  readonly limits?: FileLimits;
  readonly batchSize?: number;
};

/**
 * Opens a file of sales or purchase lines, for the import and for a calculation without database.
 * Refuses at once: those of readCsv and loadLookups, file-column-missing, file-column-unknown.
 * Rows are refused one by one: line-columns-mismatch, line-text-invalid, line-lookup-missing,
 * line-discount-repeated and those of parseLine, with the facts `row` and, where one is known, `column`.
 */
export async function readLines(path: string, options: ReadLinesOptions = {}): Promise<Result<LineFile>> {
  const limits = options.limits ?? FILE_LIMITS;
  const { source } = options;
  const tables = await loadLookups(source?.lookups ?? {}, options.folder ?? dirname(path), limits);
  if (!tables.ok) return tables;
  const csv = await readCsv(path, { limits, ...(options.batchSize && { batchSize: options.batchSize }) });
  if (!csv.ok) return csv;
  const file = csv.value;
  const fields = source === undefined ? nativeFields(file) : accept(fieldsOf(source));
  if (!fields.ok) return closing(file, fields);
  const context = {
    file: file.name,
    columns: file.columns,
    lookups: source?.lookups ?? {},
    tables: tables.value,
  };
  const readers = valueReaders(fields.value, context);
  if (!readers.ok) return closing(file, readers);
  const discounts = source?.discounts ?? [];
  const discountValue = valueReaders(discountValues(discounts), context);
  if (!discountValue.ok) return closing(file, discountValue);
  const mapping: Mapping = {
    columns: file.columns,
    readers: readers.value,
    discounts: discountReaders(discounts, discountValue.value),
    origin: originOf(fields.value),
    isByOccurrence: source?.identity.by === 'occurrence',
  };
  const batches = receive(file.batches, mapping);
  return accept({
    name: file.name,
    columns: file.columns,
    identity: source?.identity.by ?? 'lineNumber',
    batches: mapping.isByOccurrence ? nameOccurrences(batches) : batches,
    document: () => documentOf(file, tables.value),
  });
}

/** All rows of a file, for what has no use for a stream. */
export async function collectLines(
  path: string,
  options: ReadLinesOptions = {},
): Promise<Result<{ document: LineDocument; rows: readonly ReceivedRow[] }>> {
  const file = await readLines(path, options);
  if (!file.ok) return file;
  const rows: ReceivedRow[] = [];
  for await (const batch of file.value.batches) {
    if (!batch.ok) return batch;
    rows.push(...batch.value);
  }
  return accept({ document: file.value.document(), rows });
}

type Mapping = {
  readonly columns: readonly string[];
  readonly readers: ReadonlyMap<string, ReadValue>;
  readonly discounts: readonly DiscountReader[];
  /** The column of the file that a field stands in, to name it where the field is refused. */
  readonly origin: ReadonlyMap<string, string>;
  readonly isByOccurrence: boolean;
};

/** Stands in the place of the line number until the occurrence is counted. */
const UNNAMED = '0';

type Fields = Readonly<Record<string, Value>>;

function fieldsOf({ source, identity, fields }: LineSource): Fields {
  const line: Value = identity.by === 'lineNumber' ? { column: identity.line } : { constant: UNNAMED };
  return { source: { constant: source }, document: { column: identity.document }, line, ...fields };
}

const NATIVE_NEEDED = [
  'source',
  'document',
  'line',
  'side',
  'company',
  'partner',
  'product',
  'unit',
  'currency',
];

/** Our own file: each column is the field of its name, and a misspelled one is said once. */
function nativeFields(file: CsvFile): Result<Fields> {
  const unknown = file.columns.filter((column) => !isLineField(column));
  const missing = NATIVE_NEEDED.filter((column) => !file.columns.includes(column));
  const facts = (column: string) => ({
    file: file.name,
    column,
    field: column,
    columns: file.columns.join(', '),
  });
  const refusals = [
    ...unknown.map((column) =>
      refuse('file-column-unknown', 'header', { ...facts(column), allowed: LINE_FIELDS.join(', ') }),
    ),
    ...missing.map((column) => refuse('file-column-missing', 'header', facts(column))),
  ];
  if (refusals.length > 0) return refused(...refusals);
  return accept(Object.fromEntries(file.columns.map((column) => [column, { column }])));
}

function originOf(fields: Fields): ReadonlyMap<string, string> {
  const origin = new Map<string, string>();
  for (const [field, value] of Object.entries(fields)) {
    if ('column' in value && !('lookup' in value)) origin.set(field, value.column);
  }
  return origin;
}

async function* receive(
  batches: CsvFile['batches'],
  mapping: Mapping,
): AsyncGenerator<Result<readonly ReceivedRow[]>> {
  for await (const batch of batches) {
    yield batch.ok ? accept(batch.value.map((row) => receiveRow(row, mapping))) : batch;
  }
}

function receiveRow(row: CsvRow, mapping: Mapping): ReceivedRow {
  const parsed = parseRow(row, mapping);
  const { texts } = row;
  const received = {
    row: row.row,
    texts,
    ...(mapping.isByOccurrence && { document: documentIn(row, mapping) }),
  };
  if (parsed.ok) return { ...received, parsed: { line: parsed.value } };
  return {
    ...received,
    parsed: { refusals: parsed.refusals.map((refusal) => locate(refusal, row, mapping)) },
  };
}

/** The document that a row belongs to, also where it is no line; nothing where it does not say one. */
function documentIn(row: CsvRow, mapping: Mapping): string {
  if (row.texts.length !== mapping.columns.length) return '';
  return mapping.readers.get('document')?.(row.texts, []).normalize('NFC') ?? '';
}

function parseRow(row: CsvRow, mapping: Mapping): ReturnType<typeof parseLine> {
  const { columns } = mapping;
  if (row.texts.length !== columns.length) {
    const counts = { expected: String(columns.length), found: String(row.texts.length) };
    return refused(refuse('line-columns-mismatch', 'row', counts));
  }
  if (row.damaged.length > 0) {
    const named = row.damaged.map((index) => columns[index] ?? '');
    return refused(...named.map((column) => refuse('line-text-invalid', column, { field: column, column })));
  }
  const refusals: Refusal[] = [];
  const texts: Record<string, string> = {};
  for (const [field, read] of mapping.readers) texts[field] = read(row.texts, refusals);
  addDiscounts(texts, mapping.discounts, row.texts, refusals);
  return refusals.length > 0 ? refused(...refusals) : parseLine(texts);
}

function locate(refusal: Refusal, row: CsvRow, mapping: Mapping): Refusal {
  const column = mapping.origin.get(refusal.at);
  return { ...refusal, facts: { ...refusal.facts, row: String(row.row), ...(column && { column }) } };
}

/** The file is open already: reading none of it has to let go of it too. */
async function closing<T extends { ok: false }>(file: CsvFile, no: T): Promise<T> {
  await file.batches[Symbol.asyncIterator]().return?.();
  return no;
}

function documentOf(file: CsvFile, tables: LookupTables): LineDocument {
  const lookups = [...tables.values()].map((table) => ({ name: table.file, ...table.seal }));
  return { name: file.name, columns: file.columns, ...file.seal(), lookups };
}

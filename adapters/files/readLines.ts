import type { ReceivedRow } from '../../app/ports.ts';
import { fieldKind } from '../../core/fact/fieldKind.ts';
import {
  isLineField,
  LINE_FIELDS,
  type LineTexts,
  NEEDED_LINE_FIELDS,
  parseLine,
} from '../../core/fact/parseLine.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { OpenColumns } from './columnReadings.ts';
import { damagedColumns, withDamaged } from './damagedColumns.ts';
import {
  addDiscounts,
  type DiscountReader,
  discountKind,
  discountReaders,
  discountValues,
} from './discountTexts.ts';
import { nameOccurrences } from './lineOccurrence.ts';
import type { LookupTables } from './lookupTable.ts';
import { openMapped, type ReadOptions } from './openMapped.ts';
import type { TableReading } from './readingFormat.ts';
import { repairReader, wrongCount } from './repairColumns.ts';
import type { LineSource } from './sourceDescription.ts';
import { closing, type FileSeal, type TableFile, type TableRow } from './tableFile.ts';
import { usedColumns } from './usedColumns.ts';
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
  /** How the file was read: put into the description, it is not found out or asked again. */
  readonly reading?: TableReading;
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

export type ReadLinesOptions = ReadOptions<LineSource>;

/**
 * Opens a file of sales or purchase lines, for the import and for a calculation without database.
 * Refuses at once: those of openMapped.
 * Rows are refused one by one: line-columns-mismatch, line-text-invalid, line-cell-error,
 * line-number-unread, line-date-unread, line-lookup-missing, line-discount-repeated and those of parseLine, with the facts `row` and, where one is known, `column`.
 */
export async function readLines(path: string, options: ReadLinesOptions = {}): Promise<Result<LineFile>> {
  const { source } = options;
  const values = source === undefined ? {} : fieldsOf(source);
  const discounts = source?.discounts ?? [];
  const offValues = discountValues(discounts);
  const used = (lookup?: string) =>
    joined(usedColumns(values, fieldKind, lookup), usedColumns(offValues, discountKind, lookup));
  const opened = await openMapped(path, options, { values, own: OWN_FIELDS, kindOf: fieldKind, used });
  if (!opened.ok) return opened;
  const { file, reading, fields, readers, context } = opened.value;
  const off = valueReaders(offValues, context, discountKind);
  if (!off.ok) return closing(file, off);
  const names = valueReaders(namesOf(source), context, asText);
  if (!names.ok) return closing(file, names);
  const { columns } = file;
  const mapping: Mapping = {
    names: names.value,
    columns,
    readers,
    discounts: discountReaders(discounts, off.value),
    origin: originOf(fields),
    isByOccurrence: source?.identity.by === 'occurrence',
    repairsIn: repairReader(columns),
    wrongCountIn: wrongCount(columns),
  };
  const batches = receive(file.batches, mapping);
  return accept({
    name: file.name,
    columns,
    ...(reading && { reading }),
    identity: source?.identity.by ?? 'lineNumber',
    batches: mapping.isByOccurrence ? nameOccurrences(batches) : batches,
    document: () => documentOf(file, context.tables),
  });
}

function joined(one: OpenColumns, other: OpenColumns): OpenColumns {
  return {
    number: new Set([...one.number, ...other.number]),
    date: new Set([...one.date, ...other.date]),
  };
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

const asText = () => 'text' as const;

function namesOf({ names = {} }: Pick<LineSource, 'names'> = {}): Fields {
  const said = Object.entries(names).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as Fields;
}

type Mapping = {
  /** What partner and product of a row are called. */
  readonly names: ReadonlyMap<string, ReadValue>;
  readonly columns: readonly string[];
  readonly readers: ReadonlyMap<string, ReadValue>;
  readonly discounts: readonly DiscountReader[];
  /** The column of the file that a field stands in, to name it where the field is refused. */
  readonly origin: ReadonlyMap<string, string>;
  readonly isByOccurrence: boolean;
  readonly repairsIn: ReturnType<typeof repairReader>;
  readonly wrongCountIn: ReturnType<typeof wrongCount>;
};

/** Stands in the place of the line number until the occurrence is counted. */
const UNNAMED = '0';

type Fields = Readonly<Record<string, Value>>;

function fieldsOf({ source, identity, fields }: LineSource): Fields {
  const line: Value = identity.by === 'lineNumber' ? { column: identity.line } : { constant: UNNAMED };
  return { source: { constant: source }, document: { column: identity.document }, line, ...fields };
}

/** Our own file, in which attributes and discounts have names of the sender. */
const OWN_FIELDS = { fields: LINE_FIELDS, needed: NEEDED_LINE_FIELDS, isField: isLineField };

function originOf(fields: Fields): ReadonlyMap<string, string> {
  const origin = new Map<string, string>();
  for (const [field, value] of Object.entries(fields)) {
    if ('column' in value && !('lookup' in value)) origin.set(field, value.column);
  }
  return origin;
}

async function* receive(
  batches: TableFile['batches'],
  mapping: Mapping,
): AsyncGenerator<Result<readonly ReceivedRow[]>> {
  for await (const batch of batches) {
    yield batch.ok ? accept(batch.value.map((row) => receiveRow(row, mapping))) : batch;
  }
}

function receiveRow(row: TableRow, mapping: Mapping): ReceivedRow {
  const { parsed, fields } = parseRow(row, mapping);
  const repairs = mapping.repairsIn?.(row.texts);
  const kept = {
    row: row.row,
    texts: row.texts,
    ...(repairs && { repairs }),
    ...(mapping.isByOccurrence && { document: documentIn(row, mapping) }),
  };
  if (parsed.ok) {
    return { ...kept, ...namesIn(row, mapping), parsed: { line: parsed.value } };
  }
  return {
    ...kept,
    ...(fields && { fields }),
    parsed: { refusals: parsed.refusals.map((refusal) => locate(refusal, row, mapping)) },
  };
}

/** A name that cannot be read says nothing: the line is none the less. */
function namesIn(row: TableRow, { names }: Mapping): Pick<ReceivedRow, 'names'> {
  if (names.size === 0) return {};
  const read = [...names].map(([kind, value]) => [kind, value(row, []).normalize('NFC').trim()]);
  return { names: Object.fromEntries(read) as NonNullable<ReceivedRow['names']> };
}

/** The document that a row belongs to, also where it is no line; nothing where it does not say one. */
function documentIn(row: TableRow, mapping: Mapping): string {
  if (row.texts.length !== mapping.columns.length) return '';
  return mapping.readers.get('document')?.(row, []).normalize('NFC') ?? '';
}

type ParsedRow = {
  readonly parsed: ReturnType<typeof parseLine>;
  /** The text of each field that has one; none of a row that cannot be told into columns. */
  readonly fields?: LineTexts;
};

function parseRow(row: TableRow, mapping: Mapping): ParsedRow {
  const { columns } = mapping;
  const wrong = mapping.wrongCountIn?.(row.texts) ?? '';
  if (row.texts.length !== columns.length || wrong !== '') {
    const found = wrong === '' ? String(row.texts.length) : wrong;
    const counts = { expected: String(columns.length), found };
    return { parsed: refused(refuse('line-columns-mismatch', 'row', counts)) };
  }
  const { texts, unread, refusals } = readFields(row, mapping);
  const parsed = parseLine(texts);
  // What could not be read says nothing of its field; every other field is judged all the same.
  const more = parsed.ok ? [] : parsed.refusals.filter(({ at }) => !unread.has(at));
  const all = [...refusals, ...more];
  return all.length === 0 ? { parsed } : { parsed: refused(...all), fields: fieldsIn(texts, mapping) };
}

type ReadFields = {
  readonly texts: Record<string, string>;
  /** Fields whose cells could not be read. */
  readonly unread: ReadonlySet<string>;
  readonly refusals: readonly Refusal[];
};

function readFields(row: TableRow, mapping: Mapping): ReadFields {
  const damaged = damagedColumns(row, mapping.columns, mapping.repairsIn !== undefined);
  const texts: Record<string, string> = {};
  const refusals: Refusal[] = [];
  const unread = new Set<string>();
  for (const [field, read] of mapping.readers) {
    const before = refusals.length;
    texts[field] = read(row, refusals);
    if (refusals.length > before || damaged.has(mapping.origin.get(field) ?? '')) unread.add(field);
  }
  addDiscounts(texts, mapping.discounts, row, refusals);
  return { texts, unread, refusals: withDamaged(damaged, refusals) };
}

/** What a repair begins with: fields that have a text, and no number that is none. */
function fieldsIn(texts: LineTexts, { isByOccurrence }: Mapping): LineTexts {
  const said = Object.entries(texts).filter(
    ([field, text]) => text !== '' && !(isByOccurrence && field === 'line'),
  );
  return Object.fromEntries(said);
}

function locate(refusal: Refusal, row: TableRow, mapping: Mapping): Refusal {
  const column = mapping.origin.get(refusal.at);
  return { ...refusal, facts: { ...refusal.facts, row: String(row.row), ...(column && { column }) } };
}

function documentOf(file: TableFile, tables: LookupTables): LineDocument {
  const lookups = [...tables.values()].map((table) => ({ name: table.file, ...table.seal }));
  return { name: file.name, columns: file.columns, ...file.seal(), lookups };
}

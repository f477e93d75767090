import { dirname } from 'node:path';
import type { FactFeed } from '../../app/facts/factImport.ts';
import { type FactRow, fieldsOf } from '../../app/facts/factKinds.ts';
import type { FactKind } from '../../app/ports/factStore.ts';
import type { FieldKind } from '../../core/fact/fieldKind.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { FILE_LIMITS, type FileLimits } from './fileLimits.ts';
import { loadLookups } from './lookupTable.ts';
import { openRead } from './openRead.ts';
import { readingOfRepairs } from './readingOfRepairs.ts';
import { isRepairColumn, repairReader, wrongCount } from './repairColumns.ts';
import type { FactSource } from './sourceDescription.ts';
import { closing, type TableFile, type TableRow } from './tableFile.ts';
import { usedColumns } from './usedColumns.ts';
import type { Value } from './valueFormat.ts';
import { type ReadValue, valueReaders } from './valueReader.ts';

export type ReadFactsOptions = {
  /** The mapping of another system's file; without it the columns bear the names of our fields. */
  readonly source?: FactSource;
  /** Where the files that the mapping looks into lie; beside the file unless said otherwise. */
  readonly folder?: string;
  readonly limits?: FileLimits;
  readonly batchSize?: number;
  /** What the file is called, where its path says something else. */
  readonly name?: string;
};

/**
 * Opens a file of payments or stock counts, to be read once as a stream.
 * Refuses at once: those of openRead and loadLookups, file-column-missing, file-column-unknown.
 * Rows are refused one by one: line-columns-mismatch, line-text-invalid, line-cell-error,
 * line-number-unread, line-date-unread, line-lookup-missing.
 */
export async function readFacts(
  path: string,
  kind: FactKind,
  options: ReadFactsOptions = {},
): Promise<Result<FactFeed>> {
  const { source, folder = dirname(path), limits = FILE_LIMITS } = options;
  const used = (lookup?: string) => usedColumns(source?.fields ?? {}, factFieldKind, lookup);
  const tables = await loadLookups(source?.lookups ?? {}, folder, limits, used);
  if (!tables.ok) return tables;
  const reading = source?.reading && (await readingOfRepairs(path, source.reading));
  const opened = await openRead(path, { ...options, limits, ...(reading && { reading }) }, used());
  if (!opened.ok) return opened;
  const { file, form } = opened.value;
  const fields = source === undefined ? nativeFields(file, kind) : accept(source.fields);
  if (!fields.ok) return closing(file, fields);
  const { columns } = file;
  const context = { file: file.name, columns, form, lookups: source?.lookups ?? {}, tables: tables.value };
  const readers = valueReaders(fields.value, context, factFieldKind);
  if (!readers.ok) return closing(file, readers);
  const { name, seal } = file;
  const mapping = { columns, readers: readers.value };
  return accept({ name, columns, batches: receive(file.batches, mapping), document: seal });
}

const DAYS = ['paidOn', 'day'];
const NUMBERS = ['amount', 'discount', 'documentTotal', 'quantity'];

function factFieldKind(field: string): FieldKind {
  if (DAYS.includes(field)) return 'date';
  return NUMBERS.includes(field) ? 'number' : 'text';
}

/** Our own file: each column is the field of its name, and a misspelled one is said once. */
function nativeFields(file: TableFile, kind: FactKind): Result<Readonly<Record<string, Value>>> {
  const { fields, needed } = fieldsOf(kind);
  const columns = file.columns.filter((column) => !isRepairColumn(column));
  const facts = (column: string) => ({
    ...{ file: file.name, column, field: column, columns: file.columns.join(', ') },
  });
  const refusals = [
    ...columns
      .filter((column) => !fields.includes(column))
      .map((column) =>
        refuse('file-column-unknown', 'header', { ...facts(column), allowed: fields.join(', ') }),
      ),
    ...needed
      .filter((column) => !columns.includes(column))
      .map((column) => refuse('file-column-missing', 'header', facts(column))),
  ];
  if (refusals.length > 0) return refused(...refusals);
  return accept(Object.fromEntries(columns.map((column) => [column, { column }])));
}

type Mapping = {
  readonly columns: readonly string[];
  readonly readers: ReadonlyMap<string, ReadValue>;
};

async function* receive(
  batches: TableFile['batches'],
  mapping: Mapping,
): AsyncGenerator<Result<readonly FactRow[]>> {
  const repairsIn = repairReader(mapping.columns);
  const wrongIn = wrongCount(mapping.columns);
  for await (const batch of batches) {
    if (!batch.ok) yield batch;
    else {
      yield accept(
        batch.value.map((row) => {
          const repairs = repairsIn?.(row.texts);
          const seen = repairsIn === undefined ? row : { ...row, damaged: damagedIn(row) };
          return { ...factRow(seen, mapping, wrongIn?.(row.texts) ?? ''), ...(repairs && { repairs }) };
        }),
      );
    }
  }
}

/** In a file of rows that failed, the sign that stands for bytes which are no text is what we put there. */
function damagedIn({ texts, damaged }: TableRow): number[] {
  return [...texts.keys()].filter((index) => damaged.includes(index) || texts[index]?.includes('\ufffd'));
}

/** A row that cannot be told into columns has no fields: where its texts belong, only a person can say. */
function factRow(row: TableRow, { columns, readers }: Mapping, wrong: string): FactRow {
  const { row: number, texts, damaged } = row;
  if (texts.length !== columns.length || wrong !== '') {
    const found = wrong === '' ? String(texts.length) : wrong;
    const counts = { expected: String(columns.length), found };
    return { row: number, texts, refusals: [refuse('line-columns-mismatch', 'row', counts)] };
  }
  const refusals: Refusal[] = damaged.map((index) => {
    const column = columns[index] ?? '';
    return refuse('line-text-invalid', column, { field: column, column, value: texts[index] ?? '' });
  });
  const fields: Record<string, string> = {};
  for (const [field, read] of readers) {
    const text = read(row, refusals);
    if (text !== '') fields[field] = text;
  }
  return { row: number, texts, fields, refusals };
}

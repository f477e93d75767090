import { dirname } from 'node:path';
import type { FieldKind } from '../../core/fact/fieldKind.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { OpenColumns } from './columnReadings.ts';
import { FILE_LIMITS } from './fileLimits.ts';
import { loadLookups } from './lookupTable.ts';
import { nativeFields, type OwnFields } from './nativeFields.ts';
import { openRead } from './openRead.ts';
import type { TableReading } from './readingFormat.ts';
import { readingOfRepairs } from './readingOfRepairs.ts';
import type { Lookups } from './sourceDescription.ts';
import { closing, type TableFile, type TableOptions } from './tableFile.ts';
import type { Value } from './valueFormat.ts';
import { type ReadValue, type ValueContext, valueReaders } from './valueReader.ts';

export type ReadOptions<Source> = Omit<TableOptions, 'reading'> & {
  /** The mapping of another system's file; without it the columns bear the names of our fields. */
  readonly source?: Source;
  /** Where the files that the mapping looks into lie; beside the file unless said otherwise. */
  readonly folder?: string;
};

type Fields = Readonly<Record<string, Value>>;
type MappedSource = { readonly reading?: TableReading; readonly lookups: Lookups };

/** What is read of a file: which value each field is, or which fields one of ours has. */
export type Wanted = {
  readonly values: Fields;
  readonly own: OwnFields;
  readonly kindOf: (field: string) => FieldKind;
  /** The columns of the file, or of a lookup, that hold numbers or days. */
  readonly used: (lookup?: string) => OpenColumns;
};

export type MappedFile = {
  readonly file: TableFile;
  /** How the file was read: put into the description, it is not found out or asked again. */
  readonly reading?: TableReading;
  readonly fields: Fields;
  readonly readers: ReadonlyMap<string, ReadValue>;
  readonly context: ValueContext;
};

/**
 * Opens a file and knows how each field is read of its rows, by a description or by our own names.
 * Refuses: those of loadLookups and openRead, file-column-missing, file-column-unknown.
 */
export async function openMapped(
  path: string,
  options: ReadOptions<MappedSource>,
  { values, own, kindOf, used }: Wanted,
): Promise<Result<MappedFile>> {
  const { source, folder = dirname(path), limits = FILE_LIMITS } = options;
  const lookups = source?.lookups ?? {};
  const tables = await loadLookups(lookups, folder, limits, used);
  if (!tables.ok) return tables;
  const said = source?.reading && (await readingOfRepairs(path, source.reading));
  const opened = await openRead(path, { ...options, limits, ...(said && { reading: said }) }, used());
  if (!opened.ok) return opened;
  const { file, form, reading } = opened.value;
  const fields = source === undefined ? nativeFields(file, own) : accept(values);
  if (!fields.ok) return closing(file, fields);
  const context = { file: file.name, columns: file.columns, form, lookups, tables: tables.value };
  const readers = valueReaders(fields.value, context, kindOf);
  if (!readers.ok) return closing(file, readers);
  return accept({
    file,
    ...(reading && { reading }),
    fields: fields.value,
    readers: readers.value,
    context,
  });
}

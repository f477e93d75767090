import { dirname } from 'node:path';
import type { MasterFile, ReadMasterRow } from '../../app/intake/masterFile.ts';
import type { MasterRow } from '../../app/ports.ts';
import { type LocalDate, parseDate } from '../../core/calendar/localDate.ts';
import type { FieldKind } from '../../core/fact/fieldKind.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { FILE_LIMITS, type FileLimits } from './fileLimits.ts';
import { fitMaster } from './fitMaster.ts';
import { loadLookups } from './lookupTable.ts';
import { openRead } from './openRead.ts';
import type { MasterSource } from './sourceDescription.ts';
import { holdTable, type TableRow } from './tableFile.ts';
import { usedColumns } from './usedColumns.ts';
import type { Value } from './valueFormat.ts';
import { type ReadValue, valueReaders } from './valueReader.ts';

export type ReadMasterOptions = {
  readonly source: MasterSource;
  /** Where the files that the mapping looks into lie; beside the file unless said otherwise. */
  readonly folder?: string;
  readonly limits?: FileLimits;
  /** What the file is called, where its path says something else. */
  readonly name?: string;
};

/**
 * A table of one kind of master data through its description.
 * Refuses: those of openRead and loadLookups, file-column-missing. Each row: line-columns-mismatch,
 * file-text-invalid, line-lookup-missing, line-decimal-invalid, master-invalid.
 */
export async function readMasterTable(path: string, options: ReadMasterOptions): Promise<Result<MasterFile>> {
  const { source } = options;
  const limits = options.limits ?? FILE_LIMITS;
  const values = masterValues(source);
  const kindOf = (field: string) => masterKind(source, field);
  const used = (lookup?: string) => usedColumns(values, kindOf, lookup);
  const tables = await loadLookups(source.lookups, options.folder ?? dirname(path), limits, used);
  if (!tables.ok) return tables;
  const { reading } = source;
  const opened = await openRead(path, { ...options, limits, ...(reading && { reading }) }, used());
  if (!opened.ok) return opened;
  const { form } = opened.value;
  const held = await holdTable(accept(opened.value.file));
  if (!held.ok) return held;
  const { columns } = held.value;
  const context = { file: source.file, columns, form, lookups: source.lookups, tables: tables.value };
  const readers = masterReaders(source, context);
  if (!readers.ok) return readers;
  const rows = held.value.rows.map((row): ReadMasterRow => {
    const at = `row ${row.row}`;
    const found = masterRow(source, row, columns, readers.value);
    const read = found.ok
      ? fitMaster(found.value, at)
      : refused(...found.refusals.map((one) => located(one, at)));
    return {
      row: row.row,
      at,
      texts: row.texts,
      read: read.ok ? read : inFile(read.refusals, source.file, row),
    };
  });
  return accept({ name: held.value.name, columns, rows });
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

function located(refusal: Refusal, at: string): Refusal {
  return { ...refusal, at: `${at}, ${refusal.at}` };
}

function inFile(refusals: readonly Refusal[], file: string, { row }: TableRow): Result<never> {
  return refused(...refusals.map((one) => ({ ...one, facts: { ...one.facts, file, row: String(row) } })));
}

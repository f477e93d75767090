import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { joinKey } from '../../core/text/key.ts';
import type { CellForm } from './cellText.ts';
import type { OpenColumns } from './columnReadings.ts';
import type { FileLimits } from './fileLimits.ts';
import { openRead } from './openRead.ts';
import type { Lookup, Lookups } from './sourceDescription.ts';
import { type FileSeal, holdTable, type TableRow } from './tableFile.ts';

/** A file held in memory, one row per key. */
export type LookupTable = {
  readonly file: string;
  readonly seal: FileSeal;
  readonly columns: readonly string[];
  readonly form: CellForm;
  readonly rows: ReadonlyMap<string, TableRow>;
};
export type LookupTables = ReadonlyMap<string, LookupTable>;

/** The file of that name in a folder, or its packed form. */
export function findFile(folder: string, name: string): string | undefined {
  return [join(folder, name), join(folder, `${name}.gz`)].find((path) => existsSync(path));
}

/**
 * Reads every file that a description looks into.
 * Refuses: file-lookup-missing (no such file), file-lookup-repeated (a key twice: which row would
 * count?), file-column-missing, line-columns-mismatch, file-text-invalid, and those of openRead.
 */
export async function loadLookups(
  lookups: Lookups,
  folder: string,
  limits: FileLimits,
  used: (lookup: string) => OpenColumns,
): Promise<Result<LookupTables>> {
  const tables = new Map<string, LookupTable>();
  for (const [name, lookup] of Object.entries(lookups)) {
    const table = await loadLookup(name, lookup, folder, limits, used(name));
    if (!table.ok) return table;
    tables.set(name, table.value);
  }
  return accept(tables);
}

async function loadLookup(
  name: string,
  lookup: Lookup,
  folder: string,
  limits: FileLimits,
  used: OpenColumns,
): Promise<Result<LookupTable>> {
  const { file, reading } = lookup;
  const at = `lookups.${name}`;
  const path = findFile(folder, file);
  if (path === undefined) return refused(refuse('file-lookup-missing', at, { lookup: name, file }));
  const opened = await openRead(path, { limits, ...(reading && { reading }) }, used);
  if (!opened.ok) return opened;
  const { form } = opened.value;
  const held = await holdTable(accept(opened.value.file));
  if (!held.ok) return held;
  const { columns, seal } = held.value;
  const missing = lookup.key.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    const columnsText = columns.join(', ');
    return refused(
      ...missing.map((column) => refuse('file-column-missing', at, { file, column, columns: columnsText })),
    );
  }
  const rows = indexRows(name, lookup, columns, held.value.rows);
  return rows.ok ? accept({ file, seal, columns, form, rows: rows.value }) : rows;
}

function indexRows(
  name: string,
  lookup: Lookup,
  columns: readonly string[],
  rows: readonly TableRow[],
): Result<ReadonlyMap<string, TableRow>> {
  const { file } = lookup;
  const key = lookup.key.map((column) => columns.indexOf(column));
  const found = new Map<string, TableRow>();
  for (const row of rows) {
    const at = `${file} row ${row.row}`;
    const facts = { file, row: String(row.row) };
    const damage = damageOf(row, columns, at, facts);
    if (damage !== undefined) return refused(damage);
    const value = joinKey(...key.map((index) => row.texts[index] ?? ''));
    if (found.has(value)) {
      return refused(refuse('file-lookup-repeated', at, { ...facts, lookup: name, key: keyText(value) }));
    }
    found.set(value, row);
  }
  return accept(found);
}

function damageOf(
  row: TableRow,
  columns: readonly string[],
  at: string,
  facts: Record<string, string>,
): Refusal | undefined {
  if (row.texts.length !== columns.length) {
    const counts = { expected: String(columns.length), found: String(row.texts.length) };
    return refuse('line-columns-mismatch', at, { ...facts, ...counts });
  }
  const damaged = row.damaged[0];
  if (damaged === undefined) return undefined;
  return refuse('file-text-invalid', at, { ...facts, column: columns[damaged] ?? '' });
}

/** A joined key as a person reads it. */
export function keyText(key: string): string {
  return key.split(joinKey('', '')).join(' + ');
}

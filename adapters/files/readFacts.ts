import type { FactFeed } from '../../app/facts/importFacts.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { openTable } from './openTable.ts';
import { type HeldTable, holdTable, type TableOptions, type TableRow } from './tableFile.ts';

/** Which columns a file of facts may and must have. */
export type FactColumns = { readonly fields: readonly string[]; readonly needed: readonly string[] };

/**
 * A file of payments, stock counts or the like in our own form: each column is the field of its name.
 * Refuses: those of openTable, file-column-missing, file-column-unknown. Rows are refused one by one:
 * line-columns-mismatch, line-text-invalid.
 */
export async function readFacts(
  path: string,
  columns: FactColumns,
  options: TableOptions = {},
): Promise<Result<FactFeed>> {
  const held = await holdTable(await openTable(path, options));
  if (!held.ok) return held;
  const refusals = headerRefusals(held.value, columns);
  if (refusals.length > 0) return refused(...refusals);
  const { name, columns: header, rows, seal } = held.value;
  return accept({ name, columns: header, ...seal, rows: rows.map((row) => factRow(row, header)) });
}

function headerRefusals({ name: file, columns }: HeldTable, { fields, needed }: FactColumns): Refusal[] {
  const facts = (column: string) => ({ file, column, field: column, columns: columns.join(', ') });
  const unknown = columns.filter((column) => !fields.includes(column));
  const missing = needed.filter((column) => !columns.includes(column));
  return [
    ...unknown.map((column) =>
      refuse('file-column-unknown', 'header', { ...facts(column), allowed: fields.join(', ') }),
    ),
    ...missing.map((column) => refuse('file-column-missing', 'header', facts(column))),
  ];
}

function factRow({ row, texts, damaged }: TableRow, columns: readonly string[]): FactFeed['rows'][number] {
  const refusals: Refusal[] = [];
  if (texts.length !== columns.length) {
    const counts = { expected: String(columns.length), found: String(texts.length) };
    refusals.push(refuse('line-columns-mismatch', 'row', counts));
  }
  for (const index of damaged) {
    const column = columns[index] ?? '';
    refusals.push(refuse('line-text-invalid', column, { field: column, column, value: texts[index] ?? '' }));
  }
  const fields = Object.fromEntries(columns.map((column, index) => [column, texts[index] ?? '']));
  return { row, texts, fields, refusals };
}

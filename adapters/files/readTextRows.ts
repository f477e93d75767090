import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { openTable } from './openTable.ts';
import { holdTable, type TableOptions, type TableRow } from './tableFile.ts';

/** The rows of a file by the names of its columns; an empty text is an absent one. */
export type TextRows = {
  readonly name: string;
  readonly sha256: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly row: number; readonly texts: Readonly<Record<string, string>> }[];
};

/** Which columns a file may have; `needed` are those without which it says nothing. */
export type ColumnNames = {
  readonly needed: readonly string[];
  readonly isKnown: (column: string) => boolean;
};

/**
 * A file of our own columns that is small enough to be held: CSV, a workbook or JSON. All or nothing.
 * Refuses: those of openTable, file-column-missing, file-column-unknown, line-columns-mismatch,
 * file-text-invalid.
 */
export async function readTextRows(
  path: string,
  names: ColumnNames,
  options: TableOptions = {},
): Promise<Result<TextRows>> {
  const table = await holdTable(await openTable(path, options));
  if (!table.ok) return table;
  const { name, columns, rows, seal } = table.value;
  const odd = [
    ...names.needed
      .filter((column) => !columns.includes(column))
      .map((column) =>
        refuse('file-column-missing', column, { file: name, column, columns: columns.join(', ') }),
      ),
    ...columns
      .filter((column) => !names.isKnown(column))
      .map((column) => refuse('file-column-unknown', column, { file: name, column })),
  ];
  if (odd.length > 0) return refused(...odd);
  const broken = rows.flatMap((row) => brokenRow(row, columns, name));
  if (broken.length > 0) return refused(...broken);
  return accept({
    name,
    sha256: seal.sha256,
    columns,
    rows: rows.map(({ row, texts }) => ({
      row,
      texts: Object.fromEntries(columns.map((column, index) => [column, texts[index] ?? ''])),
    })),
  });
}

function brokenRow({ row, texts, damaged }: TableRow, columns: readonly string[], file: string): Refusal[] {
  if (texts.length !== columns.length) {
    const facts = { file, row: String(row), expected: String(columns.length), found: String(texts.length) };
    return [refuse('line-columns-mismatch', `row ${row}`, facts)];
  }
  return damaged.map((index) => {
    const column = columns[index] ?? '';
    return refuse('file-text-invalid', `row ${row}, ${column}`, { file, row: String(row), column });
  });
}

import type { FactFeed } from '../../app/facts/factImport.ts';
import { type FactRow, fieldsOf } from '../../app/facts/factKinds.ts';
import type { FactKind } from '../../app/ports/factStore.ts';
import { accept, type Refusal, type Result, refuse } from '../../core/refusal/refusals.ts';
import { damagedColumns, withDamaged } from './damagedColumns.ts';
import { factFieldKind } from './factFieldKind.ts';
import { openMapped, type ReadOptions } from './openMapped.ts';
import { repairReader, wrongCount } from './repairColumns.ts';
import type { FactSource } from './sourceDescription.ts';
import type { TableFile, TableRow } from './tableFile.ts';
import { usedColumns } from './usedColumns.ts';
import type { ReadValue } from './valueReader.ts';

export type ReadFactsOptions = ReadOptions<FactSource>;

/**
 * Opens a file of payments or stock counts, to be read once as a stream.
 * Refuses at once: those of openMapped.
 * Rows are refused one by one: line-columns-mismatch, line-text-invalid, line-cell-error,
 * line-number-unread, line-date-unread, line-lookup-missing.
 */
export async function readFacts(
  path: string,
  kind: FactKind,
  options: ReadFactsOptions = {},
): Promise<Result<FactFeed>> {
  const values = options.source?.fields ?? {};
  const used = (lookup?: string) => usedColumns(values, factFieldKind, lookup);
  const wanted = { values, own: fieldsOf(kind), kindOf: factFieldKind, used };
  const opened = await openMapped(path, options, wanted);
  if (!opened.ok) return opened;
  const { file, readers } = opened.value;
  const { name, columns, seal } = file;
  return accept({ name, columns, batches: receiveFacts(file.batches, { columns, readers }), document: seal });
}

type Mapping = {
  readonly columns: readonly string[];
  readonly readers: ReadonlyMap<string, ReadValue>;
};

/** Rows as the texts of their fields, each with what is wrong with its cells. */
export async function* receiveFacts(
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
          const damaged = damagedColumns(row, mapping.columns, repairsIn !== undefined);
          const read = factRow(row, mapping, damaged, wrongIn?.(row.texts) ?? '');
          return { ...read, ...(repairs && { repairs }) };
        }),
      );
    }
  }
}

/** A row that cannot be told into columns has no fields: where its texts belong, only a person can say. */
function factRow(
  row: TableRow,
  { columns, readers }: Mapping,
  damaged: ReadonlyMap<string, string>,
  wrong: string,
): FactRow {
  const { row: number, texts } = row;
  if (texts.length !== columns.length || wrong !== '') {
    const found = wrong === '' ? String(texts.length) : wrong;
    const counts = { expected: String(columns.length), found };
    return { row: number, texts, refusals: [refuse('line-columns-mismatch', 'row', counts)] };
  }
  const refusals: Refusal[] = [];
  const fields: Record<string, string> = {};
  for (const [field, read] of readers) {
    const text = read(row, refusals);
    if (text !== '') fields[field] = text;
  }
  return { row: number, texts, fields, refusals: withDamaged(damaged, refusals) };
}

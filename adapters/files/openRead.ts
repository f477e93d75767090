import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { CellForm } from './cellText.ts';
import { type ColumnReadings, ColumnSurvey, type OpenColumns, stillOpen } from './columnReadings.ts';
import { openTable } from './openTable.ts';
import type { TableReading } from './readingFormat.ts';
import type { TableFile, TableOptions, TableRow } from './tableFile.ts';

/** A file together with how its cells are read. */
export type ReadTable = {
  readonly file: TableFile;
  readonly form: CellForm;
  /** All that was said and found: said the next time, nothing has to be found or asked again. */
  readonly reading?: TableReading;
};

/**
 * Opens a file of rows and knows how its cells are read. Where a description leaves open how numbers
 * or days are written, the whole file is looked at before its first row is given, so that the answer
 * does not depend on which rows come first.
 * Refuses: those of openTable and ColumnSurvey.
 */
export async function openRead(
  path: string,
  options: TableOptions,
  used: OpenColumns,
): Promise<Result<ReadTable>> {
  const opened = await openTable(path, options);
  if (!opened.ok) return opened;
  const file = opened.value;
  const { reading } = options;
  if (reading === undefined) return accept({ file, form: {} });
  const said = reading.columns ?? {};
  const known = { ...reading, ...file.detection };
  const open = presentIn(file, stillOpen(used, said));
  if (open.number.size + open.date.size === 0) return accept(readTable(file, known, said, said));
  const seen = new ColumnSurvey(file.name, file.columns, open, reading);
  const looked = await lookThrough(file, seen);
  if (!looked.ok) return looked;
  const found = seen.verdict();
  if (!found.ok) return found;
  const again =
    looked.value === undefined ? await openTable(path, { ...options, reading: known }) : accept(looked.value);
  if (!again.ok) return again;
  const { readings, proved } = found.value;
  return accept(readTable(again.value, known, merged(said, readings), merged(said, proved)));
}

/** Reads a file to its end; gives it again where it was so small that its rows are still there. */
async function lookThrough(file: TableFile, seen: ColumnSurvey): Promise<Result<TableFile | undefined>> {
  let held: readonly TableRow[] = [];
  let batches = 0;
  for await (const batch of file.batches) {
    if (!batch.ok) return batch;
    for (const row of batch.value) seen.add(row);
    batches += 1;
    held = batch.value;
  }
  return accept(batches > 1 ? undefined : { ...file, batches: oneBatch(held) });
}

async function* oneBatch(rows: readonly TableRow[]): AsyncGenerator<Result<readonly TableRow[]>> {
  if (rows.length > 0) yield accept(rows);
}

function readTable(
  file: TableFile,
  known: TableReading,
  readings: ColumnReadings,
  kept: ColumnReadings,
): ReadTable {
  return { file, form: { readings, empty: known.empty }, reading: { ...known, columns: kept } };
}

function merged(said: ColumnReadings, found: ColumnReadings): ColumnReadings {
  const names = new Set([...Object.keys(said), ...Object.keys(found)]);
  return Object.fromEntries([...names].map((name) => [name, { ...found[name], ...said[name] }]));
}

/** A column that is not there is refused by its name, where it is mapped. */
function presentIn({ columns }: TableFile, { number, date }: OpenColumns): OpenColumns {
  const present = (names: ReadonlySet<string>) => new Set(columns.filter((column) => names.has(column)));
  return { number: present(number), date: present(date) };
}

import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { FileLimits } from './fileLimits.ts';
import type { TableReading } from './readingFormat.ts';

/** One row of a file. It may have more or fewer texts than the header has columns. */
export type TableRow = {
  /** Position in the file below the header, from 1. */
  readonly row: number;
  readonly texts: readonly string[];
  /** The columns, from 0, whose bytes were not text; U+FFFD stands in their place. */
  readonly damaged: readonly number[];
  /**
   * By column, whether the file itself says that the cell holds a number, a day or a truth value:
   * its text is then plain decimal text or an ISO day. Absent where a file holds texts only.
   */
  readonly typed?: readonly boolean[];
  /** Cells that hold an error instead of a value. */
  readonly errors?: readonly number[];
};

/** The bytes of a file as received (of a .gz: the packed ones). */
export type FileSeal = { readonly sha256: string; readonly bytes: number };

export type TableFormat = 'csv' | 'xlsx' | 'json';

/** How a file was found to be written, as far as that is the same for all of its columns. */
export type Detection = Omit<TableReading, 'empty' | 'columns'> & { readonly format: TableFormat };

export type TableFile = {
  readonly name: string;
  readonly detection: Detection;
  readonly columns: readonly string[];
  /** Rows in order, up to `batchSize` at once. A refusal is the last element. Read it once. */
  readonly batches: AsyncIterable<Result<readonly TableRow[]>>;
  /** Known when the batches have ended; asking before is a fault. */
  readonly seal: () => FileSeal;
  /** Lets go of a file of which no row is read; its batches do so where they end or are left. */
  readonly close: () => Promise<void>;
};

export type TableOptions = {
  readonly limits?: FileLimits;
  readonly batchSize?: number;
  /** What the file is called, where its path says something else. */
  readonly name?: string;
  /** What is said of how it is written. Absent: our own form (UTF-8, comma, header first). */
  readonly reading?: TableReading;
};

/** Few enough rows that those of two batches are little memory, enough to fill the packets of a COPY. */
export const BATCH_SIZE = 500;

export type HeldTable = Pick<TableFile, 'name' | 'columns' | 'detection'> & {
  readonly rows: readonly TableRow[];
  readonly seal: FileSeal;
};

/** All rows of a file that is small enough to be held, for lookups and master data. */
export async function holdTable(opened: Result<TableFile>): Promise<Result<HeldTable>> {
  if (!opened.ok) return opened;
  const { name, columns, detection, batches, seal } = opened.value;
  const rows: TableRow[] = [];
  for await (const batch of batches) {
    if (!batch.ok) return batch;
    for (const row of batch.value) rows.push(row);
  }
  return accept({ name, columns, detection, rows, seal: seal() });
}

/** The file is open already: reading none of it has to let go of it too. */
export async function closing<T extends { readonly ok: false }>(file: TableFile, no: T): Promise<T> {
  await file.close();
  return no;
}

/** Rows one by one into batches; a refusal ends them. */
export async function* inBatches(
  rows: AsyncIterable<Result<TableRow>>,
  size: number,
): AsyncGenerator<Result<readonly TableRow[]>> {
  let batch: TableRow[] = [];
  for await (const row of rows) {
    if (!row.ok) {
      if (batch.length > 0) yield accept(batch);
      yield row;
      return;
    }
    batch.push(row.value);
    if (batch.length < size) continue;
    yield accept(batch);
    batch = [];
  }
  if (batch.length > 0) yield accept(batch);
}

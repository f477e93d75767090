import { basename } from 'node:path';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { FILE_LIMITS } from './fileLimits.ts';
import { fileRefusal } from './fileRefusal.ts';
import { readCsv } from './readCsv.ts';
import { readJsonRows } from './readJsonRows.ts';
import { readXlsx } from './readXlsx.ts';
import { HEAD, isGzip, lookedAt, type ReceivedFile, streamBytes } from './receivedBytes.ts';
import { BATCH_SIZE, type TableFile, type TableFormat, type TableOptions } from './tableFile.ts';

/**
 * Opens a file of rows, whatever it is: delimited text, a workbook, JSON; the first two also packed as
 * .gz. It is known by its content, not by its name.
 * Refuses: file-format-unknown, and those of readCsv, readXlsx and readJsonRows.
 */
export async function openTable(path: string, options: TableOptions = {}): Promise<Result<TableFile>> {
  const { reading, batchSize = BATCH_SIZE, limits = FILE_LIMITS } = options;
  const name = options.name ?? basename(path);
  const looked = await orRefused(path, name, () => lookedAt({ path, name, limits }));
  if (!looked.ok) return looked;
  const file = looked.value;
  const format =
    reading?.format === undefined
      ? await orRefused(path, name, () => formatOf(file))
      : accept(reading.format);
  if (!format.ok) return format;
  if (format.value === 'xls' || format.value === 'pdf') {
    return refused(refuse('file-format-unknown', name, { file: name, found: format.value }));
  }
  if (format.value === 'xlsx') return readXlsx(file, reading, batchSize);
  if (format.value === 'json') return readJsonRows(file, reading, batchSize);
  return readCsv(file, reading, batchSize);
}

async function formatOf(file: ReceivedFile): Promise<FoundFormat> {
  return formatByHead(isGzip(file) ? await unpackedHead(file) : file.head);
}

async function orRefused<T>(path: string, name: string, look: () => Promise<T>): Promise<Result<T>> {
  try {
    return accept(await look());
  } catch (error) {
    const refusal = fileRefusal(error, path, name);
    if (refusal === undefined) throw error;
    return refused(refusal);
  }
}

/** Workbooks of before 2007 and printed pages are no tables that could be read. */
type FoundFormat = TableFormat | 'xls' | 'pdf';

function formatByHead(head: Buffer): FoundFormat {
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return 'xlsx';
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return 'xls';
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf';
  const text = head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  return /^[ \t\r\n]*(?:\{|\[[ \t\r\n]*[\]{[])/.test(text) ? 'json' : 'csv';
}

async function unpackedHead(file: ReceivedFile): Promise<Buffer> {
  for await (const chunk of streamBytes(file).out) return chunk.subarray(0, HEAD);
  return Buffer.alloc(0);
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvError, type Parser, parse } from 'csv-parse';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { FILE_LIMITS, type FileLimits } from './fileLimits.ts';
import { FileRefused, fileRefusal } from './fileRefusal.ts';
import { latin1AsUtf8 } from './utf8Text.ts';

/** One row of a file. It may have more or fewer texts than the header has columns. */
export type CsvRow = {
  /** Position in the file, the header not counted, from 1. */
  readonly row: number;
  readonly texts: readonly string[];
  /** The columns, from 0, whose bytes were not text; U+FFFD stands in their place. */
  readonly damaged: readonly number[];
};

/** The bytes of a file as received (of a .gz: the packed ones). */
export type FileSeal = { readonly sha256: string; readonly bytes: number };

export type CsvFile = {
  readonly name: string;
  readonly columns: readonly string[];
  /** Rows in order, up to `batchSize` at once. A refusal is the last element. Read it once. */
  readonly batches: AsyncIterable<Result<readonly CsvRow[]>>;
  /** Known when the batches have ended; asking before is a fault. */
  readonly seal: () => FileSeal;
};

export type CsvOptions = { readonly limits?: FileLimits; readonly batchSize?: number };

/**
 * Opens a comma-separated file (RFC 4180, header first, UTF-8 with or without byte order mark;
 * `.gz` by ending) and reads it as a stream, never as a whole.
 * Refuses: file-not-found, file-not-readable, file-too-large, file-header-missing,
 * file-column-repeated, file-text-invalid (header), file-quotes-broken, file-row-too-large.
 */
export async function readCsv(path: string, options: CsvOptions = {}): Promise<Result<CsvFile>> {
  const limits = options.limits ?? FILE_LIMITS;
  const bytes = openBytes(path, limits);
  const records = bytes.parser[Symbol.asyncIterator]() as AsyncIterator<string[]>;
  const stream: Records = { path, limits, parser: bytes.parser, records };
  const header = await nextRecord(stream);
  if (!header.ok) return header;
  const columns = checkHeader(header.value, basename(path));
  if (!columns.ok) {
    bytes.parser.destroy();
    return columns;
  }
  return accept({
    name: basename(path),
    columns: columns.value,
    batches: batchesOf(stream, options.batchSize ?? 1000),
    seal: bytes.seal,
  });
}

/** All rows of a file that is small enough to be held, for lookups and master data. */
export async function collectCsv(
  path: string,
  options: CsvOptions = {},
): Promise<Result<{ columns: readonly string[]; rows: readonly CsvRow[]; seal: FileSeal }>> {
  const file = await readCsv(path, options);
  if (!file.ok) return file;
  const rows: CsvRow[] = [];
  for await (const batch of file.value.batches) {
    if (!batch.ok) return batch;
    rows.push(...batch.value);
  }
  return accept({ columns: file.value.columns, rows, seal: file.value.seal() });
}

type Records = {
  readonly path: string;
  readonly limits: FileLimits;
  readonly parser: Parser;
  readonly records: AsyncIterator<string[]>;
};

/** Bytes are counted and hashed before they are unpacked, and counted again afterwards. */
function openBytes(path: string, limits: FileLimits): { parser: Parser; seal: () => FileSeal } {
  const hash = createHash('sha256');
  let bytes = 0;
  let sealed: FileSeal | undefined;
  const parser = parse({
    // One character a byte: what is no UTF-8 is found afterwards, field by field.
    encoding: 'latin1',
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: limits.rowBytes,
  });
  const received = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
    sealed = { sha256: hash.digest('hex'), bytes };
  };
  const plain = (chunks: AsyncIterable<Buffer>) => withoutMark(limited(chunks, path, limits.fileBytes));
  const input = createReadStream(path);
  // Whatever fails on the way reaches the reader of the parser; nothing is left to do here.
  const ended = () => {};
  if (path.endsWith('.gz')) pipeline(input, received, createGunzip(), plain, parser, ended);
  else pipeline(input, received, plain, parser, ended);
  return {
    parser,
    seal: () => {
      if (sealed === undefined) throw new Error('Fault: a file was sealed before its end');
      return sealed;
    },
  };
}

async function* limited(chunks: AsyncIterable<Buffer>, path: string, limit: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > limit) throw new FileRefused(tooLarge(path, limit));
    yield chunk;
  }
}

export function tooLarge(path: string, limit: number): Refusal {
  return refuse('file-too-large', basename(path), { file: basename(path), limit: String(limit) });
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The mark may come in pieces, so the first three bytes are waited for. */
async function* withoutMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (head === undefined) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < BYTE_ORDER_MARK.length) continue;
    yield head.subarray(0, 3).equals(BYTE_ORDER_MARK) ? head.subarray(3) : head;
    head = undefined;
  }
  if (head !== undefined) yield head;
}

async function nextRecord(stream: Records): Promise<Result<string[] | undefined>> {
  try {
    const next = await stream.records.next();
    return accept(next.done === true ? undefined : next.value);
  } catch (error) {
    return refused(readRefusal(error, stream));
  }
}

function readRefusal(error: unknown, stream: Records): Refusal {
  if (error instanceof CsvError) {
    const row = String(stream.parser.info.records);
    const facts = { file: basename(stream.path), row };
    if (error.code !== 'CSV_MAX_RECORD_SIZE') return refuse('file-quotes-broken', `row ${row}`, facts);
    return refuse('file-row-too-large', `row ${row}`, { ...facts, limit: String(stream.limits.rowBytes) });
  }
  const refusal = fileRefusal(error, stream.path);
  if (refusal === undefined) throw error;
  return refusal;
}

function checkHeader(record: readonly string[] | undefined, file: string): Result<readonly string[]> {
  if (record === undefined || record.every((text) => text === '')) {
    return refused(refuse('file-header-missing', file, { file }));
  }
  const columns = record.map(latin1AsUtf8);
  const damaged = columns.findIndex((column) => !column.isIntact);
  if (damaged >= 0) {
    const facts = { file, row: '0', column: columns[damaged]?.text ?? '' };
    return refused(refuse('file-text-invalid', 'header', facts));
  }
  const names = columns.map((column) => column.text);
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  if (repeated.length === 0) return accept(names);
  return refused(...repeated.map((column) => refuse('file-column-repeated', 'header', { file, column })));
}

async function* batchesOf(stream: Records, size: number): AsyncGenerator<Result<readonly CsvRow[]>> {
  let rows: CsvRow[] = [];
  try {
    for (let row = 1; ; row += 1) {
      const record = await nextRecord(stream);
      if (record.ok && record.value !== undefined) rows.push(decodeRow(row, record.value));
      const isEnd = !record.ok || record.value === undefined;
      if (rows.length > 0 && (isEnd || rows.length >= size)) {
        yield accept(rows);
        rows = [];
      }
      if (!record.ok) yield record;
      if (isEnd) return;
    }
  } finally {
    stream.parser.destroy();
  }
}

function decodeRow(row: number, record: readonly string[]): CsvRow {
  const damaged: number[] = [];
  const texts = record.map((latin1, column) => {
    const decoded = latin1AsUtf8(latin1);
    if (!decoded.isIntact) damaged.push(column);
    return decoded.text;
  });
  return { row, texts, damaged };
}

import { CsvError, type Parser, parse } from 'csv-parse';
import { type Dialect, decideDialect } from '../../core/reading/decideDialect.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { fileRefusal } from './fileRefusal.ts';
import { checkHeader } from './header.ts';
import type { Encoding, TableReading } from './readingFormat.ts';
import { type ReceivedFile, streamBytes } from './receivedBytes.ts';
import { inBatches, type TableFile, type TableRow } from './tableFile.ts';
import { findEncoding, toUtf8 } from './textEncoding.ts';
import { latin1AsUtf8 } from './utf8Text.ts';

/** How a delimited file is written. */
type CsvForm = Dialect & { readonly encoding: Encoding };

/** Our own form: RFC 4180 in UTF-8, header first. */
export const OWN_FORM = {
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  headerRow: 1,
} as const;

/**
 * Opens a delimited file (`.gz` too) and reads it as a stream, never as a whole. Without a reading it
 * is in our own form; with one, what it does not say is found out.
 * Refuses: file-not-found, file-not-readable, file-too-large, file-unpacks-too-far,
 * file-header-missing, file-column-repeated, file-columns-too-many, file-text-invalid (header),
 * file-quotes-broken, file-row-too-large, file-encoding-ambiguous, file-delimiter-ambiguous.
 */
export async function readCsv(
  file: ReceivedFile,
  reading: TableReading | undefined,
  batchSize: number,
): Promise<Result<TableFile>> {
  try {
    const form = await findForm(file, reading);
    return form.ok ? await opened(file, form.value, batchSize) : form;
  } catch (error) {
    const refusal = fileRefusal(error, file.path, file.name);
    if (refusal === undefined) throw error;
    return refused(refusal);
  }
}

async function findForm(file: ReceivedFile, reading: TableReading | undefined): Promise<Result<CsvForm>> {
  if (reading === undefined) return accept(OWN_FORM);
  const encoding = reading.encoding === undefined ? await findEncoding(file) : accept(reading.encoding);
  if (!encoding.ok) return encoding;
  const { delimiter, quote, headerRow } = reading;
  if (delimiter && quote && headerRow) {
    return accept({ encoding: encoding.value, delimiter, quote, headerRow });
  }
  const verdict = decideDialect(await beginning(file, encoding.value), reading);
  const facts = { file: file.name };
  if (verdict.is === 'noHeader') return refused(refuse('file-header-missing', file.name, facts));
  if (verdict.is === 'certain') return accept({ encoding: encoding.value, ...verdict.dialect });
  const readings = verdict.columns.map((one) => `“${signText(one.delimiter)}”: ${one.header.join(' | ')}`);
  const shown = readings.map((text) => text.slice(0, 200)).join('; ');
  return refused(refuse('file-delimiter-ambiguous', file.name, { ...facts, readings: shown }));
}

function signText(delimiter: string): string {
  return delimiter === '\t' ? '\\t' : delimiter;
}

const BEGINNING = 64 * 1024;

/** The first rows as text; the last one is left out where it may be cut. */
async function beginning(file: ReceivedFile, encoding: Encoding): Promise<string> {
  const { out } = streamBytes(file, [...toUtf8(encoding), withoutMark]);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of out) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > BEGINNING) break;
  }
  const text = Buffer.concat(chunks).toString('utf8');
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  return length > BEGINNING && end > 0 ? text.slice(0, end + 1) : text;
}

type Records = {
  readonly file: ReceivedFile;
  readonly form: CsvForm;
  readonly parser: Parser;
  readonly records: AsyncGenerator<string[]>;
};

async function opened(file: ReceivedFile, form: CsvForm, batchSize: number): Promise<Result<TableFile>> {
  const { out, seal } = streamBytes(file, [...toUtf8(form.encoding), withoutMark]);
  const parser = parserOf(file, form);
  const records = recordsOf(out, parser);
  const columns = await headerOf({ file, form, parser, records });
  if (!columns.ok) {
    await records.return(undefined);
    return columns;
  }
  const rows = rowsOf({ file, form, parser, records });
  const { name } = file;
  return accept({
    name,
    detection: { ...form, format: 'csv' },
    columns: columns.value,
    batches: inBatches(rows, batchSize),
    seal,
    close: async () => {
      await records.return(undefined);
    },
  });
}

/** What a chunk holds is taken before the next one, also what stands before a place that is broken. */
async function* recordsOf(chunks: AsyncIterable<Buffer>, parser: Parser): AsyncGenerator<string[]> {
  // Its errors are looked at where they happen.
  parser.on('error', () => {});
  for await (const chunk of chunks) {
    parser.write(chunk);
    for (let record = parser.read(); record !== null; record = parser.read()) yield record;
    if (parser.errored) throw parser.errored;
  }
  parser.end();
  yield* parser as AsyncIterable<string[]>;
}

function parserOf({ limits }: ReceivedFile, { delimiter, quote }: CsvForm): Parser {
  return parse({
    // One character a byte: what is no UTF-8 is found afterwards, field by field.
    encoding: 'latin1',
    delimiter,
    quote: quote === 'none' ? null : quote,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: limits.rowBytes,
  });
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

function readRefusal(error: unknown, { file, form, parser }: Records): Refusal {
  if (error instanceof CsvError) {
    const row = String(Math.max(0, parser.info.records - form.headerRow + 1));
    const facts = { file: file.name, row };
    if (error.code !== 'CSV_MAX_RECORD_SIZE') return refuse('file-quotes-broken', `row ${row}`, facts);
    return refuse('file-row-too-large', `row ${row}`, { ...facts, limit: String(file.limits.rowBytes) });
  }
  const refusal = fileRefusal(error, file.path, file.name);
  if (refusal === undefined) throw error;
  return refusal;
}

/** The names of the columns; what stands above them is passed over. */
async function headerOf(stream: Records): Promise<Result<readonly string[]>> {
  for (let line = 1; ; line += 1) {
    const record = await nextRecord(stream);
    if (!record.ok) return record;
    if (record.value !== undefined && line < stream.form.headerRow) continue;
    const names = record.value?.map(latin1AsUtf8) ?? [];
    return checkHeader(names, stream.file);
  }
}

async function* rowsOf(stream: Records): AsyncGenerator<Result<TableRow>> {
  try {
    for (let row = 1; ; row += 1) {
      const record = await nextRecord(stream);
      if (!record.ok) yield record;
      if (!record.ok || record.value === undefined) return;
      yield accept(decodeRow(row, record.value, stream.form.encoding !== 'utf-8'));
    }
  } finally {
    await stream.records.return(undefined);
  }
}

/** Of a text that came from another encoding, U+FFFD says that its bytes were none of it. */
function decodeRow(row: number, record: readonly string[], isTranscoded: boolean): TableRow {
  const damaged: number[] = [];
  const texts = record.map((latin1, column) => {
    const { text, isIntact } = latin1AsUtf8(latin1);
    if (!isIntact || (isTranscoded && text.includes('\ufffd'))) damaged.push(column);
    return text;
  });
  return { row, texts, damaged };
}

import { createHash } from 'node:crypto';
import type { ExportedLines, TextRow } from '../../app/ports/exportStore.ts';
import { formatDecimal, parseDecimal, trimDecimal } from '../../core/number/decimal.ts';
import { csvRow } from './csvText.ts';
import { exactText } from './formulaText.ts';
import { workbookExport } from './workbookExport.ts';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'ndjson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What an export holds, so that nobody has to trust that it came whole. */
export type ExportManifest = {
  readonly format: ExportFormat;
  /** Known up to this batch. */
  readonly batch: number;
  readonly rows: number;
  /** All net values added up, whatever their currency: a check sum. */
  readonly netValue: string;
  readonly bytes: number;
  readonly sha256: string;
};

export type LineExport = {
  readonly chunks: AsyncIterable<Buffer>;
  /** Known when the chunks have ended; asking before is a fault. */
  readonly manifest: () => ExportManifest;
};

type Pages = AsyncIterable<readonly TextRow[]>;

/**
 * Lines as a file in our own line format, which imports again without a difference. In CSV a text
 * that a spreadsheet would take for a formula bears an apostrophe, which our reader takes away.
 */
export function lineExport(format: ExportFormat, about: ExportedLines, pages: Pages): LineExport {
  const hash = createHash('sha256');
  let [bytes, isSealed] = [0, false];
  const chunks = async function* () {
    for await (const piece of WRITERS[format](about.fields, pages)) {
      const chunk = Buffer.from(piece);
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
    isSealed = true;
  };
  return {
    chunks: chunks(),
    manifest: () => {
      if (!isSealed) throw new Error('Fault: an export was sealed before its end');
      const { batch, rows, netValue } = about;
      const sum = parseDecimal(netValue);
      if (sum === undefined) throw new Error(`Fault: a sum of values is ${netValue}`);
      const counted = { format, batch, rows, netValue: formatDecimal(trimDecimal(sum)) };
      return { ...counted, bytes, sha256: hash.copy().digest('hex') };
    },
  };
}

type Writer = (fields: readonly string[], pages: Pages) => AsyncIterable<string | Buffer>;

const WRITERS: Readonly<Record<ExportFormat, Writer>> = {
  csv: async function* (fields, pages) {
    yield csvRow(fields);
    for await (const page of pages) yield page.map((row) => csvLine(row, fields.length)).join('');
  },
  ndjson: async function* (fields, pages) {
    for await (const page of pages) yield page.map((row) => jsonLine(row, fields)).join('');
  },
  xlsx: workbookExport,
};

/** Nothing in it has to be looked at again: no sign of a formula, no quote, no space. */
const PLAIN = /^[0-9A-Za-z][0-9A-Za-z._:/-]*$/;

function csvLine(row: TextRow, width: number): string {
  if (row.every((text) => text === undefined || PLAIN.test(text))) {
    return `${row.join(',')}${','.repeat(width - row.length)}\r\n`;
  }
  return csvRow(Array.from({ length: width }, (_, index) => row[index] ?? ''));
}

function jsonLine(row: TextRow, fields: readonly string[]): string {
  const texts: Record<string, string> = {};
  for (const [index, text] of row.entries()) {
    if (text !== undefined && text !== '') texts[fields[index] as string] = exactText(text);
  }
  return `${JSON.stringify(texts)}\n`;
}

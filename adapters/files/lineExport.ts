import { createHash } from 'node:crypto';
import type { LineTexts } from '../../core/fact/parseLine.ts';
import { addDecimals } from '../../core/number/addDecimals.ts';
import { type Decimal, formatDecimal, parseDecimal, trimDecimal } from '../../core/number/decimal.ts';
import { csvRow } from './csvText.ts';
import { exactText } from './formulaText.ts';

export const EXPORT_FORMATS = ['csv', 'ndjson'] as const;
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

/**
 * Lines as a file in our own line format, which imports again without a difference. In CSV a text
 * that a spreadsheet would take for a formula bears an apostrophe, which our reader takes away.
 */
export function lineExport(
  format: ExportFormat,
  about: { readonly batch: number; readonly fields: readonly string[] },
  pages: AsyncIterable<readonly LineTexts[]>,
): LineExport {
  const hash = createHash('sha256');
  let [rows, bytes] = [0, 0];
  let sum: Decimal = { digits: 0n, scale: 0 };
  let sealed: ExportManifest | undefined;
  const chunks = async function* () {
    const given = (text: string) => {
      const chunk = Buffer.from(text);
      hash.update(chunk);
      bytes += chunk.length;
      return chunk;
    };
    if (format === 'csv') yield given(csvRow(about.fields));
    for await (const page of pages) {
      rows += page.length;
      sum = addDecimals([sum, ...page.flatMap(({ netValue }) => parseDecimal(netValue ?? '') ?? [])]);
      yield given(page.map((texts) => lineText(format, texts, about.fields)).join(''));
    }
    const netValue = formatDecimal(trimDecimal(sum));
    sealed = { format, batch: about.batch, rows, netValue, bytes, sha256: hash.digest('hex') };
  };
  return {
    chunks: chunks(),
    manifest: () => {
      if (sealed === undefined) throw new Error('Fault: an export was sealed before its end');
      return sealed;
    },
  };
}

function lineText(format: ExportFormat, texts: LineTexts, fields: readonly string[]): string {
  if (format === 'ndjson') return `${JSON.stringify(exactTexts(texts))}\n`;
  return csvRow(fields.map((field) => texts[field] ?? ''));
}

function exactTexts(texts: LineTexts): LineTexts {
  return Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, exactText(text)]));
}

import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { TextRow } from '../../app/ports/exportStore.ts';
import { fieldKind } from '../../core/fact/fieldKind.ts';
import { useNativeCrc } from './nativeCrc.ts';
import { fixedParts, inlineText, sheetName, type WrittenSheet } from './workbookXml.ts';
import { cellWriter } from './writeCell.ts';

/** The rows that a sheet can have, its header among them. */
const SHEET_ROWS = 1_048_576;

/** The same rows are the same bytes, whenever they are written. Quick rather than small. */
const PART = { mtime: new Date(1980, 0, 1), mode: 0o100644, compressionLevel: 1 };

/**
 * Rows as a workbook, which streams: nothing is held but the rows on their way. Where one sheet cannot
 * hold them they go on in the next, and the last sheet says so; our reader reads them as one.
 * Source: ECMA-376 Part 1, 18.3 (worksheets).
 */
export async function* workbookExport(
  fields: readonly string[],
  pages: AsyncIterable<readonly TextRow[]>,
  sheetRows: number = SHEET_ROWS,
): AsyncGenerator<Buffer> {
  useNativeCrc();
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  const rows = new RowSource(pages);
  const writing = writeAll(zip, fields, rows, sheetRows).catch((error: Error) => out.destroy(error));
  try {
    yield* out as AsyncIterable<Buffer>;
    await writing;
  } finally {
    await rows.close();
  }
}

async function writeAll(
  zip: ZipFile,
  fields: readonly string[],
  rows: RowSource,
  sheetRows: number,
): Promise<void> {
  const sheets: WrittenSheet[] = [];
  do {
    const number = sheets.length + 1;
    const sheet = { name: sheetName(number), rows: 0 };
    sheets.push(sheet);
    await addPart(zip, `xl/worksheets/sheet${number}.xml`, sheetXml(fields, rows, sheet, sheetRows));
  } while (!(await rows.isAtEnd()));
  for (const [name, text] of fixedParts(sheets)) zip.addBuffer(Buffer.from(text), name, PART);
  zip.end();
}

/** Ends when the part has been taken away whole. */
function addPart(zip: ZipFile, name: string, chunks: AsyncIterable<string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const part = Readable.from(chunks, { objectMode: false });
    part.on('end', resolve).on('error', reject);
    zip.addReadStream(part, name, PART);
  });
}

async function* sheetXml(
  fields: readonly string[],
  rows: RowSource,
  sheet: { rows: number },
  sheetRows: number,
): AsyncGenerator<string> {
  const writers = fields.map((field) => cellWriter(fieldKind(field)));
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData><row>${fields.map(inlineText).join('')}</row>`;
  while (sheet.rows < sheetRows - 1) {
    const taken = await rows.take(sheetRows - 1 - sheet.rows);
    if (taken.length === 0) break;
    sheet.rows += taken.length;
    yield taken
      .map((row) => `<row>${row.map((text, index) => writers[index]?.(text)).join('')}</row>`)
      .join('');
  }
  yield '</sheetData></worksheet>';
}

/** Takes rows out of pages, as many as there is room for. */
class RowSource {
  private readonly pages: AsyncIterator<readonly TextRow[]>;
  private page: readonly TextRow[] = [];
  private place = 0;

  constructor(pages: AsyncIterable<readonly TextRow[]>) {
    this.pages = pages[Symbol.asyncIterator]();
  }

  /** At most so many rows; none at the end. */
  async take(most: number): Promise<readonly TextRow[]> {
    if (await this.isAtEnd()) return [];
    const taken = this.page.slice(this.place, this.place + most);
    this.place += taken.length;
    return taken;
  }

  async isAtEnd(): Promise<boolean> {
    while (this.place >= this.page.length) {
      const next = await this.pages.next();
      if (next.done === true) return true;
      this.page = next.value;
      this.place = 0;
    }
    return false;
  }

  /** Whoever takes no more of the workbook ends the reading of its rows. */
  async close(): Promise<void> {
    await this.pages.return?.();
  }
}

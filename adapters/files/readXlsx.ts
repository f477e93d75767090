import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { findHeaderRow } from '../../core/reading/findHeaderRow.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { FileRefused, fileRefusal } from './fileRefusal.ts';
import { checkHeader } from './header.ts';
import type { TableReading } from './readingFormat.ts';
import { type ReceivedFile, tooLarge } from './receivedBytes.ts';
import { type SheetRow, sheetRows } from './sheetRows.ts';
import { type FileSeal, inBatches, type TableFile, type TableRow } from './tableFile.ts';
import { withoutControls } from './utf8Text.ts';
import { readWorkbook, type Sheet, type Workbook } from './workbookParts.ts';
import { NOTE_SHEET, sheetName } from './workbookXml.ts';
import { type Archive, openArchive } from './zipArchive.ts';

/**
 * Opens one sheet of a workbook and reads it as a stream; only the texts that its cells share are
 * held. The only sheet that is not hidden is read; of several, one has to be named, unless they are
 * those on which an export of ours goes on.
 * Refuses: file-not-found, file-not-readable, file-too-large, file-archive-invalid,
 * file-archive-too-many, file-unpacks-too-far, file-part-too-large, file-xml-invalid,
 * file-format-unknown, file-sheet-ambiguous, file-sheet-missing, file-header-missing,
 * file-column-repeated, file-columns-too-many, file-row-too-large, file-sheet-differs.
 */
export async function readXlsx(
  file: ReceivedFile,
  reading: TableReading | undefined,
  batchSize: number,
): Promise<Result<TableFile>> {
  let archive: Archive | undefined;
  try {
    const seal = await sealOf(file);
    archive = await openArchive(file);
    const opened = await openSheet(archive, file, reading, batchSize, seal);
    if (!opened.ok) archive.close();
    return opened;
  } catch (error) {
    archive?.close();
    const refusal = fileRefusal(error, file.path, file.name);
    if (refusal === undefined) throw error;
    return refused(refusal);
  }
}

async function openSheet(
  archive: Archive,
  file: ReceivedFile,
  reading: TableReading | undefined,
  batchSize: number,
  seal: FileSeal,
): Promise<Result<TableFile>> {
  const workbook = await readWorkbook(archive, file);
  const series = reading?.sheet === undefined ? seriesOf(workbook) : [];
  const sheet = series[0] ? accept(series[0]) : chooseSheet(workbook, file, reading?.sheet);
  if (!sheet.ok) return sheet;
  const source = sheetRows(archive, sheet.value.part, workbook, file);
  const first = await beginning(source);
  const headerRow = reading?.headerRow ?? findHeaderRow(first);
  const header = first.find(({ number }) => number === headerRow);
  const columns = checkHeader((header?.texts ?? []).map(withoutControls), file);
  if (!columns.ok || headerRow === undefined) {
    await source.return(undefined);
    return columns.ok ? refused(refuse('file-header-missing', file.name, { file: file.name })) : columns;
  }
  const next = series.slice(1).map(({ name, part }) => ({
    ...{ name, rows: sheetRows(archive, part, workbook, file) },
  }));
  const form: SheetForm = { file, archive, headerRow, columns: columns.value, next };
  return accept({
    name: file.name,
    detection: { format: 'xlsx', sheet: sheet.value.name, headerRow },
    columns: columns.value,
    batches: inBatches(rowsOf(first, source, form), batchSize),
    seal: () => seal,
    close: async () => {
      await source.return(undefined);
      archive.close();
    },
  });
}

/** A sheet is random access, so its file is hashed on a way of its own, before anything is believed. */
async function sealOf({ path, name, limits, whole }: ReceivedFile): Promise<FileSeal> {
  if (whole !== undefined) {
    return { sha256: createHash('sha256').update(whole).digest('hex'), bytes: whole.length };
  }
  const { size } = await stat(path);
  if (size > limits.fileBytes) throw new FileRefused(tooLarge(name, limits.fileBytes));
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** The sheets of one table that a sheet could not hold, as our exports write them: "lines", "lines (2)" and so on, and a note. */
function seriesOf({ sheets }: Workbook): readonly Sheet[] {
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const series = shown.at(-1)?.name === NOTE_SHEET ? shown.slice(0, -1) : [];
  const isOne = series.every(({ name }, index) => name === sheetName(index + 1));
  return isOne && series.length > 1 ? series : [];
}

function chooseSheet({ sheets }: Workbook, { name: file }: ReceivedFile, said?: string): Result<Sheet> {
  const names = (list: readonly Sheet[]) => list.map(({ name }) => name).join(', ');
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const candidates = said === undefined ? shown : sheets.filter(({ name }) => name === said);
  const [only, second] = candidates;
  if (only !== undefined && second === undefined) return accept(only);
  if (only === undefined) {
    return refused(refuse('file-sheet-missing', file, { file, sheet: said ?? '', sheets: names(sheets) }));
  }
  return refused(refuse('file-sheet-ambiguous', file, { file, sheets: names(shown) }));
}

const BEGINNING = 100;

/** The rows among which the header is looked for. */
async function beginning(source: AsyncGenerator<readonly SheetRow[]>): Promise<SheetRow[]> {
  const first: SheetRow[] = [];
  while (first.length < BEGINNING) {
    const next = await source.next();
    if (next.done === true) break;
    first.push(...next.value);
  }
  return first;
}

type SheetForm = {
  readonly file: ReceivedFile;
  readonly archive: Archive;
  readonly headerRow: number;
  readonly columns: readonly string[];
  /** The sheets on which the table goes on. */
  readonly next: readonly { readonly name: string; readonly rows: AsyncGenerator<readonly SheetRow[]> }[];
};

async function* rowsOf(
  first: readonly SheetRow[],
  rest: AsyncGenerator<readonly SheetRow[]>,
  form: SheetForm,
): AsyncGenerator<Result<TableRow>> {
  try {
    for (const row of first) if (row.number > form.headerRow) yield accept(tableRow(row, form));
    let last = first.at(-1)?.number ?? form.headerRow;
    for await (const rows of rest) {
      for (const row of rows) yield accept(tableRow(row, form));
      last = rows.at(-1)?.number ?? last;
    }
    for (const { name, rows: more } of form.next) {
      const before = last;
      for await (const rows of more) {
        for (const row of rows) {
          if (row.number === 1) sameHeader(row, name, form);
          else yield accept(tableRow({ ...row, number: before + row.number - 1 }, form));
        }
        last = before + (rows.at(-1)?.number ?? 1) - 1;
      }
    }
  } catch (error) {
    const refusal = fileRefusal(error, form.file.path, form.file.name);
    if (refusal === undefined) throw error;
    yield refused(refusal);
  } finally {
    await rest.return(undefined);
    form.archive.close();
  }
}

/** A sheet on which a table goes on begins with the same columns. Throws FileRefused: file-sheet-differs. */
function sameHeader({ texts }: SheetRow, sheet: string, { file, columns }: SheetForm): void {
  if (texts.join('\n') === columns.join('\n')) return;
  const facts = { file: file.name, sheet, columns: columns.join(', ') };
  throw new FileRefused(refuse('file-sheet-differs', file.name, facts));
}

/** Cells at the end of a row that are empty are not written; they are there all the same. */
function tableRow({ number, texts, typed, errors }: SheetRow, { headerRow, columns }: SheetForm): TableRow {
  while (texts.length < columns.length) {
    texts.push('');
    typed.push(false);
  }
  const damaged: number[] = [];
  const clean = texts.map((text, column) => {
    const decoded = withoutControls(text);
    if (!decoded.isIntact) damaged.push(column);
    return decoded.text;
  });
  return { row: number - headerRow, texts: clean, typed, damaged, ...(errors.length > 0 && { errors }) };
}

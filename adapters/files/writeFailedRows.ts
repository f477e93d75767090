import { accept, type Refusal, type Result } from '../../core/refusal/refusals.ts';
import type { Language } from '../../core/wording/language.ts';
import { refusalText } from '../../core/wording/refusalText.ts';
import { csvRow } from './csvText.ts';
import { REPAIR_COLUMNS } from './repairColumns.ts';
import { wholeFile } from './wholeFile.ts';
import { writeFlushed } from './writeFlushed.ts';

export type FailedRow = {
  readonly row: number;
  readonly texts: readonly string[];
  readonly refusals: readonly Refusal[];
};

export type FailedRowsFile = {
  readonly columns: readonly string[];
  /** Where the rows wait; undefined where nothing was written, so that there is nothing to repair. */
  readonly import?: string;
  readonly language: Language;
};

/**
 * Writes rows that failed with the columns that they came with, what is wrong with each and what
 * helps; gives how many. Corrected and imported again as it is, the file adds exactly those rows.
 * Refuses: file-not-writable.
 */
export async function writeFailedRows(
  path: string,
  file: FailedRowsFile,
  pages: AsyncIterable<readonly FailedRow[]>,
): Promise<Result<number>> {
  return wholeFile(path, true, async (fresh) => {
    let count = 0;
    const counted = async function* () {
      for await (const page of pages) {
        count += page.length;
        yield page;
      }
    };
    await writeFlushed(fresh, failedRowsText(file, counted()));
    return accept(count);
  });
}

/** The same as texts that go out one after the other. */
export async function* failedRowsText(
  file: FailedRowsFile,
  pages: AsyncIterable<readonly FailedRow[]>,
): AsyncGenerator<string> {
  yield csvRow([...file.columns, ...REPAIR_COLUMNS]);
  for await (const page of pages) yield page.map((row) => failedRow(row, file)).join('');
}

/** A row with more texts than there are columns is said in the reason: a column would have no name. */
function failedRow({ row, texts, refusals }: FailedRow, file: FailedRowsFile): string {
  const said = refusals.map((refusal) => refusalText(refusal, file.language));
  const once = (list: readonly string[]) => [...new Set(list)].join(' ');
  const extra = texts.length > file.columns.length ? ` [${texts.slice(file.columns.length).join(', ')}]` : '';
  return csvRow([
    ...file.columns.map((_, index) => texts[index] ?? ''),
    file.import ?? '',
    file.import === undefined ? '' : String(row),
    texts.length === file.columns.length ? '' : String(texts.length),
    `${once(said.map(({ where, what }) => `${where}: ${what}`))}${extra}`,
    once(said.map(({ fix }) => fix)),
  ]);
}

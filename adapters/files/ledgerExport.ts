import type { BookedTransfer } from '../../core/ledgerExport/bookedTransfer.ts';
import {
  JOURNAL_FORMATS,
  type JournalFormat,
  journalText,
  nothingDeclared,
} from '../../core/ledgerExport/journal.ts';
import { type LedgerTable, tableHeader, tableRows } from '../../core/ledgerExport/ledgerTable.ts';
import { csvRow } from './csvText.ts';

export const LEDGER_FORMATS = [...JOURNAL_FORMATS, 'csv'] as const;
export type LedgerFormat = (typeof LEDGER_FORMATS)[number];

type Pages = AsyncIterable<readonly BookedTransfer[]>;

/** The books as a file that another program reads, in pieces; the table says how CSV looks. */
export async function* ledgerExport(
  format: LedgerFormat,
  table: LedgerTable,
  pages: Pages,
): AsyncGenerator<Buffer> {
  if (format === 'csv') yield* tablePieces(table, pages);
  else yield* journalPieces(format, pages);
}

async function* tablePieces(table: LedgerTable, pages: Pages): AsyncGenerator<Buffer> {
  yield Buffer.from(csvRow(tableHeader(table)));
  for await (const page of pages) {
    const rows = page.flatMap((transfer) => tableRows(table, transfer));
    yield Buffer.from(rows.map(csvRow).join(''));
  }
}

async function* journalPieces(format: JournalFormat, pages: Pages): AsyncGenerator<Buffer> {
  const declared = nothingDeclared();
  yield Buffer.from('; OpenRebate\n');
  for await (const page of pages) yield Buffer.from(journalText(format, page, declared));
}

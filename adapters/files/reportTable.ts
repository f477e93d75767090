import { REPORT_COLUMNS, type Report, type ReportRow } from '../../core/report/report.ts';
import type { Language } from '../../core/wording/language.ts';
import { reportCell } from '../../core/wording/reportCell.ts';
import { tableExport } from './tableExport.ts';

/**
 * A report as a file for spreadsheets: CSV names its columns as programs do, so that it can be read again; both
 * say words in the language of the reader. No spreadsheet finds a formula in it.
 */
export function reportTable(format: 'csv' | 'xlsx', report: Report, language: Language): Promise<Uint8Array> {
  const rows = report.rows.map((row) => cellsOf(report, row, language));
  return tableExport(format, report.columns, rows);
}

function cellsOf({ columns }: Report, row: ReportRow, language: Language): string[] {
  return columns.map((column) =>
    REPORT_COLUMNS[column] === 'text' ? reportCell(row, column, language) : (row.cells[column] ?? ''),
  );
}

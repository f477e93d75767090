import { paperPdf } from '../adapters/documents/paperPdf.ts';
import { tableExport } from '../adapters/files/tableExport.ts';
import type { ShownStatement } from '../app/statements/partnerStatement.ts';
import { accept, type Result } from '../core/refusal/refusals.ts';
import { STATEMENT_FIELDS, statementRows } from '../core/statement/statementRows.ts';
import type { Language } from '../core/wording/language.ts';
import { statementPaper } from '../core/wording/statementPaper.ts';

export const STATEMENT_FORMATS = ['pdf', 'xlsx', 'csv'] as const;
export type StatementFormat = (typeof STATEMENT_FORMATS)[number];

/** A statement as a file; the tables have no explanations, which are texts. Refuses: those of paperPdf. */
export async function statementFile(
  statement: ShownStatement,
  format: StatementFormat,
  language: Language,
): Promise<Result<Uint8Array>> {
  if (format === 'pdf') return paperPdf(statementPaper(statement, language));
  const rows = statementRows(statement.statements, statement.firstDay);
  return accept(await tableExport(format, STATEMENT_FIELDS, rows));
}

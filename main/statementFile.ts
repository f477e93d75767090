import { paperPdf } from '../adapters/documents/paperPdf.ts';
import { tableExport } from '../adapters/files/tableExport.ts';
import { NO_BRAND, type PaperBrand, paperBrand } from '../app/brand/paperBrand.ts';
import type { Ports, TenantId } from '../app/ports.ts';
import {
  partnerStatement,
  type ShownStatement,
  type StatementQuestion,
} from '../app/statements/partnerStatement.ts';
import { statementProofs } from '../app/statements/statementProofs.ts';
import { accept, type Result } from '../core/refusal/refusals.ts';
import { STATEMENT_FIELDS, statementRows } from '../core/statement/statementRows.ts';
import type { Language } from '../core/wording/language.ts';
import { statementPaper } from '../core/wording/statementPaper.ts';
import { STATEMENT_FORMATS, type StatementFormat } from './paperFormats.ts';
import { statementPackage } from './statementPackage.ts';

type PlainFormat = Exclude<StatementFormat, 'zip'>;
const PLAIN_FORMATS = STATEMENT_FORMATS.filter((format) => format !== 'zip');

/** A statement as a file; the tables have no explanations, which are texts. Refuses: those of paperPdf. */
export async function statementFile(
  statement: ShownStatement,
  format: PlainFormat,
  language: Language,
  brand: PaperBrand = NO_BRAND,
): Promise<Result<Uint8Array>> {
  if (format === 'pdf') return paperPdf(statementPaper(statement, language), brand);
  const rows = statementRows(statement.statements, statement.firstDay);
  return accept(await tableExport(format, STATEMENT_FIELDS, rows));
}

/** What is open with a partner as a file of any form. Refuses: those of partnerStatement and paperPdf. */
export async function writtenStatement(
  ports: Ports,
  tenant: TenantId,
  question: StatementQuestion,
  format: StatementFormat,
  language: Language,
): Promise<Result<Uint8Array>> {
  const found = await partnerStatement(ports, tenant, question);
  if (!found.ok) return found;
  const brand = await paperBrand(ports, tenant, language);
  if (format !== 'zip') return statementFile(found.value, format, language, brand);
  const plain = new Map<string, Uint8Array>();
  for (const one of PLAIN_FORMATS) {
    const file = await statementFile(found.value, one, language, brand);
    if (!file.ok) return file;
    plain.set(`statement.${one}`, file.value);
  }
  return accept(
    await statementPackage(plain, found.value, await statementProofs(ports, tenant, found.value)),
  );
}

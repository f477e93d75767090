import { csvRow } from './csvText.ts';
import { workbookExport } from './workbookExport.ts';

/**
 * A table of texts as a file: CSV, or a workbook whose columns are days or numbers where their names say so
 * (`core/fact/fieldKind.ts`). No spreadsheet finds a formula in it. The same rows are the same bytes.
 */
export async function tableExport(
  format: 'csv' | 'xlsx',
  fields: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  if (format === 'csv') return Buffer.from([fields, ...rows].map(csvRow).join(''));
  const chunks: Buffer[] = [];
  for await (const chunk of workbookExport(fields, onePage(rows))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* onePage(
  rows: readonly (readonly string[])[],
): AsyncGenerator<readonly (readonly string[])[]> {
  yield rows;
}

import type { SystemNames } from './systemNames.ts';

/**
 * Columns of a document that stands in the place of another one. "Corrected" alone is none of them: a
 * credit note bears it, too, and takes back what it names.
 */
export const REPLACEMENTS: SystemNames = {
  names: `
correctionOfDocument: correction of document, correction of invoice, replaces invoice, replaces invoice no, replaced invoice, replaced invoice number, replaces document, replaced document number, ersetzt rechnung, ersetzte rechnung, ersetzte rechnungsnummer, 替换原发票号, 被替换发票号, 替换原单号
correctionOfLine: correction of line, replaces line, replaced line, replaced invoice line, ersetzte position, ersetzte rechnungsposition, 被替换行号, 替换原行号
`,
};

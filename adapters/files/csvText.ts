import { safeText } from './formulaText.ts';

/**
 * One row of a comma-separated file (RFC 4180), with its end; no spreadsheet finds a formula in it, with
 * whichever separator it reads the file.
 */
export function csvRow(texts: readonly string[]): string {
  return `${texts.map(safeText).map(quoted).join(',')}\r\n`;
}

function quoted(text: string): string {
  return /[",;\t\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

import type { Line } from './line.ts';
import { lineContent } from './lineContent.ts';

/**
 * What tells a line apart whose source numbers none of its lines: all that its document says of it.
 * Two rows with the same content in one document are told apart by how many came before.
 */
export function occurrenceContent(line: Line): string {
  return lineContent({ ...line, line: '' });
}

/**
 * The name of the n-th equal line of a document, from 1, in the place of a line number. It does not
 * depend on the place of a row, so that the same document in another order has the same names.
 * Shape: `sha256` is the hash of the content in hex; its first 16 digits are kept.
 */
export function occurrenceName(sha256: string, n: number): string {
  return `${sha256.slice(0, 16)}-${n}`;
}

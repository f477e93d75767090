import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { ReceivedFile } from './receivedBytes.ts';
import type { DecodedText } from './utf8Text.ts';

/**
 * The names of a table's columns. One without a name is called by its place, `#3`, where others have
 * names: it may hold notes.
 * Refuses: file-header-missing, file-columns-too-many, file-text-invalid, file-column-repeated.
 */
export function checkHeader(
  header: readonly DecodedText[],
  { name: file, limits }: ReceivedFile,
): Result<readonly string[]> {
  if (header.every(({ text }) => text === '')) {
    return refused(refuse('file-header-missing', file, { file }));
  }
  if (header.length > limits.columns) return refused(tooManyColumns(file, header.length, limits.columns));
  const damaged = header.find((column) => !column.isIntact);
  if (damaged !== undefined) {
    return refused(refuse('file-text-invalid', 'header', { file, row: '0', column: damaged.text }));
  }
  const names = header.map(({ text }, index) => (text === '' ? `#${index + 1}` : text));
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  if (repeated.length === 0) return accept(names);
  return refused(...repeated.map((column) => refuse('file-column-repeated', 'header', { file, column })));
}

export function tooManyColumns(file: string, found: number, limit: number): Refusal {
  return refuse('file-columns-too-many', file, { file, found: String(found), limit: String(limit) });
}

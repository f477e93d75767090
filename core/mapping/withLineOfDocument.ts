import { bestOf, leftOut, type ReadColumn } from './candidate.ts';
import { paperOf } from './meaning.ts';

const OTHER_LINE = 66;

/** Of the lines of two papers that of the paper which is the document is the line's. */
export function withLineOfDocument(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const document = columns.find((column) => bestOf(column).field === 'document');
  const paper = document === undefined ? undefined : paperOf(document.notions);
  const isLine = (column: ReadColumn) => bestOf(column).field === 'line';
  const isOwn = (column: ReadColumn) => isLine(column) && paperOf(column.notions) === paper;
  if (paper === undefined || !columns.some(isOwn)) return columns;
  return columns.map((column) => {
    const other = paperOf(column.notions);
    return isLine(column) && other !== undefined && other !== paper ? leftOut(column, OTHER_LINE) : column;
  });
}

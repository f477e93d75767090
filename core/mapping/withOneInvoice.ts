import { bestOf, type ReadColumn } from './candidate.ts';

/** Of two numbers of invoices one is the document's, and the other one nothing else of its own. */
export function withOneInvoice(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const isInvoice = (column: ReadColumn) =>
    column.notions.includes('invoice') && bestOf(column).field === 'document';
  if (columns.filter(isInvoice).length < 2) return columns;
  return columns.map((column) =>
    isInvoice(column)
      ? { ...column, candidates: column.candidates.filter(({ field }) => field !== 'invoiceNumber') }
      : column,
  );
}

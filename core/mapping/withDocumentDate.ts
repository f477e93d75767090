import { bestOf, halfSaid, type ReadColumn, withEach } from './candidate.ts';
import type { Notion } from './notion.ts';

const DATES: Readonly<Partial<Record<Notion, string>>> = {
  order: 'orderDate',
  delivery: 'deliveryDate',
};

/** The day of a document that is an order's is the order's day. */
export function withDocumentDate(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const document = columns.find((column) => bestOf(column).field === 'document');
  const paper = document?.notions.find((notion) => DATES[notion] !== undefined);
  if (paper === undefined || document?.notions.includes('invoice')) return columns;
  const day = DATES[paper] as string;
  if (columns.some((column) => bestOf(column).field === day)) return columns;
  const isBought = columns.some(({ notions }) => notions.includes('supplier'));
  const isOfDocument = ({ notions }: ReadColumn) =>
    notions.includes('date') && (notions.includes('document') || (isBought && notions.length === 1));
  return columns.map((column) =>
    isOfDocument(column)
      ? withEach(column, (one) =>
          one.field === 'invoiceDate' ? { ...one, field: day, why: halfSaid(one) } : one,
        )
      : column,
  );
}

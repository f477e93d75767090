import { bestOf, halfSaid, type ReadColumn, withEach } from './candidate.ts';
import type { Notion } from './notion.ts';

const DATES: Readonly<Partial<Record<Notion, string>>> = {
  order: 'orderDate',
  delivery: 'deliveryDate',
};

/**
 * The day of a document that is an order's is the order's day, and what a supplier has delivered on it is received. What
 * customers get a receipt for is bought by them.
 */
export function withOrder(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const document = columns.find((column) => bestOf(column).field === 'document');
  const notions = document?.notions ?? [];
  if (notions.includes('invoice')) return columns;
  const partners = columns.filter((column) => bestOf(column).field === 'partner');
  const isAll = (whose: Notion) =>
    partners.length > 0 && partners.every((column) => column.notions.includes(whose));
  if (notions.includes('receipt') && isAll('customer'))
    return renamed(columns, 'receiptDate', 'invoiceDate', () => true);
  const paper = notions.find((notion) => DATES[notion] !== undefined);
  if (paper === undefined) return columns;
  const isBought = isAll('supplier');
  const dated = withDay(columns, DATES[paper] as string, isBought);
  return isBought && paper === 'order' ? withReceived(dated) : dated;
}

function withDay(columns: readonly ReadColumn[], day: string, isBought: boolean): readonly ReadColumn[] {
  const isOfDocument = ({ notions }: ReadColumn) =>
    notions.includes('date') && (notions.includes('document') || (isBought && notions.length === 1));
  return renamed(columns, 'invoiceDate', day, isOfDocument);
}

function withReceived(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const isOrdered = columns.some((column) => bestOf(column).field === 'orderedQuantity');
  if (!isOrdered || columns.some(({ notions }) => notions.includes('receipt'))) return columns;
  return renamed(columns, 'quantity', 'receivedQuantity', ({ notions }) => notions.includes('delivery'));
}

/** What is one field stands for another one in such columns, unless a column is that one already. */
function renamed(
  columns: readonly ReadColumn[],
  from: string,
  to: string,
  isSuch: (column: ReadColumn) => boolean,
): readonly ReadColumn[] {
  if (columns.some((column) => bestOf(column).field === to)) return columns;
  return columns.map((column) =>
    isSuch(column)
      ? withEach(column, (one) => (one.field === from ? { ...one, field: to, why: halfSaid(one) } : one))
      : column,
  );
}

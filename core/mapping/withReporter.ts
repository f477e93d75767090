import { halfSaid, type ReadColumn, withEach } from './candidate.ts';

/** Whoever reports sales is the partner, and the customers of the report are the customers at the end. */
export function withReporter(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const isReporter = ({ notions, candidates }: ReadColumn) =>
    notions.includes('reporter') &&
    notions.includes('number') &&
    candidates.some(({ field, why }) => field === 'partner' && why.includes('valuesFit'));
  if (!columns.some(isReporter)) return columns;
  return columns.map((column) =>
    column.notions.includes('customer')
      ? withEach(column, (one) =>
          one.field === 'partner' ? { field: 'endCustomer', points: one.points, why: halfSaid(one) } : one,
        )
      : column,
  );
}

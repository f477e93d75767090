import { bestOf, halfSaid, type ReadColumn, withEach } from './candidate.ts';

const ROWS_LEAST = 10;
const LIKELY = 50;

/** Of two parties the one that is the same in all rows is whose file it is: the company, unless another column is. */
export function withOwnParty(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const isOwn = (column: ReadColumn) =>
    bestOf(column).field === 'partner' &&
    column.profile.distinct === 1 &&
    column.profile.filled >= ROWS_LEAST;
  const isOther = ({ candidates, profile }: ReadColumn) =>
    profile.distinct > 1 && candidates.some(({ field, points }) => field === 'partner' && points >= LIKELY);
  if (!columns.some(isOther) || columns.some((column) => bestOf(column).field === 'company')) return columns;
  return columns.map((column) =>
    isOwn(column)
      ? withEach(column, (one) =>
          one.field === 'partner' ? { ...one, field: 'company', why: halfSaid(one) } : one,
        )
      : column,
  );
}

import type { Candidate, ReadColumn } from './candidate.ts';
import { ASIDE } from './meaning.ts';

const MOST = 60;

/** A column without a value is left out, unless what each line needs has no other column. */
export function withEmpty(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  return columns.map((column) => (column.profile.filled === 0 ? leftOut(column) : column));
}

function leftOut(column: ReadColumn): ReadColumn {
  const less = column.candidates.map(
    (one): Candidate => (one.field === ASIDE ? one : { ...one, points: Math.min(MOST, one.points) }),
  );
  return { ...column, candidates: [...less, { field: ASIDE, points: MOST + 1, why: ['noField'] }] };
}

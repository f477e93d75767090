import type { ColumnProfile } from './columnProfile.ts';
import { ASIDE, type Meaning } from './meaning.ts';
import type { Notion } from './notion.ts';

/** Why a field is suggested, in the order in which it is worth saying. */
export const REASONS = [
  'systemName',
  'nameSays',
  'nameHalfSays',
  'valuesFit',
  'arithmetic',
  'noField',
  'rival',
] as const;
export type Reason = (typeof REASONS)[number];

/** A field that a column may be, with points from 1 to 99; what arithmetic proves has more. */
export type Candidate = Meaning & { readonly why: readonly Reason[] };

/** What the name and the values of a column say, before the other columns are looked at. */
export type ReadColumn = {
  readonly notions: readonly Notion[];
  readonly profile: ColumnProfile;
  readonly candidates: readonly Candidate[];
};

/** The likeliest of a column's candidates; to be left out is always one of them. */
export function bestOf({ candidates }: ReadColumn): Candidate {
  return candidates.reduce((best, one) => (one.points > best.points ? one : best));
}

/** A column with each of its candidates changed in one way. */
export function withEach(column: ReadColumn, change: (one: Candidate) => Candidate): ReadColumn {
  return { ...column, candidates: column.candidates.map(change) };
}

/** Reasons without the name: another column has to speak for the candidate, so that somebody looks at it. */
export function halfSaid({ why }: Candidate): Candidate['why'] {
  return ['nameHalfSays', ...why.filter((reason) => reason !== 'nameSays' && reason !== 'nameHalfSays')];
}

/** A column that is left out with so many points, and whatever else it may be has fewer: so many at most. */
export function leftOut(column: ReadColumn, points: number, most: number = points - 1): ReadColumn {
  const { candidates } = withEach(column, (one) =>
    one.field === ASIDE ? one : { ...one, points: Math.min(most, one.points) },
  );
  return { ...column, candidates: [...candidates, { field: ASIDE, points, why: ['noField'] }] };
}

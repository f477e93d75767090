import type { ColumnProfile } from './columnProfile.ts';
import type { Meaning } from './meaning.ts';
import type { Notion } from './notion.ts';

/** Why a field is suggested, in the order in which it is worth saying. */
export type Reason =
  | 'systemName'
  | 'nameSays'
  | 'nameHalfSays'
  | 'valuesFit'
  | 'arithmetic'
  | 'noField'
  | 'rival';

/** A field that a column may be, with points from 1 to 99; what arithmetic proves has more. */
export type Candidate = Meaning & { readonly why: readonly Reason[] };

/** What the name and the values of a column say, before the other columns are looked at. */
export type ReadColumn = {
  readonly notions: readonly Notion[];
  readonly profile: ColumnProfile;
  readonly candidates: readonly Candidate[];
};

/** The likeliest of a column's candidates. */
export function bestOf({ candidates }: ReadColumn): Candidate | undefined {
  return [...candidates].sort((a, b) => b.points - a.points)[0];
}

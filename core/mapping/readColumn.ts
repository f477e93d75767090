import type { Candidate, ReadColumn } from './candidate.ts';
import { type ColumnProfile, columnProfile } from './columnProfile.ts';
import { type Fit, fits } from './fits.ts';
import { ASIDE, type Meaning } from './meaning.ts';
import type { Notion } from './notion.ts';
import { notionsOf } from './notionsOf.ts';

/** A column of a file: its name, and its texts in the rows of a sample. */
export type SampledColumn = { readonly name: string; readonly texts: readonly string[] };

/** What a name means to a kind of file: lines, partners or products. */
export type Meanings = (notions: readonly Notion[]) => readonly Meaning[];

const FIT_POINTS: Readonly<Record<Fit, number>> = { yes: 3, unknown: 0, hardly: -25, no: -100 };
const UNKNOWN_WORD = 7;
const SYSTEM_NAME = 97;
/** What the words of a name say weighs little beside what a system is known to have there. */
const BESIDE_SYSTEM = 40;
const BY_VALUES = 60;

/** The fields that a column may be, by its name, by the system that it comes from, and by its values. */
export function readColumn({ name, texts }: SampledColumn, meanings: Meanings, known?: string): ReadColumn {
  const profile = columnProfile(texts);
  const { notions, unknown } = notionsOf(name);
  const isBareNumber = unknown > 0 && notions.every((notion) => notion === 'number' || notion === 'code');
  const said = (isBareNumber ? [] : meanings(notions)).map(
    ({ field, points }): Candidate => ({
      field,
      points: points - Math.min(3, unknown) * UNKNOWN_WORD,
      why: [unknown === 0 ? 'nameSays' : 'nameHalfSays'],
    }),
  );
  const named: readonly Candidate[] =
    known === undefined
      ? [...said, ...byValues(profile)]
      : [
          { field: known, points: SYSTEM_NAME, why: ['systemName'] },
          ...said
            .filter(({ field }) => field !== known)
            .map((one) => ({ ...one, points: Math.min(BESIDE_SYSTEM, one.points) })),
        ];
  const candidates = named.flatMap((one) => fitted(one, profile));
  return { notions, profile, candidates: [...candidates, { field: ASIDE, points: 25, why: ['noField'] }] };
}

function fitted(one: Candidate, profile: ColumnProfile): Candidate[] {
  const fit = fits(one.field, profile);
  const points = Math.min(99, one.points + FIT_POINTS[fit]);
  if (points <= 0) return [];
  return [{ ...one, points, why: fit === 'yes' ? [...one.why, 'valuesFit'] : one.why }];
}

/** Where a name says nothing, codes of currencies still are what they are. */
function byValues({ currencies, filled, distinct }: ColumnProfile): readonly Candidate[] {
  const isCurrency = currencies === 100 && filled >= 3 && distinct <= 12;
  return isCurrency ? [{ field: 'currency', points: BY_VALUES, why: ['nameHalfSays'] }] : [];
}

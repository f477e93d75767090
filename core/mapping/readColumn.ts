import type { Candidate, ReadColumn } from './candidate.ts';
import { type ColumnProfile, columnProfile } from './columnProfile.ts';
import { type Fit, fits } from './fits.ts';
import type { KnownName } from './knownNames.ts';
import { ASIDE, type Meaning } from './meaning.ts';
import type { Notion } from './notion.ts';
import { notionsOf } from './notionsOf.ts';
import { shortReadings } from './shortReadings.ts';

/** A column of a file: its name, and its texts in the rows of a sample. */
export type SampledColumn = { readonly name: string; readonly texts: readonly string[] };

/** What a name means to a kind of file: lines, partners or products. */
export type Meanings = (notions: readonly Notion[]) => readonly Meaning[];

/** What the values of a column alone say it is, whether its name says something or not. */
export type ByValues = (profile: ColumnProfile, isSaid: boolean) => readonly Candidate[];

const FIT_POINTS: Readonly<Record<Fit, number>> = { yes: 3, unknown: 0, hardly: -25, no: -100 };
/** Notions that say nothing where other words are unknown. */
const BARE: ReadonlySet<Notion> = new Set(['number', 'code', 'key', 'rate']);
const UNKNOWN_WORD = 7;
/** Of two numbers of a thing the record's key is the less likely one. */
const RECORD_KEY = 1;
const SYSTEM_NAME = 97;
/** What a system that nothing else speaks for leaves aside. */
export const ELSEWHERE_NAME = 93;
/** What a system has in a column that is mostly another one's. */
const SECOND = { aside: 70, field: 55 };
/** What the words of a name say weighs little beside what a system is known to have there. */
const BESIDE_SYSTEM = 40;
/** From here on the words of a name speak clearly. */
const CLEAR = 80;
/** So likely is a day of something unknown none of the line's, where the line has another one. */
const OPEN_DAY = 57;
/** What is left unsaid by a name that is made short. */
const SHORT = 25;

/** The fields that a column may be, by its name, by the system that it comes from, and by its values. */
export function readColumn(
  { name, texts }: SampledColumn,
  meanings: Meanings,
  known?: KnownName,
  byValues: ByValues = () => [],
): ReadColumn {
  const profile = columnProfile(texts);
  const { notions, unknown } = notionsOf(name);
  const isBareNumber = unknown > 0 && notions.every((notion) => BARE.has(notion));
  const isSaid = unknown === 0 && notions.length > 0 && !isBareNumber;
  const said = (isBareNumber ? [] : meanings(notions)).map(
    ({ field, points }): Candidate => ({
      field,
      points: points - Math.min(3, unknown) * UNKNOWN_WORD - (notions.includes('key') ? RECORD_KEY : 0),
      why: [unknown === 0 ? 'nameSays' : 'nameHalfSays'],
    }),
  );
  const isOpenDay = unknown > 0 && notions.length === 1 && notions[0] === 'date';
  const day: readonly Candidate[] = isOpenDay
    ? [{ field: ASIDE, points: OPEN_DAY, why: ['nameHalfSays'] }]
    : [];
  const short = unknown === 0 ? [] : shortMeanings(name, meanings);
  const named =
    known === undefined ? [...said, ...day, ...short, ...byValues(profile, isSaid)] : bySystem(known, said);
  const candidates = named.flatMap((one) => fitted(one, profile));
  return { notions, profile, candidates: [...candidates, { field: ASIDE, points: 25, why: ['noField'] }] };
}

/** Where the words of a name clearly say something else than a system that nothing else speaks for, neither is sure. */
function bySystem(
  { field, isOfFile, isSecond }: KnownName,
  said: readonly Candidate[],
): readonly Candidate[] {
  if (isSecond) {
    return [
      { field: ASIDE, points: SECOND.aside, why: ['systemName'] },
      { field, points: SECOND.field, why: ['nameHalfSays', 'systemName'] },
    ];
  }
  const others = said.filter((one) => one.field !== field);
  const clearest = [...said].sort((a, b) => b.points - a.points)[0];
  const isAgainst =
    !isOfFile &&
    clearest !== undefined &&
    clearest.field !== field &&
    clearest.points >= CLEAR &&
    clearest.why.includes('nameSays');
  if (isAgainst) {
    return [
      { field, points: CLEAR - 1, why: ['nameHalfSays', 'systemName'] },
      ...others.map((one): Candidate => ({ ...one, why: ['nameHalfSays'] })),
    ];
  }
  const less = others.map((one) => ({ ...one, points: Math.min(BESIDE_SYSTEM, one.points) }));
  return [
    { field, points: isOfFile || field !== ASIDE ? SYSTEM_NAME : ELSEWHERE_NAME, why: ['systemName'] },
    ...less,
  ];
}

function fitted(one: Candidate, profile: ColumnProfile): Candidate[] {
  const fit = fits(one.field, profile);
  const points = Math.min(99, one.points + FIT_POINTS[fit]);
  if (points <= 0) return [];
  return [{ ...one, points, why: fit === 'yes' ? [...one.why, 'valuesFit'] : one.why }];
}

/** A name that is short of others says each of them, and none of them for sure. */
function shortMeanings(name: string, meanings: Meanings): readonly Candidate[] {
  return shortReadings(name).flatMap((reading) =>
    meanings(reading).map(
      ({ field, points }): Candidate => ({
        field,
        points: points - SHORT,
        why: ['nameHalfSays'],
      }),
    ),
  );
}

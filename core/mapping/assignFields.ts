import type { Candidate, ReadColumn, Reason } from './candidate.ts';
import { ASIDE } from './meaning.ts';
import { missing } from './withNeeded.ts';

export type Suggestion = {
  readonly column: string;
  /** A field, `discountAmount`, `discountPercent` or `discountFraction`, or `aside`: no field of its own. */
  readonly field: string;
  /** From 0 to 100. */
  readonly confidence: number;
  /** Whether it may be taken without being looked at. */
  readonly isSure: boolean;
  readonly why: readonly Reason[];
};

const MOST = 99;
const SURE = 78;
const APART = 8;
const DAYS = 90;
/** With so many points a column that is left out, or not sure, could have been the field. */
const WANTED = 45;
/** So likely a column that is left out could still be a field that each line has. */
const POSSIBLE = 11;

type Claim = Candidate & { readonly index: number };
/** Whether a column is clearly what it is suggested for. */
type IsClear = (column: ReadColumn, claim: Candidate) => boolean;

/** The best claims first; a column whose field is taken has its next best, and is not sure of it. */
export function assignFields(
  read: readonly ReadColumn[],
  names: readonly string[],
  isClear: IsClear = () => true,
): readonly Suggestion[] {
  const claims: Claim[] = read.flatMap(({ candidates }, index) =>
    candidates.map((candidate) => ({ ...candidate, index })),
  );
  claims.sort((a, b) => b.points - a.points || a.index - b.index);
  const taken = new Set<string>();
  const chosen = new Map<number, Claim>();
  for (const claim of claims) {
    if (chosen.has(claim.index) || taken.has(claim.field)) continue;
    chosen.set(claim.index, claim);
    if (claim.field !== ASIDE) taken.add(claim.field);
  }
  const sought = new Set(missing(read).flat());
  return read.map((column, index) => {
    const claim = chosen.get(index) as Claim;
    const { field, points, why } = claim;
    const isRivalled =
      hasRival(claims, claim) ||
      isWantedBeside(claims, chosen, claim) ||
      ((field === ASIDE || isBare(column)) && isSought(claims, index, sought)) ||
      (field === ASIDE && (mayBeDay(column) || isNumbered(column)));
    const isUnseen = field !== ASIDE && column.profile.filled === 0;
    const isSaid = points >= SURE && !why.includes('nameHalfSays');
    return {
      column: names[index] as string,
      field,
      confidence: Math.min(MOST, points),
      isSure: isSaid && !isRivalled && !isUnseen && isClear(column, claim),
      why: isRivalled ? [...why, 'rival'] : why,
    };
  });
}

/** Another column that could be the field nearly as well, or another field that the column wanted more. */
function hasRival(claims: readonly Claim[], { index, field, points }: Claim): boolean {
  return claims.some((other) => {
    if (other.index === index) return other.field !== field && other.points > points;
    return field !== ASIDE && other.field === field && other.points >= points - APART;
  });
}

/** Another column that is left out, or has something else as a second choice, and may be the field too. */
function isWantedBeside(
  claims: readonly Claim[],
  chosen: ReadonlyMap<number, Claim>,
  { index, field, why }: Claim,
): boolean {
  if (field === ASIDE || why.includes('arithmetic')) return false;
  return claims.some(
    (other) =>
      other.index !== index &&
      other.field === field &&
      other.points >= WANTED &&
      (chosen.get(other.index)?.points ?? 0) < SURE,
  );
}

/** A number of nothing, such as "No.", is another thing in each file. */
function isBare({ notions }: ReadColumn): boolean {
  return notions.length > 0 && notions.every((notion) => notion === 'number' || notion === 'key');
}

/** A text is no number with parts of a unit. */
function isNumbered({ profile, notions }: ReadColumn): boolean {
  return notions.includes('name') && profile.numbers >= DAYS && profile.integers < DAYS;
}

/** Days that only a known word makes none of the line's are still days. */
function mayBeDay({ profile, notions, candidates }: ReadColumn): boolean {
  const isKnown = notions.includes('aside') || candidates.some(({ why }) => why.includes('systemName'));
  return profile.dates >= DAYS && !isKnown;
}

function isSought(claims: readonly Claim[], index: number, sought: ReadonlySet<string>): boolean {
  return claims.some((claim) => claim.index === index && sought.has(claim.field) && claim.points >= POSSIBLE);
}

import type { Candidate } from './candidate.ts';
import type { ColumnProfile } from './columnProfile.ts';
import type { ByValues } from './readColumn.ts';

const POINTS = 60;
const STEPS_LEAST = 98;

/** Where a name says nothing, codes of currencies and units, and counted lines, still are what they are. */
export const lineByValues: ByValues = (profile, isSaid) => {
  const { currencies, units, filled, distinct } = profile;
  const guessed = (field: string): Candidate => ({ field, points: POINTS, why: ['nameHalfSays'] });
  if (filled < 3 || distinct > 12) return [];
  if (currencies === 100) return [guessed('currency')];
  if (isSaid) return [];
  if (units >= 90) return [guessed('unit')];
  return isCountedAgain(profile) ? [guessed('line')] : [];
};

/** One, two, three, and from the beginning again: lines of papers, by ones or by tens. Where rows are left out, steps are. */
export function isCountedAgain({ values, integers }: ColumnProfile): boolean {
  if (integers < 100) return false;
  const counts = values.flatMap((value) => (value === undefined ? [] : [value.digits]));
  const [first = 0n] = counts;
  const steps = counts.filter(
    (count, at) => at === 0 || count === first || count === (counts[at - 1] ?? 0n) + first,
  );
  return (
    (first === 1n || first === 10n) &&
    steps.length * 100 >= counts.length * STEPS_LEAST &&
    counts.lastIndexOf(first) > 0 &&
    counts.some((one) => one > first)
  );
}

import { asProblem } from '../../../api/problem.ts';
import type { Inspection } from './draft.ts';

/** Columns that can be read in more than one way, each with a value that shows it. */
export type Asked = ReadonlyMap<string, { readonly example: string }>;

/** What is open after the first rows. */
export function askedBy({ columns }: Inspection): Asked {
  return new Map(columns.flatMap(({ column, asked }) => (asked === null ? [] : [[column, asked] as const])));
}

const OPEN = /^file-(?:number|date)-(?:ambiguous|contradictory)$/;

/** What is open after the whole file was read. */
export function askedIn(error: unknown): Asked {
  const reasons = asProblem(error).reasons.filter(({ code }) => OPEN.test(code));
  return new Map(
    reasons.map(({ facts = {} }) => [facts.column ?? '', { example: facts.example ?? facts.examples ?? '' }]),
  );
}

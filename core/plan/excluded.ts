import type { Exclusion, Match } from './matchLine.ts';

/** A line that does not count, by a rule. */
export function excluded(reason: Exclusion, facts: Readonly<Record<string, string>>): Match {
  return { state: 'excluded', reason, facts };
}

import type { CaseFinding } from './trustTypes.ts';

type Evidence = Pick<CaseFinding['evidence'][number], 'object' | 'id' | 'facts'>;

/** What people call a record that was found: the reference that its own evidence tells, else its id. */
export function recordName(object: Evidence['object'], id: string, evidence: readonly Evidence[]): string {
  return evidence.find((one) => one.object === object && one.id === id)?.facts.reference ?? id;
}

import type { Refusal } from '../../core/refusal/refusals.ts';

/** Refusals with the row of the file that they are about. */
export function located(refusals: readonly Refusal[], row: number): readonly Refusal[] {
  return refusals.map((one) => ({ ...one, facts: { row: String(row), ...one.facts } }));
}

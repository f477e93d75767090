import type { Refusal, Result } from '../../core/refusal/refusals.ts';

/** Thrown to undo what the transaction has staged or written; ends as refusals. */
export class ImportRefused extends Error {
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map(({ code }) => code).join(', '));
    this.refusals = refusals;
  }
}

/** The value of a result; a refusal undoes the transaction. Throws ImportRefused. */
export function takenOf<T>(result: Result<T>): T {
  if (!result.ok) throw new ImportRefused(result.refusals);
  return result.value;
}

import type { Refusal } from '../../core/refusal/refusals.ts';

/** Thrown to undo what the transaction has staged or written; ends as refusals. */
export class ImportRefused extends Error {
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map(({ code }) => code).join(', '));
    this.refusals = refusals;
  }
}

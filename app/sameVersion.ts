import { accept, type Result, refuse, refused } from '../core/refusal/refusals.ts';

/**
 * Whether a writer has seen what it is about to change: compared in the transaction of the change,
 * under the lock of the row, so that of two writers at once the second one is told.
 * Refuses: version-differs.
 */
export function sameVersion(seen: string, current: string): Result<undefined> {
  return seen === current ? accept(undefined) : refused(refuse('version-differs', 'If-Match'));
}

import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { CutOver } from '../ports/cutOverStore.ts';
import type { Tx } from '../ports.ts';

/**
 * A cut-over that can still be changed, and nobody else loads or signs until the transaction ends.
 * Refuses: cut-over-not-found, cut-over-signed.
 */
export async function lockedCutOver(tx: Tx, code: string): Promise<Result<CutOver>> {
  const cutOver = await tx.cutOvers.lock(code);
  if (cutOver === undefined) return refused(refuse('cut-over-not-found', 'code', { code }));
  const { signature } = cutOver;
  if (signature === undefined) return accept(cutOver);
  const day = signature.signedAt.toISOString().slice(0, 10);
  return refused(refuse('cut-over-signed', 'code', { code, day }));
}

import type { StoredAgreement, Tx } from '../ports.ts';

/** The version that is in force now; undefined where nothing was approved or taken over yet. */
export async function versionInForce(tx: Tx, code: string): Promise<StoredAgreement | undefined> {
  return tx.agreements.knownAt(code, await tx.batches.last());
}

import { type Line, lineKey } from '../../core/fact/line.ts';
import { lineTexts } from '../../core/fact/lineTexts.ts';
import { withoutInternal } from '../../core/proof/internal.ts';
import type { Proof } from '../../core/proof/proof.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { linesOf } from '../calculation/linesOf.ts';
import type { Ports, TenantId } from '../ports.ts';
import { accountProof } from './accountProof.ts';

export const PACKAGE_FORMAT = 'openrebate-proof-package/v1';

/** A partner's proof with the lines that it is about, in the columns of a file of lines: enough to compute it again. */
export type ProofPackage = {
  readonly format: typeof PACKAGE_FORMAT;
  readonly proof: Proof;
  readonly lines: readonly Readonly<Record<string, string>>[];
};

/**
 * What stands behind an amount, for the partner that has earned it.
 * Refuses: earning-not-found, proof-not-for-partner, proof-partner-unknown.
 */
export function proofPackage(ports: Ports, tenant: TenantId, id: string): Promise<Result<ProofPackage>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const row = await tx.earnings.get(id);
    if (row === undefined) return refused(refuse('earning-not-found', 'id', { id }));
    const { account, run } = row;
    const proof = await accountProof(ports, tx, { tenant, run, accounts: [row] });
    if (!proof.ok) return proof;
    const stored = await tx.agreements.knownAt(account.agreement, run.batch);
    if (stored === undefined) throw new Error(`Fault: ${account.agreement} is not known at ${run.batch}`);
    const filter = { ...linesOf(stored.agreement), partners: [account.partner] };
    const proven = new Set(proof.value.lines.leaves.map(lineKey));
    const lines = (await tx.lines.knownAt(run.batch, filter)).filter((line) => proven.has(lineKey(line)));
    return accept({ format: PACKAGE_FORMAT, proof: proof.value, lines: lines.map(textsOf) });
  });
}

function textsOf(line: Line): Record<string, string> {
  const texts = Object.entries(lineTexts(withoutInternal(line)));
  return Object.fromEntries(texts.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

import type { Proof } from '../../core/proof/proof.ts';
import type { Refusal } from '../../core/refusal/refusals.ts';
import type { Ports, TenantId } from '../ports.ts';
import { accountProof } from '../proofs/accountProof.ts';
import type { ShownStatement, StatedEarning } from './partnerStatement.ts';

/** What a partner can compute an agreement again by, or why there is nothing of that kind. */
export type StatedProof = {
  readonly agreement: string;
  readonly batch: number;
  readonly proof?: Proof;
  readonly refusals?: readonly Refusal[];
};

/**
 * The proof of each agreement behind a statement, for the partner alone: own lines in full, others as figures
 * with a commitment. It is made of what the run saw that the stated amounts come from, so the two say the same.
 */
export function statementProofs(
  ports: Ports,
  tenant: TenantId,
  { partner, earnings }: ShownStatement,
): Promise<readonly StatedProof[]> {
  return ports.store.inTenant(tenant, async (tx) => {
    const byAgreement = Map.groupBy(earnings, ({ subject }) => subject.agreement);
    const proofs: StatedProof[] = [];
    for (const [agreement, stated] of [...byAgreement].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const [first, ...more] = stated as [StatedEarning, ...StatedEarning[]];
      const { run } = first;
      const accounts = [accountOf(first, partner), ...more.map((one) => accountOf(one, partner))] as const;
      const made = await accountProof(ports, tx, { tenant, run, accounts });
      const result = made.ok ? { proof: made.value } : { refusals: made.refusals };
      proofs.push({ agreement, batch: run.batch, ...result });
    }
    return proofs;
  });
}

function accountOf({ subject, currency, earnedMinor }: StatedEarning, partner: string) {
  return { account: { ...subject, partner, currency }, earnedMinor };
}

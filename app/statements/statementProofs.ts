import { formatDate } from '../../core/calendar/localDate.ts';
import { moneyText } from '../../core/money/money.ts';
import type { Proof } from '../../core/proof/proof.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import { linesOfPartner } from '../calculation/linesOf.ts';
import type { Ports, StoredAgreement, TenantId, Tx } from '../ports.ts';
import type { ProofFrame } from '../proofs/makeProof.ts';
import { type PartnerProof, type ProofReader, proveAlone, provePartner } from '../proofs/provePartner.ts';
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
      const [{ run }] = stated as [StatedEarning];
      const made = await proofOf(ports, tx, { tenant, partner, agreement, stated });
      const result = made.ok ? { proof: made.value } : { refusals: made.refusals };
      proofs.push({ agreement, batch: run.batch, ...result });
    }
    return proofs;
  });
}

type Wanted = {
  readonly tenant: TenantId;
  readonly partner: string;
  readonly agreement: string;
  readonly stated: readonly StatedEarning[];
};

async function proofOf(ports: Ports, tx: Tx, wanted: Wanted): Promise<Result<Proof>> {
  const { tenant, partner, agreement: code, stated } = wanted;
  const [{ run }] = stated as [StatedEarning];
  const stored = await tx.agreements.knownAt(code, run.batch);
  if (stored === undefined) throw new Error(`Fault: ${code} is not known at ${run.batch}`);
  const { effective } = run;
  const master = await tx.master.knownAt(run.batch);
  const adjustments = await tx.adjustments.knownAt(code, run.batch);
  const frame = { agreement: JSON.parse(stored.text) as Json, master, effective, adjustments };
  // The same statement is the same files: whoever may read all of it finds the opening again by this.
  const salt = hex(ports.sha256(utf8(`statement ${tenant} ${code} ${partner} ${run.batch} ${effective}`)));
  const made = await provenBy(tx, { frame, stored, batch: run.batch, reader: { partner, salt } }, ports);
  if (!made.ok) return made;
  const { proof } = made.value;
  const differing = stated.find((earning) => !isProven(proof, partner, earning));
  if (differing === undefined) return accept(proof);
  // Amounts of before a cut-over have no lines here that they could be computed from.
  const { term } = differing.subject;
  return refused(refuse('proof-not-for-partner', `terms.${term}`, { term, mechanism: 'notReproduced' }));
}

type Provable = {
  readonly frame: ProofFrame;
  readonly stored: StoredAgreement;
  readonly batch: number;
  readonly reader: ProofReader;
};

/** Lines of others are read only where the terms look at them. */
async function provenBy(
  tx: Tx,
  { frame, stored, batch, reader }: Provable,
  { sha256 }: Ports,
): Promise<Result<PartnerProof>> {
  const lines = await tx.lines.knownAt(batch, linesOfPartner(stored.agreement, reader.partner));
  return proveAlone(frame, lines, reader, sha256) ?? provePartner(frame, lines, reader, sha256);
}

function isProven(
  { earnings }: Proof,
  partner: string,
  { subject, currency, earnedMinor }: StatedEarning,
): boolean {
  const amount = moneyText({ minor: earnedMinor, currency });
  return earnings.some(
    (earning) =>
      earning.partner === partner &&
      earning.term === subject.term &&
      earning.firstDay === formatDate(subject.window.from) &&
      earning.lastDay === formatDate(subject.window.until - 1) &&
      earning.amount === amount,
  );
}

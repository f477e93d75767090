import { formatDate } from '../../core/calendar/localDate.ts';
import { moneyText } from '../../core/money/money.ts';
import type { Proof } from '../../core/proof/proof.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import { linesOfPartner } from '../calculation/linesOf.ts';
import type { EarningRow, Ports, Run, StoredAgreement, TenantId, Tx } from '../ports.ts';
import type { ProofFrame } from './makeProof.ts';
import { type PartnerProof, type ProofReader, proveAlone, provePartner } from './provePartner.ts';

/** Accounts of one partner under one agreement, with the amounts that its proof must come to. */
export type ProvenAccounts = {
  readonly tenant: TenantId;
  readonly run: Run;
  readonly accounts: readonly [ProvenAccount, ...ProvenAccount[]];
};
type ProvenAccount = Pick<EarningRow, 'earnedMinor'> & {
  readonly account: Pick<EarningRow['account'], 'agreement' | 'partner' | 'term' | 'window' | 'currency'>;
};

/**
 * The proof of what a run found for a partner, for it alone: own lines in full, others as figures with a commitment. What
 * a term goes by that is ours alone is not named to whom the proof is for.
 * Refuses: proof-not-for-partner, proof-partner-unknown.
 */
export async function accountProof(
  ports: Ports,
  tx: Tx,
  { tenant, run, accounts }: ProvenAccounts,
): Promise<Result<Proof>> {
  const { agreement: code, partner } = accounts[0].account;
  const stored = await tx.agreements.knownAt(code, run.batch);
  if (stored === undefined) throw new Error(`Fault: ${code} is not known at ${run.batch}`);
  const { effective } = run;
  const master = await tx.master.knownAt(run.batch);
  const adjustments = await tx.adjustments.knownAt(code, run.batch);
  const frame = { agreement: JSON.parse(stored.text) as Json, master, effective, adjustments };
  // The same amounts are the same file: whoever may read all of it finds the opening again by this.
  const salt = hex(ports.sha256(utf8(`statement ${tenant} ${code} ${partner} ${run.batch} ${effective}`)));
  const made = await provenBy(tx, { frame, stored, batch: run.batch, reader: { partner, salt } }, ports);
  if (!made.ok) return refused(...made.refusals.map(withoutInternal));
  const { proof } = made.value;
  const differing = accounts.find((account) => !isProven(proof, account));
  if (differing === undefined) return accept(proof);
  // Amounts of before a cut-over have no lines here that they could be computed from.
  const { term } = differing.account;
  return refused(refuse('proof-not-for-partner', `terms.${term}`, { term, mechanism: 'notReproduced' }));
}

function withoutInternal(refusal: Refusal): Refusal {
  if (refusal.code !== 'proof-internal') return refusal;
  const { term = '' } = refusal.facts;
  return refuse('proof-not-for-partner', refusal.at, { term, mechanism: 'notShown' });
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

function isProven({ earnings }: Proof, { account, earnedMinor }: ProvenAccount): boolean {
  const { term, partner, window, currency } = account;
  const amount = moneyText({ minor: earnedMinor, currency });
  return earnings.some(
    (earning) =>
      earning.partner === partner &&
      earning.term === term &&
      earning.firstDay === formatDate(window.from) &&
      earning.lastDay === formatDate(window.until - 1) &&
      earning.amount === amount,
  );
}

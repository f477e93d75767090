import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { recordOthers } from '../../core/earning/recordOthers.ts';
import type { Sha256 } from '../../core/proof/merkleRoot.ts';
import { partnerView } from '../../core/proof/partnerView.ts';
import { commitmentTo, type Opening, type Proof, proveLines } from '../../core/proof/proof.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { calculateKnownLines } from '../calculation/calculateLines.ts';
import { headOf, makeProof, type ProofFrame, type Proven, provenEarning } from './makeProof.ts';
import { verifyKnownLines } from './verifyProof.ts';

export type PartnerProof = { readonly proof: Proof; readonly opening: Opening };

/**
 * Writes down what one partner has earned so that it can compute it again from its own lines: all
 * others are in it as figures, with a commitment that the opening reveals to an auditor. A proof
 * that would not verify is not written.
 * Refuses: proof-internal, proof-partner-unknown, proof-not-for-partner, and those of decodeAgreement.
 */
export function provePartner(
  frame: ProofFrame,
  result: Proven,
  { partner, salt }: { readonly partner: string; readonly salt: string },
  sha256: Sha256,
): Result<PartnerProof> {
  const whole = makeProof(frame, result, 'withoutInternal', sha256);
  const agreement = decodeAgreement(frame.agreement);
  if (!whole.ok) return whole;
  if (!agreement.ok) return agreement;
  const own = result.lines.filter((line) => line.partner === partner);
  const rest = result.lines.filter((line) => line.partner !== partner);
  const earnings = result.earnings.filter(({ earning }) => earning.partner === partner);
  if (own.length + earnings.length === 0) {
    return refused(refuse('proof-partner-unknown', '--partner', { partner }));
  }
  const { others, figures, unprovable } = recordOthers(partner);
  const { master, effective } = frame;
  calculateKnownLines(
    { agreement: agreement.value, ...(master && { master }), effective },
    result.lines,
    others,
  );
  const [obstacle] = unprovable;
  if (obstacle !== undefined) return notForPartner(obstacle.term, obstacle.mechanism);
  // In the order of its canonical text, so that the signs for others do not depend on how a file is written.
  const written = JSON.parse(whole.value.agreement.text) as Json;
  const view = partnerView(written, master, partner, own);
  const { root } = proveLines(rest, 'withoutInternal', sha256, formatDate);
  const proof: Proof = {
    ...headOf({ ...frame, agreement: view.agreement }, view.master, sha256),
    scope: { partner },
    lines: proveLines(own, { partner }, sha256, formatDate),
    earnings: earnings.map(provenEarning),
    others: { figures, commitment: commitmentTo(figures, { root, salt, whole: whole.value }, sha256) },
    signature: null,
  };
  const again = verifyKnownLines({ proof, lines: own, ...(view.master && { master: view.master }) }, sha256);
  if (!again.ok) return notForPartner(again.refusals[0]?.facts.term ?? '', 'notReproduced');
  return accept({ proof, opening: { format: 'openrebate-opening/v1', salt, proof: whole.value } });
}

function notForPartner(term: string, mechanism: string) {
  return refused(refuse('proof-not-for-partner', `terms.${term}`, { term, mechanism }));
}

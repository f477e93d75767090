import type { Agreement } from '../../core/agreement/agreement.ts';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { type Recording, recordOthers } from '../../core/earning/recordOthers.ts';
import { type Line, lineKey } from '../../core/fact/line.ts';
import { looksAcrossPartners } from '../../core/plan/acrossPartners.ts';
import { merkleRoot, type Sha256 } from '../../core/proof/merkleRoot.ts';
import { partnerView } from '../../core/proof/partnerView.ts';
import { commitmentTo, type Opening, type Proof, proveLines } from '../../core/proof/proof.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { bytesOfHex, hex } from '../../core/text/hex.ts';
import { type CalculatedEarning, calculateKnownLines } from '../calculation/calculateLines.ts';
import {
  agreementHash,
  besideTerms,
  headOf,
  makeProof,
  notInternal,
  type ProofFrame,
  provenEarning,
} from './makeProof.ts';
import { verifyKnownLines } from './verifyProof.ts';

export type PartnerProof = { readonly proof: Proof; readonly opening: Opening };

/** Whom a proof is for. The salt keeps anybody from trying out what the others might be. */
export type ProofReader = { readonly partner: string; readonly salt: string };

/**
 * Writes down what one partner has earned so that it can compute it again from its own lines: all
 * others are in it as figures, with a commitment that the opening reveals to an auditor. A proof
 * that would not verify is not written.
 * Refuses: proof-internal, proof-partner-unknown, proof-not-for-partner, and those of decodeAgreement.
 */
export function provePartner(
  frame: ProofFrame,
  lines: readonly Line[],
  reader: ProofReader,
  sha256: Sha256,
): Result<PartnerProof> {
  const agreement = provable(frame);
  if (!agreement.ok) return agreement;
  const { partner, salt } = reader;
  const recording = recordOthers(partner);
  const { earnings } = calculated(frame, agreement.value, lines, recording);
  const whole = makeProof(frame, { lines, earnings }, 'withoutInternal', sha256);
  if (!whole.ok) return whole;
  const keys = new Set(lines.filter((line) => line.partner === partner).map(lineKey));
  const leaves = whole.value.lines.leaves.filter((leaf) => !keys.has(lineKey(leaf)));
  const root = hex(
    merkleRoot(
      leaves.map((leaf) => bytesOfHex(leaf.sha256)),
      sha256,
    ),
  );
  const bound = (figures: Recording['figures']) =>
    commitmentTo(figures, { root, salt, whole: whole.value }, sha256);
  const proof = proofFor(frame, { lines, earnings, recording }, partner, bound, sha256);
  if (!proof.ok) return proof;
  return accept({ proof: proof.value, opening: openingOf(salt, whole.value) });
}

/**
 * The same of the lines of the partner alone, where its amounts hang on nobody else's: nothing of others
 * is in such a proof, so its commitment is to itself. Undefined where the terms look at others.
 * Refuses as provePartner does.
 */
export function proveAlone(
  frame: ProofFrame,
  own: readonly Line[],
  { partner, salt }: ProofReader,
  sha256: Sha256,
): Result<PartnerProof> | undefined {
  const agreement = provable(frame);
  if (!agreement.ok) return agreement;
  if (looksAcrossPartners(agreement.value)) return undefined;
  const recording = recordOthers(partner);
  const { earnings } = calculated(frame, agreement.value, own, recording);
  const made = proofFor(frame, { lines: own, earnings, recording }, partner, () => '', sha256);
  if (!made.ok) return made;
  const whole = { ...made.value, others: null };
  const root = hex(merkleRoot([], sha256));
  const commitment = commitmentTo([], { root, salt, whole }, sha256);
  const proof = { ...whole, others: { figures: [], commitment } };
  return accept({ proof, opening: openingOf(salt, whole) });
}

function provable({ agreement }: ProofFrame): Result<Agreement> {
  const shown = notInternal(agreement);
  return shown.ok ? decodeAgreement(agreement) : shown;
}

function calculated(
  { master, effective, adjustments = [] }: ProofFrame,
  agreement: Agreement,
  lines: readonly Line[],
  { others }: Recording,
) {
  const input = { agreement, ...(master && { master }), effective, adjustments };
  return calculateKnownLines(input, lines, others);
}

type Recorded = {
  readonly lines: readonly Line[];
  readonly earnings: readonly CalculatedEarning[];
  readonly recording: Recording;
};

function proofFor(
  frame: ProofFrame,
  { lines, earnings, recording }: Recorded,
  partner: string,
  commitment: (figures: Recording['figures']) => string,
  sha256: Sha256,
): Result<Proof> {
  const { figures, unprovable } = recording;
  const own = lines.filter((line) => line.partner === partner);
  const earned = earnings.filter(({ earning }) => earning.partner === partner);
  if (own.length + earned.length === 0) {
    return refused(refuse('proof-partner-unknown', '--partner', { partner }));
  }
  const [obstacle] = unprovable;
  if (obstacle !== undefined) return notForPartner(obstacle.term, obstacle.mechanism);
  // In the order of its canonical text, so that the signs for others do not depend on how a file is written.
  const written = JSON.parse(agreementHash(frame.agreement, sha256).text) as Json;
  const adjustments = (frame.adjustments ?? []).filter((one) => one.partner === partner);
  const view = partnerView(written, frame.master, partner, own);
  const proof: Proof = {
    ...headOf({ ...frame, agreement: view.agreement }, view.master, sha256),
    ...besideTerms({ adjustments }, earned),
    scope: { partner },
    lines: proveLines(own, { partner }, sha256, formatDate),
    earnings: earned.map(provenEarning),
    others: { figures, commitment: commitment(figures) },
    signature: null,
  };
  const again = verifyKnownLines({ proof, lines: own, ...(view.master && { master: view.master }) }, sha256);
  if (!again.ok) return notForPartner(again.refusals[0]?.facts.term ?? '', 'notReproduced');
  return accept(proof);
}

function openingOf(salt: string, proof: Proof): Opening {
  return { format: 'openrebate-opening/v1', salt, proof };
}

function notForPartner(term: string, mechanism: string) {
  return refused(refuse('proof-not-for-partner', `terms.${term}`, { term, mechanism }));
}

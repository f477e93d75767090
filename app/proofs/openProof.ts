import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { parseDate } from '../../core/calendar/localDate.ts';
import type { Line } from '../../core/fact/line.ts';
import type { Master } from '../../core/master/master.ts';
import type { Sha256 } from '../../core/proof/merkleRoot.ts';
import type { Opening, Proof } from '../../core/proof/proof.ts';
import { type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import { knownOf, type LineFileRows } from '../calculation/calculateLines.ts';
import type { ProofFrame } from './makeProof.ts';
import { type PartnerProof, type ProofReader, proveAlone, provePartner } from './provePartner.ts';
import { adjustmentsIn, type Verified, verifyProof } from './verifyProof.ts';

export type OpenInput = {
  readonly proof: Proof;
  readonly opening: Opening;
  /** All lines. */
  readonly files: readonly LineFileRows[];
  /** The master data of the whole proof, read from its text. */
  readonly master?: Master;
};

/**
 * Opens the commitment of a partner's proof: the whole proof is computed again from all lines, and
 * the partner's proof must follow from it, figures and commitment included, to the byte.
 * Refuses: proof-commitment-differs, and those of verifyProof and provePartner.
 */
export function openProof({ proof, opening, files, master }: OpenInput, sha256: Sha256): Result<Verified> {
  const { proof: whole, salt } = opening;
  if (typeof proof.scope !== 'object') {
    return refused(refuse('proof-commitment-differs', 'others', { part: 'figures' }));
  }
  const verified = verifyProof({ proof: whole, files, ...(master && { master }) }, sha256);
  if (!verified.ok) return verified;
  const agreement = JSON.parse(whole.agreement.text) as Json;
  const decoded = decodeAgreement(agreement);
  if (!decoded.ok) return decoded;
  const [effective, known] = [parseDate(whole.effective) as number, parseDate(whole.known ?? '')];
  const { lines } = knownOf({ files, ...(master && { master }) }, known);
  const frame = {
    ...{ agreement, effective, ...(master && { master }) },
    ...(known !== undefined && { known }),
    adjustments: adjustmentsIn(whole, decoded.value.currency),
  };
  const reader = { partner: proof.scope.partner, salt };
  const again = provedAgain(whole, frame, lines, reader, sha256);
  if (!again.ok) return again;
  const part = differingPart(proof, again.value.proof);
  if (part === undefined) return verified;
  return refused(refuse('proof-commitment-differs', part, { part: part === 'others' ? 'figures' : part }));
}

/** As the proof was made: of the lines of everybody, or of the partner's alone. */
function provedAgain(
  { scope }: Proof,
  frame: ProofFrame,
  lines: readonly Line[],
  reader: ProofReader,
  sha256: Sha256,
): Result<PartnerProof> {
  if (typeof scope !== 'object') return provePartner(frame, lines, reader, sha256);
  const own = lines.filter(({ partner }) => partner === reader.partner);
  const alone = proveAlone(frame, own, reader, sha256);
  return alone ?? refused(refuse('proof-commitment-differs', 'others', { part: 'figures' }));
}

/** The signature is looked at by itself. */
function differingPart(a: Proof, b: Proof): string | undefined {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof Proof)[];
  const textOf = (proof: Proof, name: keyof Proof) => canonicalJson((proof[name] ?? null) as unknown as Json);
  return names.find((name) => name !== 'signature' && textOf(a, name) !== textOf(b, name));
}

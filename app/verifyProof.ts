import { decodeAgreement } from '../core/agreement/decodeAgreement.ts';
import { parseDate } from '../core/calendar/localDate.ts';
import { CALCULATION_VERSION } from '../core/earning/earning.ts';
import { type Line, lineKey } from '../core/fact/line.ts';
import type { Master } from '../core/master/master.ts';
import { merkleRoot, type Sha256 } from '../core/proof/merkleRoot.ts';
import { lineHash, type Proof, type ProvenEarning, type ProvenLine } from '../core/proof/proof.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../core/text/canonicalJson.ts';
import { hex } from '../core/text/hex.ts';
import { utf8 } from '../core/text/utf8.ts';
import { calculateKnownLines } from './calculateLines.ts';
import { provenEarning } from './makeProof.ts';

export type VerifyInput = {
  readonly proof: Proof;
  /** Lines of one's own, as known: each line once. */
  readonly lines: readonly Line[];
  /** The master data of the proof, read from its text. */
  readonly master: Master;
};

export type Verified = { readonly lines: number; readonly earnings: number };

/**
 * Computes a proof again from one's own lines: the hashes of terms and master data, every line
 * against its leaf, the root, then each amount, share and step.
 * Refuses: proof-hash-differs (agreement, master, lines), proof-line-changed, proof-line-missing,
 * proof-line-unknown, proof-calculation-differs, proof-earning-differs, and those of decodeAgreement.
 */
export function verifyProof({ proof, lines, master }: VerifyInput, sha256: Sha256): Result<Verified> {
  const faults = [...hashFaults(proof, sha256), ...lineFaults(proof, lines, sha256)];
  if (proof.calculation !== CALCULATION_VERSION) {
    const facts = { proof: proof.calculation, program: CALCULATION_VERSION };
    faults.push(refuse('proof-calculation-differs', 'calculation', facts));
  }
  if (faults.length > 0) return refused(...faults);
  const agreement = decodeAgreement(JSON.parse(proof.agreement.text));
  if (!agreement.ok) return agreement;
  const effective = parseDate(proof.effective);
  if (effective === undefined) throw new Error(`Fault: ${proof.effective} is no day`);
  const known = linesAsKnown(proof, lines);
  const { earnings } = calculateKnownLines({ agreement: agreement.value, master, effective }, known);
  const differing = earningFaults(proof.earnings, earnings.map(provenEarning));
  if (differing.length > 0) return refused(...differing);
  return accept({ lines: lines.length, earnings: earnings.length });
}

function hashFaults({ agreement, master, lines }: Proof, sha256: Sha256): Refusal[] {
  const texts = Object.entries({ agreement, master }).flatMap(([what, { sha256: claimed, text }]) =>
    hex(sha256(utf8(text))) === claimed ? [] : [refuse('proof-hash-differs', what, { what })],
  );
  const root = hex(
    merkleRoot(
      lines.leaves.map((leaf) => bytesOf(leaf.sha256)),
      sha256,
    ),
  );
  return root === lines.root ? texts : [...texts, refuse('proof-hash-differs', 'lines', { what: 'lines' })];
}

function lineFaults({ lines: { leaves } }: Proof, lines: readonly Line[], sha256: Sha256): Refusal[] {
  const own = new Map(lines.map((line) => [lineKey(line), line]));
  const proven = new Set(leaves.map(lineKey));
  const faults = leaves.flatMap((leaf) => {
    const line = own.get(lineKey(leaf));
    if (line === undefined) return [refuse('proof-line-missing', 'lines', factsOf(leaf))];
    const isSame = hex(lineHash(line, sha256)) === leaf.sha256;
    return isSame ? [] : [refuse('proof-line-changed', 'lines', factsOf(leaf))];
  });
  const unknown = lines.filter((line) => !proven.has(lineKey(line)));
  return [...faults, ...unknown.map((line) => refuse('proof-line-unknown', 'lines', factsOf(line)))];
}

function factsOf({ document, line }: { document: string; line: string }) {
  return { document, line };
}

/** When each line became known is part of the proof: the order of arrival may decide. */
function linesAsKnown({ lines: { leaves } }: Proof, lines: readonly Line[]): Line[] {
  const known = new Map<string, ProvenLine>(leaves.map((leaf) => [lineKey(leaf), leaf]));
  return lines.map((line) => {
    const leaf = known.get(lineKey(line));
    const { knownOn: _, ...said } = line;
    const day = leaf?.knownOn === null || leaf === undefined ? undefined : parseDate(leaf.knownOn);
    return { ...said, batch: leaf?.batch ?? line.batch, ...(day !== undefined && { knownOn: day }) };
  });
}

function earningFaults(claimed: readonly ProvenEarning[], found: readonly ProvenEarning[]): Refusal[] {
  const own = new Map(found.map((earning) => [placeOf(earning), earning]));
  const differing = claimed.flatMap((earning) => {
    const mine = own.get(placeOf(earning));
    own.delete(placeOf(earning));
    const isSame = mine !== undefined && textOf(mine) === textOf(earning);
    return isSame ? [] : [differs(earning, mine?.amount)];
  });
  return [
    ...differing,
    ...[...own.values()].map((earning) => differs({ ...earning, amount: '' }, earning.amount)),
  ];
}

function differs({ term, partner, firstDay, lastDay, amount }: ProvenEarning, own = ''): Refusal {
  const facts = { term, partner, firstDay, lastDay, proof: amount, own };
  return refuse('proof-earning-differs', `earnings.${term}`, facts);
}

function placeOf({ term, partner, firstDay, lastDay }: ProvenEarning): string {
  return canonicalJson([term, partner, firstDay, lastDay]);
}

function textOf(earning: ProvenEarning): string {
  return canonicalJson(earning as unknown as Json);
}

function bytesOf(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

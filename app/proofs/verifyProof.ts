import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { type LocalDate, parseDate } from '../../core/calendar/localDate.ts';
import type { Adjustment } from '../../core/earning/adjustment.ts';
import { adjustmentOfTexts } from '../../core/earning/adjustmentTexts.ts';
import { CALCULATION_VERSION } from '../../core/earning/earning.ts';
import { NOBODY_ELSE } from '../../core/earning/others.ts';
import { replayOthers } from '../../core/earning/replayOthers.ts';
import { type Line, lineKey, type OriginalLine } from '../../core/fact/line.ts';
import type { Master } from '../../core/master/master.ts';
import { differenceIn } from '../../core/proof/differenceIn.ts';
import { merkleRoot, type Sha256 } from '../../core/proof/merkleRoot.ts';
import { lineHash, type Proof, type ProvenEarning, type ProvenLine } from '../../core/proof/proof.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { canonicalJson } from '../../core/text/canonicalJson.ts';
import { bytesOfHex, hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import { calculateKnownLines, knownOf, type LineFileRows } from '../calculation/calculateLines.ts';
import { provenEarning } from './makeProof.ts';

/** A proof with lines of one's own, as known: each line once. `master` is read from the proof's text. */
export type KnownInput = {
  readonly proof: Proof;
  readonly lines: readonly Line[];
  readonly master?: Master;
};

/** A proof with files of lines, as they are given to a calculation. */
export type VerifyInput = Omit<KnownInput, 'lines'> & { readonly files: readonly LineFileRows[] };

export type Verified = {
  readonly lines: number;
  readonly earnings: number;
  /** Lines in the files of partners that the proof is not for. */
  readonly aside: number;
};

/**
 * Computes a proof again from one's own files: the hashes of terms and master data, every line
 * against its leaf, the root, then each amount, share and step. Without us, and offline.
 * Refuses: proof-hash-differs, proof-line-changed, proof-line-missing, proof-line-unknown,
 * proof-calculation-differs, proof-earning-differs, and those of decodeAgreement.
 */
export function verifyProof({ files, ...input }: VerifyInput, sha256: Sha256): Result<Verified> {
  const { proof, master } = input;
  const { scope } = proof;
  const isForOne = typeof scope === 'object';
  const known = proof.known === null ? undefined : dayOf(proof.known);
  // A partner's lines are compared as they are; for all lines the same rows are left out as before.
  const { lines } = knownOf({ files, ...(master && !isForOne && { master }) }, known);
  const own = isForOne ? lines.filter(({ partner }) => partner === scope.partner) : lines;
  const result = verifyKnownLines({ ...input, lines: own }, sha256);
  return result.ok ? accept({ ...result.value, aside: lines.length - own.length }) : result;
}

export function verifyKnownLines({ proof, lines, master }: KnownInput, sha256: Sha256): Result<Verified> {
  const faults = [...hashFaults(proof, sha256), ...lineFaults(proof, lines, sha256)];
  if (proof.calculation !== CALCULATION_VERSION) {
    const facts = { proof: proof.calculation, program: CALCULATION_VERSION };
    faults.push(refuse('proof-calculation-differs', 'calculation', facts));
  }
  if (faults.length > 0) return refused(...faults);
  const found = earningsAgain(proof, lines, master);
  if (!found.ok) return found;
  const differing = earningFaults(proof.earnings, found.value);
  if (differing.length > 0) return refused(...differing);
  return accept({ lines: lines.length, earnings: proof.earnings.length, aside: 0 });
}

function earningsAgain(
  proof: Proof,
  lines: readonly Line[],
  master: Master | undefined,
): Result<readonly ProvenEarning[]> {
  const agreement = decodeAgreement(JSON.parse(proof.agreement.text));
  if (!agreement.ok) return agreement;
  const { scope } = proof;
  const partner = typeof scope === 'object' ? scope.partner : undefined;
  const others = partner === undefined ? NOBODY_ELSE : replayOthers(partner, proof.others?.figures ?? []);
  const { earnings } = calculateKnownLines(
    {
      ...{ agreement: agreement.value, ...(master && { master }), effective: dayOf(proof.effective) },
      adjustments: adjustmentsIn(proof, agreement.value.currency),
    },
    linesAsKnown(proof, lines),
    others,
  );
  const own = earnings.filter(({ earning }) => partner === undefined || earning.partner === partner);
  return accept(own.map(provenEarning));
}

/** Shape: an adjustment of a proof is one in the currency of its agreement; one that is not changes what is found. */
export function adjustmentsIn({ adjustments = [] }: Proof, currency: string): Adjustment[] {
  return adjustments.flatMap((texts) => adjustmentOfTexts(texts, currency) ?? []);
}

/** Shape: a day of a proof exists (its reader has seen to it); else a fault. */
function dayOf(text: string): LocalDate {
  const day = parseDate(text);
  if (day === undefined) throw new Error(`Fault: ${text} is no day`);
  return day;
}

function hashFaults({ agreement, master, lines }: Proof, sha256: Sha256): Refusal[] {
  const texts = { agreement, ...(master && { master }) };
  const faults = Object.entries(texts).flatMap(([part, { sha256: claimed, text }]) =>
    hex(sha256(utf8(text))) === claimed ? [] : [refuse('proof-hash-differs', part, { part })],
  );
  const leaves = lines.leaves.map((leaf) => bytesOfHex(leaf.sha256));
  const isRoot = hex(merkleRoot(leaves, sha256)) === lines.root;
  return isRoot ? faults : [...faults, refuse('proof-hash-differs', 'lines', { part: 'lines' })];
}

function lineFaults({ scope, lines: { leaves } }: Proof, lines: readonly Line[], sha256: Sha256): Refusal[] {
  const own = new Map(lines.map((line) => [lineKey(line), line]));
  const proven = new Set(leaves.map(lineKey));
  const faults = leaves.flatMap((leaf) => {
    const line = own.get(lineKey(leaf));
    if (line === undefined) return [refuse('proof-line-missing', 'lines', factsOf(leaf))];
    const isSame = hex(lineHash(line, scope, sha256)) === leaf.sha256;
    return isSame ? [] : [refuse('proof-line-changed', 'lines', factsOf(leaf))];
  });
  const unknown = lines.filter((line) => !proven.has(lineKey(line)));
  return [...faults, ...unknown.map((line) => refuse('proof-line-unknown', 'lines', factsOf(line)))];
}

function factsOf({ document, line }: { document: string; line: string }) {
  return { document, line };
}

/**
 * When each line became known is part of the proof, since the order of arrival may decide; a return
 * stands at the place of its original.
 */
function linesAsKnown({ lines: { leaves } }: Proof, lines: readonly Line[]): Line[] {
  const known = new Map<string, ProvenLine>(leaves.map((leaf) => [lineKey(leaf), leaf]));
  return lines.map((line) => {
    const { original } = line;
    const leaf = original && known.get(lineKey({ source: line.source, ...original }));
    const own = arrived(line, known.get(lineKey(line)));
    return original === undefined ? own : { ...own, original: arrived<OriginalLine>(original, leaf) };
  });
}

function arrived<T extends { readonly batch: number; readonly knownOn?: LocalDate }>(
  line: T,
  leaf: ProvenLine | undefined,
): T {
  if (leaf === undefined) return line;
  const { knownOn: _, ...said } = line;
  const day = leaf.knownOn === null ? undefined : dayOf(leaf.knownOn);
  return { ...said, batch: leaf.batch, ...(day !== undefined && { knownOn: day }) } as T;
}

function earningFaults(claimed: readonly ProvenEarning[], found: readonly ProvenEarning[]): Refusal[] {
  const own = new Map(found.map((earning) => [placeOf(earning), earning]));
  const differing = claimed.flatMap((earning) => {
    const mine = own.get(placeOf(earning));
    own.delete(placeOf(earning));
    const where = mine && differenceIn(earning, mine);
    if (mine !== undefined && where === undefined) return [];
    return [differs(earning, earning.amount, mine?.amount ?? '', where)];
  });
  return [...differing, ...[...own.values()].map((earning) => differs(earning, '', earning.amount))];
}

function differs(
  { term, partner, firstDay, lastDay }: ProvenEarning,
  proof: string,
  own: string,
  where?: string,
): Refusal {
  const facts = { term, partner, firstDay, lastDay, proof, own, ...(where !== undefined && { where }) };
  return refuse('proof-earning-differs', 'earnings', facts);
}

function placeOf({ term, partner, firstDay, lastDay }: ProvenEarning): string {
  return canonicalJson([term, partner, firstDay, lastDay]);
}

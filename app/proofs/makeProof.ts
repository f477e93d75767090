import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Adjustment } from '../../core/earning/adjustment.ts';
import { adjustmentTexts } from '../../core/earning/adjustmentTexts.ts';
import { CALCULATION_VERSION } from '../../core/earning/earning.ts';
import { exactText } from '../../core/explanation/operands.ts';
import type { Line } from '../../core/fact/line.ts';
import type { Master } from '../../core/master/master.ts';
import { moneyText } from '../../core/money/money.ts';
import { internalReads, publicMaster } from '../../core/proof/internal.ts';
import { masterJson } from '../../core/proof/masterJson.ts';
import type { Sha256 } from '../../core/proof/merkleRoot.ts';
import {
  type HashedText,
  hashedText,
  PROOF_FORMAT,
  type Proof,
  type ProvenEarning,
  proveLines,
} from '../../core/proof/proof.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import type { CalculatedEarning } from '../calculation/calculateLines.ts';

/** What a calculation came from, besides its lines. */
export type ProofFrame = {
  /** The agreement as it stands in its file, parsed. */
  readonly agreement: Json;
  readonly master?: Master;
  readonly effective: LocalDate;
  readonly known?: LocalDate;
  /** Approved amounts beside the terms. */
  readonly adjustments?: readonly Adjustment[];
};

/** What a calculation came to. */
export type Proven = { readonly lines: readonly Line[]; readonly earnings: readonly CalculatedEarning[] };

/**
 * Writes down a finished calculation so that anybody with all its lines can compute it again. Cost
 * and other internal things are in it for `everything` alone. Refuses: proof-internal.
 */
export function makeProof(
  frame: ProofFrame,
  result: Proven,
  scope: 'everything' | 'withoutInternal',
  sha256: Sha256,
): Result<Proof> {
  const seen = scope === 'everything' ? accept(undefined) : notInternal(frame.agreement);
  if (!seen.ok) return seen;
  const { master } = frame;
  const shown = master && scope === 'withoutInternal' ? publicMaster(master) : master;
  return accept({
    ...headOf(frame, shown, sha256),
    ...besideTerms(frame, result.earnings),
    scope,
    lines: proveLines(result.lines, scope, sha256, formatDate),
    earnings: result.earnings.map(provenEarning),
    others: null,
    signature: null,
  });
}

/** What was approved beside the terms, where something was. */
export function besideTerms(
  { adjustments = [] }: Pick<ProofFrame, 'adjustments'>,
  earnings: readonly CalculatedEarning[],
): Pick<Proof, 'adjustments'> {
  const currency = earnings[0]?.earning.amount.currency;
  if (adjustments.length === 0 || currency === undefined) return {};
  return { adjustments: adjustmentTexts(adjustments, currency) };
}

/** Terms that look at what is internal cannot be computed without it. Refuses: proof-internal. */
export function notInternal(agreement: Json): Result<undefined> {
  const reads = internalReads(agreement);
  if (reads.length === 0) return accept(undefined);
  return refused(
    ...reads.map(({ term, internal }) => refuse('proof-internal', `terms.${term}`, { term, internal })),
  );
}

/** What all proofs say before lines and amounts. */
export function headOf(
  { agreement, effective, known }: ProofFrame,
  master: Master | undefined,
  sha256: Sha256,
) {
  return {
    format: PROOF_FORMAT,
    calculation: CALCULATION_VERSION,
    effective: formatDate(effective),
    known: known === undefined ? null : formatDate(known),
    agreement: agreementHash(agreement, sha256),
    master: master === undefined ? null : hashedText(masterJson(master), sha256),
  } as const;
}

/** The agreement as it is proven, and its hash: the version of its terms. */
export function agreementHash(agreement: Json, sha256: Sha256): HashedText {
  return hashedText(withoutRemarks(agreement), sha256);
}

/** Fields of somebody's own (`x-…`) change no amount and are nobody else's business. */
function withoutRemarks(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutRemarks);
  const members = Object.entries(value).filter(([name]) => !name.startsWith('x-'));
  return Object.fromEntries(members.map(([name, member]) => [name, withoutRemarks(member as Json)]));
}

export function provenEarning({ earning, shares }: CalculatedEarning): ProvenEarning {
  const { amount, window } = earning;
  return {
    term: earning.term,
    partner: earning.partner,
    firstDay: formatDate(window.from),
    lastDay: formatDate(window.until - 1),
    exact: exactText(earning.exact),
    amount: moneyText(amount),
    shares: shares.flatMap(({ line: { source, document, line }, shareMinor }) =>
      shareMinor === undefined
        ? []
        : [{ source, document, line, share: moneyText({ minor: shareMinor, currency: amount.currency }) }],
    ),
    explanation: earning.explanation,
  };
}

import type { Settlement } from '../agreement/agreement.ts';
import { decimalToRational } from '../number/decimal.ts';
import { multiply, rational } from '../number/rational.ts';
import { type RoundingMode, round } from '../number/round.ts';
import type { Hold, Lapse, Part } from './part.ts';

/** How far a window has come: before its final settlement, at it, or after it. */
export type Stage = 'interim' | 'final' | 'reopened';

/** Where one account stands before a settlement. Units: minor; amounts are cumulative. */
export type AccountStanding = {
  readonly stage: Stage;
  /** As of the day of the settlement, as known now. */
  readonly earned: bigint;
  /** The same without what became known too late to count; where nothing did, it is left out. */
  readonly counted?: bigint;
  /** On documents, those that are proposed among them, kept back by partners, claimed by us, and settled before the cut-over. */
  readonly documented: bigint;
  /** Of what was earned: approved beside the terms. */
  readonly adjusted?: bigint;
  /** Of it: what had to be documented by a day that is over. */
  readonly expired?: bigint;
  /** What has lapsed, by reason. */
  readonly lapsed: Readonly<Partial<Record<Lapse, bigint>>>;
  /** Lines are missing in the amount, and nobody has waived them. */
  readonly isIncomplete: boolean;
  /** What the partner has claimed and we have accepted, and whether it is too late for more. */
  readonly claimed: { readonly minor: bigint; readonly isOver: boolean };
  /** Of a window that is settled for good: whether the next one can be settled. */
  readonly isNextDue: boolean;
  /** Why it cannot go on a document, whatever the amount. */
  readonly obstacle?: Extract<
    Hold,
    'currencyDiffers' | 'exchangeRateMissing' | 'goodsWithheld' | 'taxRateMissing' | 'taxBasisMissing'
  >;
};

/**
 * What becomes of all that an account has earned and not settled: the parts sum to earned − settled,
 * to the cent. Each step takes a cumulative amount down to the next one, from what was earned to
 * what can be on documents by now; target − documented is the part for the document.
 * Source: rulings R1, R8, R9, R17, R21; semantics 5.8.
 */
export function accountParts(
  standing: AccountStanding,
  settlement: Pick<Settlement, 'interimPercent' | 'claim'>,
  rounding: RoundingMode,
): Part[] {
  if (settlement.claim.rule === 'weClaim') return claimedParts(standing, settlement);
  const { stage, documented, lapsed, obstacle } = standing;
  const lapses = standing.claimed.isOver && settlement.claim.afterDeadline === 'lapses';
  const expired = expiredBy(standing);
  const gone = sumOf(lapses ? 0n : lapsed.claimDeadline, expired);
  // What was too small or waived came out of what could be on documents: the interim share does not see it.
  const forgone = sumOf(lapsed.clawBackWaived, lapsed.belowMinimum);
  const earned = standing.earned - gone;
  const counted = (standing.counted ?? standing.earned) - gone;
  const claimed = claimedOf(standing, counted, settlement.claim.rule);
  const isInterim = stage === 'interim' || standing.isIncomplete;
  const reached = isInterim ? shareOf(claimed, settlement, rounding) : claimed;
  const isWaiting = stage === 'reopened' && !standing.isNextDue;
  const due = reached - forgone;
  const target = isWaiting || obstacle !== undefined ? documented : due;
  const unclaimed = counted - claimed;
  return [
    lapsing('lateFacts', earned - counted - (lapsed.lateFacts ?? 0n)),
    lapsing('adjustmentExpired', expired - (lapsed.adjustmentExpired ?? 0n)),
    lapses
      ? lapsing('claimDeadline', unclaimed - (lapsed.claimDeadline ?? 0n))
      : held('awaitsClaim', unclaimed),
    held(stage === 'interim' ? 'interimShare' : 'incomplete', claimed - reached),
    held(obstacle ?? 'nextWindow', due - target),
    { kind: 'document' as const, reason: 'settlement' as const, minor: target - documented },
  ].filter(({ minor }) => minor !== 0n);
}

/**
 * What we claim is settled by our claims, and on no document: the rest is to be claimed, or lapses once it is too
 * late. What we have claimed too much is given back by a claim, and never too late.
 */
function claimedParts(
  { earned, documented, lapsed, claimed }: AccountStanding,
  { claim }: Pick<Settlement, 'claim'>,
): Part[] {
  const minor = earned - documented - sumOf(...Object.values(lapsed));
  const isGone = claimed.isOver && claim.afterDeadline === 'lapses' && minor > 0n;
  if (minor === 0n) return [];
  return [isGone ? lapsing('claimDeadline', minor) : held('claimedByUs', minor)];
}

function sumOf(...minor: readonly (bigint | undefined)[]): bigint {
  return minor.reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n);
}

/**
 * What has lapsed of adjustments that had to be documented by a day that is over: documents cover these first,
 * and what has lapsed once is not owed again.
 */
function expiredBy({ expired = 0n, documented, lapsed }: AccountStanding): bigint {
  const open = expired - (documented > 0n ? documented : 0n);
  const before = lapsed.adjustmentExpired ?? 0n;
  return open > before ? open : before;
}

function lapsing(reason: Lapse, minor: bigint): Part {
  return { kind: 'lapsed', reason, minor };
}

function held(reason: Hold, minor: bigint): Part {
  return { kind: 'held', reason, minor };
}

/** What may be settled without, or by a claim. What has to come back needs no claim. */
function claimedOf(
  { claimed }: Pick<AccountStanding, 'claimed'>,
  counted: bigint,
  rule: Settlement['claim']['rule'],
): bigint {
  return rule === 'automatic' || counted < claimed.minor ? counted : claimed.minor;
}

function shareOf(
  minor: bigint,
  { interimPercent }: Pick<Settlement, 'interimPercent'>,
  rounding: RoundingMode,
): bigint {
  const share = multiply(decimalToRational(interimPercent), rational(minor, 100n));
  return round(share, rounding);
}

import { compareTexts } from '../text/compareTexts.ts';
import type { ClaimedTransaction, ClaimLine } from './claim.ts';
import { type ClaimAccount, transactionKey } from './claimKeys.ts';

/** What was claimed on an account before. Units: minor; `gross` as it was sent, `refused` what was given up since. */
export type ClaimedBefore = { readonly gross: bigint; readonly refused: bigint };

/**
 * What is to be claimed now: earned less claimed. What was refused by agreement is neither claimed
 * again nor taken back twice: as long as what was earned lies between the claims as sent and the
 * claims less their refusals, there is nothing to claim.
 * Units: minor; negative where too much was claimed.
 */
export function claimDelta(earned: bigint, { gross, refused }: ClaimedBefore): bigint {
  const net = gross - refused;
  const [low, high] = net < gross ? [net, gross] : [gross, net];
  if (earned > high) return earned - high;
  return earned < low ? earned - low : 0n;
}

/** A transaction with its part of what was earned, or was claimed. Units: minor. */
export type TransactionShare = {
  readonly transaction: ClaimedTransaction;
  readonly product?: string;
  readonly minor: bigint;
};

/**
 * The lines that an account adds to a claim, without their numbers: each transaction with its share
 * less what was claimed of it before, in the order of their keys. Where shares do not come to the
 * delta (nothing says how to spread it, or a refusal stands in between), one line has all of it.
 */
export function claimLinesOf(
  account: ClaimAccount,
  delta: bigint,
  shares: readonly TransactionShare[],
  before: readonly TransactionShare[],
): Omit<ClaimLine, 'number'>[] {
  if (delta === 0n) return [];
  const { term, participant, window } = account;
  const sums = new Map<string, TransactionShare>();
  for (const { minor, ...share } of shares) addTo(sums, share, minor);
  for (const { minor, ...share } of before) addTo(sums, share, -minor);
  const found = [...sums]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([, share]) => share)
    .filter(({ minor }) => minor !== 0n);
  const sum = found.reduce((total, { minor }) => total + minor, 0n);
  if (sum !== delta) return [{ term, participant, window, minor: delta }];
  return found.map((share) => ({ term, participant, window, ...share }));
}

function addTo(
  sums: Map<string, TransactionShare>,
  share: Omit<TransactionShare, 'minor'>,
  minor: bigint,
): void {
  const key = transactionKey(share.transaction);
  const known = sums.get(key);
  sums.set(key, { ...share, ...known, minor: (known?.minor ?? 0n) + minor });
}

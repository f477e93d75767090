import type { ClaimLine } from './claim.ts';
import type { Decision } from './claimDeeds.ts';
import { claimAccountKey, claimedKey } from './claimKeys.ts';
import { isTolerated, type Tolerance } from './tolerance.ts';

/** What claim lines are held against. Units: minor. */
export type ClaimGround = {
  /** What each account has earned and nobody has claimed yet, by account key. */
  readonly claimable: ReadonlyMap<string, bigint>;
  /** What we find for each transaction of an account, by transaction key. */
  readonly shares: ReadonlyMap<string, bigint>;
  /** Where a transaction was claimed before, by transaction key: a pointer to the first. */
  readonly claimedIn: ReadonlyMap<string, ClaimPointer>;
};

/** A claim and a line of it. */
export type ClaimPointer = { readonly claim: string; readonly reference: string; readonly line: number };

/**
 * `wrong` is a line of special prices that its sale contradicts. What is `beyond` or `unknown` waits for a
 * person; all others can be decided at once.
 */
export const MATCHES = ['equal', 'less', 'tolerated', 'beyond', 'unknown', 'repeated', 'wrong'] as const;
export type Match = (typeof MATCHES)[number];

/** How a claim line compares with what we find, and what follows from it. */
export type MatchedLine = {
  readonly line: number;
  readonly match: Match;
  readonly claimed: bigint;
  /** What we find; 0 where there is nothing. */
  readonly found: bigint;
  readonly first?: ClaimPointer;
  /** What would be granted and refused; the granted lines of a whole claim never exceed its accounts. */
  readonly decision: Decision;
};

/**
 * Holds each line against transactions and earnings, in the order of the lines: a line that names
 * a transaction against its share, every line against what its account has left after those before.
 * A transaction that was claimed before is repeated, also inside the claim. What is beyond is
 * refused as unsupported, unless it is within the tolerance.
 */
export function matchClaim(
  lines: readonly ClaimLine[],
  { claimable, shares, claimedIn }: ClaimGround,
  tolerance: Tolerance,
): MatchedLine[] {
  const left = new Map(claimable);
  const seen = new Map(claimedIn);
  return lines.map((line) => {
    const key = line.transaction && claimedKey(line, line.transaction);
    const first = key === undefined ? undefined : seen.get(key);
    if (first !== undefined) return { ...matched(line, 'repeated', 0n), first };
    if (key !== undefined) seen.set(key, { claim: '', reference: '', line: line.number });
    const account = claimAccountKey(line);
    const open = left.get(account);
    const share = key === undefined ? open : shares.get(key);
    if (open === undefined || share === undefined) return matched(line, 'unknown', 0n);
    const isCovered = share < open;
    const found = isCovered ? share : open;
    const isGranted = isTolerated(line.minor, found, tolerance);
    const accepted = isGranted ? line.minor : found > 0n ? found : 0n;
    left.set(account, open - accepted);
    if (!isGranted) return matched(line, 'beyond', found);
    if (line.minor === found) return matched(line, 'equal', found);
    return matched(line, line.minor < found ? 'less' : 'tolerated', found);
  });
}

function matched({ number: line, minor: claimed }: ClaimLine, match: Match, found: bigint): MatchedLine {
  const isGranted = match === 'equal' || match === 'less' || match === 'tolerated';
  const accepted = isGranted ? claimed : match === 'beyond' && found > 0n ? found : 0n;
  const reason = match === 'repeated' ? ('duplicate' as const) : ('unsupported' as const);
  const objected = accepted === claimed ? [] : [{ reason, minor: claimed - accepted }];
  return { line, match, claimed, found, decision: { line, accepted, objected } };
}

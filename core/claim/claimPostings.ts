import type { Claim, ClaimLine } from './claim.ts';
import { type ClaimAccount, claimAccountKey } from './claimKeys.ts';
import type { Move, Position } from './standing.ts';

/**
 * What a claim of ours does to the books of an account. Units: minor. `claimed` is what stands on
 * claims that nobody has given up, `received` what came, `writtenOff` what two persons gave up.
 */
export type ClaimPosting = {
  readonly account: ClaimAccount;
  readonly claimed: bigint;
  readonly received: bigint;
  readonly writtenOff: bigint;
};

type Sent = Pick<Claim, 'lines'>;

/** Of a claim that is sent: all of it. */
export function sentPostings({ lines }: Sent): ClaimPosting[] {
  return summed(lines, (line) => ({ claimed: line.minor, received: 0n, writtenOff: 0n }));
}

/**
 * Of something that happened to it: what is refused is claimed no more, what is received or
 * written off is open no more, and what is taken back the other way round. A move between open
 * positions is nothing to the books. Accounts that nothing happened to are left out.
 */
export function movedPostings({ lines }: Sent, moves: readonly Move[]): ClaimPosting[] {
  return summed(lines, ({ number }) => {
    const own = moves.filter(({ line }) => line === number);
    return {
      claimed: -arrived(own, 'refused'),
      received: arrived(own, 'received'),
      writtenOff: arrived(own, 'writtenOff'),
    };
  });
}

function arrived(moves: readonly Move[], position: Position): bigint {
  return moves.reduce((sum, { from, to, minor }) => {
    const came = to.position === position ? minor : 0n;
    const went = from.position === position ? minor : 0n;
    return sum + came - went;
  }, 0n);
}

function summed(
  lines: readonly ClaimLine[],
  amountsOf: (line: ClaimLine) => Omit<ClaimPosting, 'account'>,
): ClaimPosting[] {
  const sums = new Map<string, ClaimPosting>();
  for (const line of lines) {
    const { term, participant, window } = line;
    const key = claimAccountKey(line);
    const before = sums.get(key);
    const amounts = amountsOf(line);
    sums.set(key, {
      account: { term, participant, window },
      claimed: (before?.claimed ?? 0n) + amounts.claimed,
      received: (before?.received ?? 0n) + amounts.received,
      writtenOff: (before?.writtenOff ?? 0n) + amounts.writtenOff,
    });
  }
  return [...sums.values()].filter(
    ({ claimed, received, writtenOff }) => claimed !== 0n || received !== 0n || writtenOff !== 0n,
  );
}

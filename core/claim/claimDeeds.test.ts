import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimLine } from './claim.ts';
import {
  answerMoves,
  disputeMoves,
  mirroredMoves,
  receiptMoves,
  resolveMoves,
  silenceMoves,
  writeOffMoves,
} from './claimDeeds.ts';
import { CLAIM_REASONS, type ClaimReason } from './claimReason.ts';
import {
  claimTotals,
  isClosed,
  type LineStanding,
  type Move,
  openMinor,
  POSITIONS,
  standingOf,
} from './standing.ts';

const OURS = { claimant: 'us' as const, currency: 'EUR' };
const THEIRS = { claimant: 'partner' as const, currency: 'EUR' };
const WINDOW = { from: 0, until: 31 };

function linesOf(...minors: readonly bigint[]): ClaimLine[] {
  return minors.map((minor, index) => ({
    number: index + 1,
    term: 'volume',
    participant: 'P1',
    window: WINDOW,
    minor,
  }));
}

const codes = (result: { readonly ok: boolean; readonly refusals?: readonly { readonly code: string }[] }) =>
  result.refusals?.map(({ code }) => code) ?? [];
const moved = (result: ReturnType<typeof answerMoves>): readonly Move[] => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
};

/** Claimed is the sum of the positions, and those with reasons are the sums of their reasons. */
function expectWhole(standings: readonly LineStanding[]): void {
  for (const { claimed, amounts, disputed, refused } of standings) {
    expect(POSITIONS.reduce((sum, position) => sum + amounts[position], 0n)).toBe(claimed);
    const sum = (parts: LineStanding['disputed']) => Object.values(parts).reduce((all, one) => all + one, 0n);
    expect([sum(disputed), sum(refused)]).toEqual([amounts.disputed, amounts.refused]);
  }
}

describe('answers', () => {
  const lines = linesOf(1000n, 500n);
  const decision = {
    line: 1,
    accepted: 600n,
    objected: [
      { reason: 'price' as const, minor: 300n },
      { reason: 'quantity' as const, minor: 50n },
    ],
  };

  it('leave in dispute what a supplier does not grant, and refuse what we do not grant; the rest is undecided', () => {
    const standings = standingOf(lines, []);
    const ours = standingOf(lines, moved(answerMoves(OURS, standings, [decision])));
    const theirs = standingOf(lines, moved(answerMoves(THEIRS, standings, [decision])));
    expect(claimTotals(ours)).toMatchObject({ undecided: 550n, accepted: 600n, disputed: 350n, refused: 0n });
    expect(claimTotals(theirs)).toMatchObject({
      undecided: 550n,
      accepted: 600n,
      disputed: 0n,
      refused: 350n,
    });
  });

  it.each([
    ['nothing', [], 'claim-decision-empty'],
    ['a line that is not there', [{ line: 3, accepted: 1n, objected: [] }], 'claim-line-not-found'],
    ['a cent more than was claimed', [{ line: 2, accepted: 501n, objected: [] }], 'claim-amount-beyond'],
    ['less than nothing', [{ line: 2, accepted: -1n, objected: [] }], 'claim-amount-beyond'],
    ['too much in two parts', [decision, { line: 1, accepted: 51n, objected: [] }], 'claim-amount-beyond'],
  ])('refuse %s', (_, decisions, code) => {
    expect(codes(answerMoves(OURS, standingOf(lines, []), decisions))).toEqual([code]);
  });

  it('take what is claimed back from a line below zero only', () => {
    const standings = standingOf(linesOf(-100n), []);
    expect(answerMoves(OURS, standings, [{ line: 1, accepted: -100n, objected: [] }]).ok).toBe(true);
    expect(answerMoves(OURS, standings, [{ line: 1, accepted: 1n, objected: [] }]).ok).toBe(false);
  });

  it.each([
    ['accepts', OURS, { accepted: 1500n }],
    ['rejects', OURS, { disputed: 1500n }],
    ['rejects', THEIRS, { refused: 1500n }],
  ] as const)('that never came: silence %s', (silence, who, totals) => {
    const moves = silenceMoves({ ...who, answer: { by: 0, silence } }, standingOf(lines, []));
    expect(claimTotals(standingOf(lines, moves))).toMatchObject({ undecided: 0n, ...totals });
  });
});

describe('receipts', () => {
  it('are laid against what was granted, then undecided, then disputed in the order of reasons, by shares', () => {
    const lines = linesOf(100n, 100n, 100n);
    const granted = moved(
      answerMoves(OURS, standingOf(lines, []), [
        { line: 1, accepted: 50n, objected: [{ reason: 'validity', minor: 50n }] },
        { line: 2, accepted: 50n, objected: [{ reason: 'price', minor: 20n }] },
      ]),
    );
    const standings = standingOf(lines, granted);
    const standsAfter = (minor: bigint) =>
      standingOf(lines, [...granted, ...moved(receiptMoves(OURS, standings, minor))]).map(({ amounts }) =>
        [amounts.received, amounts.accepted, amounts.undecided, amounts.disputed].join(' '),
      );
    expect(standsAfter(33n)).toEqual(['17 33 0 50', '16 34 30 20', '0 0 100 0']);
    expect(standsAfter(230n)).toEqual(['50 0 0 50', '80 0 0 20', '100 0 0 0']);
    expect(standsAfter(245n)).toEqual(['50 0 0 50', '95 0 0 5', '100 0 0 0']);
    expect(standsAfter(300n)).toEqual(['100 0 0 0', '100 0 0 0', '100 0 0 0']);
  });

  it('of less than is open close nothing; of more are refused', () => {
    const lines = linesOf(7n, 5n);
    const standings = standingOf(lines, []);
    expect(codes(receiptMoves(OURS, standings, 13n))).toEqual(['claim-receipt-beyond']);
    expect(codes(receiptMoves(OURS, standings, 0n))).toEqual(['claim-amount-not-positive']);
    fc.assert(
      fc.property(fc.bigInt(1n, 11n), (minor) => {
        const after = standingOf(lines, moved(receiptMoves(OURS, standings, minor)));
        expect([isClosed(after), openMinor(after)]).toEqual([false, 12n - minor]);
      }),
    );
    expect(isClosed(standingOf(lines, moved(receiptMoves(OURS, standings, 12n))))).toBe(true);
  });
});

type Deed = {
  readonly kind: number;
  readonly line: number;
  readonly share: number;
  readonly reason: ClaimReason;
};

const deeds = fc.array(
  fc.record({
    kind: fc.nat(6),
    line: fc.integer({ min: 1, max: 3 }),
    share: fc.integer({ min: 1, max: 100 }),
    reason: fc.constantFrom(...CLAIM_REASONS),
  }),
  { maxLength: 12 },
);

describe('whatever happens', () => {
  it('every line is the sum of its parts, nothing open goes below zero, and what is taken back is as before', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(1n, 10_000n), { minLength: 3, maxLength: 3 }), deeds, (minors, done) => {
        const lines = linesOf(...minors);
        let moves: readonly Move[] = [];
        for (const deed of done) {
          const standings = standingOf(lines, moves);
          const result = doing(deed, standings);
          if (!result.ok) continue;
          moves = [...moves, ...result.value];
          expectWhole(standingOf(lines, moves));
          expect(standingOf(lines, [...moves, ...mirroredMoves(result.value)])).toEqual(standings);
        }
        const after = standingOf(lines, moves);
        for (const { amounts } of after)
          for (const position of POSITIONS) expect(amounts[position]).toBeGreaterThanOrEqual(0n);
        expect(isClosed(after)).toBe(openMinor(after) === 0n);
      }),
    );
  });
});

function doing({ kind, line, share, reason }: Deed, standings: readonly LineStanding[]) {
  const own = standings.find((entry) => entry.line === line)?.claimed ?? 0n;
  const minor = (own * BigInt(share)) / 100n + 1n;
  const halves = { line, accepted: minor / 2n, objected: [{ reason, minor: minor - minor / 2n }] };
  if (kind === 0) return answerMoves(OURS, standings, [halves]);
  if (kind === 1) return answerMoves(THEIRS, standings, [halves]);
  if (kind === 2) return disputeMoves(OURS, standings, { line, reason, minor });
  if (kind === 3) return resolveMoves(OURS, standings, 'conceded', { line, minor });
  if (kind === 4) return resolveMoves(OURS, standings, 'agreed', { reason });
  return kind === 5 ? receiptMoves(OURS, standings, minor) : writeOffMoves(OURS, standings, minor);
}

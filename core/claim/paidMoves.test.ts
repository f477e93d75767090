import { describe, expect, it } from 'vitest';
import { paidMoves } from './paidMoves.ts';
import { type Move, standingOf } from './standing.ts';

// Two claims on one account: 90.00 of 100.00 granted, and 20.00 of 20.00. What is received follows what is paid.

const window = { from: 0, until: 31 };
const lineOf = (minor: bigint, number = 1) => ({ number, term: 'volume', participant: 'P1', window, minor });
const granted = (minor: bigint, line = 1): Move => ({
  ...{ line, minor },
  from: { position: 'undecided' },
  to: { position: 'accepted' },
});
const came = (minor: bigint, line = 1): Move => ({
  ...{ line, minor },
  from: { position: 'accepted' },
  to: { position: 'received' },
});
/** A claim of one line, of which payments have received so much, and something else the rest. */
const claim = (claimed: bigint, accepted: bigint, byPayment = 0n, otherwise = 0n) => ({
  standings: standingOf([lineOf(claimed)], [granted(accepted), came(byPayment + otherwise)]),
  byPayment: new Map([[1, byPayment]]),
});
const moved = (claims: Parameters<typeof paidMoves>[0], paid: bigint) =>
  paidMoves(claims, paid).map((moves) =>
    moves.map(({ line, from, to, minor }) => `${line} ${from.position} ${to.position} ${minor}`).join(', '),
  );

describe('paidMoves', () => {
  it.each([
    ['nothing', 0n, ['', '']],
    ['a part: the first claim before the other', 8_000n, ['1 accepted received 8000', '']],
    ['all of the first', 9_000n, ['1 accepted received 9000', '']],
    ['some of the second', 9_001n, ['1 accepted received 9000', '1 accepted received 1']],
    ['all', 11_000n, ['1 accepted received 9000', '1 accepted received 2000']],
    ['more than was granted', 20_000n, ['1 accepted received 9000', '1 accepted received 2000']],
  ])('is paid: %s', (_, paid, expected) => {
    expect(moved([claim(10_000n, 9_000n), claim(2_000n, 2_000n)], paid)).toEqual(expected);
  });

  it.each([
    ['nothing', 11_000n, ['', '']],
    ['a part: the last claim before the other', 10_000n, ['', '1 received accepted 1000']],
    ['more than the last', 8_999n, ['1 received accepted 1', '1 received accepted 2000']],
    ['all', 0n, ['1 received accepted 9000', '1 received accepted 2000']],
  ])('comes back: %s', (_, paid, expected) => {
    expect(moved([claim(10_000n, 9_000n, 9_000n), claim(2_000n, 2_000n, 2_000n)], paid)).toEqual(expected);
  });

  it('leaves what came otherwise where it is', () => {
    expect(moved([claim(10_000n, 9_000n, 0n, 9_000n)], 0n)).toEqual(['']);
    expect(moved([claim(10_000n, 9_000n, 4_000n, 5_000n)], 0n)).toEqual(['1 received accepted 4000']);
    expect(moved([claim(10_000n, 9_000n, 0n, 5_000n)], 9_000n)).toEqual(['1 accepted received 4000']);
  });

  it('lays a credit against the claim only when all of it is paid', () => {
    const standings = standingOf(
      [lineOf(10_000n), lineOf(-1_000n, 2)],
      [granted(10_000n), granted(-1_000n, 2)],
    );
    const credited = [{ standings, byPayment: new Map<number, bigint>() }];
    expect(moved(credited, 8_999n)).toEqual(['1 accepted received 8999']);
    expect(moved(credited, 9_000n)).toEqual(['1 accepted received 10000, 2 accepted received -1000']);
  });
});

import { describe, expect, it } from 'vitest';
import { claimDelta, claimLinesOf } from './claimDelta.ts';

const ACCOUNT = { term: 'volume', participant: 'P1', window: { from: 0, until: 31 } };
const share = (document: string, minor: bigint) => ({
  transaction: { source: 'erp', document, line: '1' },
  product: 'X',
  minor,
});

describe('what is to be claimed', () => {
  it.each([
    ['all of it at first', 100n, 0n, 0n, 100n],
    ['nothing when it was claimed', 100n, 100n, 0n, 0n],
    ['what came on top', 130n, 100n, 0n, 30n],
    ['what was too much, back', 80n, 100n, 0n, -20n],
    ['not again what was given up', 100n, 100n, 11n, 0n],
    ['nothing back that was given up already', 89n, 100n, 11n, 0n],
    ['back only what goes beyond that', 80n, 100n, 11n, -9n],
    ['on top of the claim as it was sent', 105n, 100n, 11n, 5n],
    ['a claim below zero that was given up is not sent again', -20n, -20n, -20n, 0n],
  ])('is %s', (_, earned, gross, refused, delta) => {
    expect(claimDelta(earned, { gross, refused })).toBe(delta);
  });
});

describe('the lines of a claim', () => {
  const documents = (
    delta: bigint,
    now: readonly [string, bigint][],
    before: readonly [string, bigint][] = [],
  ) =>
    claimLinesOf(
      ACCOUNT,
      delta,
      now.map((one) => share(...one)),
      before.map((one) => share(...one)),
    ).map(({ transaction, minor }) => [transaction?.document, minor]);

  it('are the shares of transactions less what was claimed of them, those that are gone below zero', () => {
    expect(
      documents(
        7n,
        [
          ['D1', 9n],
          ['D2', 4n],
        ],
        [
          ['D2', 4n],
          ['D3', 2n],
        ],
      ),
    ).toEqual([
      ['D1', 9n],
      ['D3', -2n],
    ]);
  });

  it('are one for all where shares do not come to the delta, and none for nothing', () => {
    expect(documents(5n, [['D1', 9n]])).toEqual([[undefined, 5n]]);
    expect(documents(0n, [['D1', 9n]])).toEqual([]);
  });
});

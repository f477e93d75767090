import { describe, expect, it } from 'vitest';
import { rational } from '../number/rational.ts';
import { allocate } from './allocate.ts';
import { allocateExact } from './allocateExact.ts';

function spread(total: bigint, weights: readonly (readonly [bigint, bigint])[]): bigint[] | undefined {
  return allocateExact(
    total,
    weights.map(([n, d], index) => ({ key: 'abcdefgh'.charAt(index), weight: rational(n, d) })),
  );
}

describe('largest remainder over fractions', () => {
  it.each([
    [
      'thirds and a half',
      100n,
      [
        [1n, 3n],
        [1n, 3n],
        [1n, 2n],
      ],
      [29n, 28n, 43n],
    ],
    [
      'fractions that sum to one',
      10n,
      [
        [1n, 7n],
        [2n, 7n],
        [4n, 7n],
      ],
      [1n, 3n, 6n],
    ],
    [
      'a return among them',
      52596n,
      [
        [32832n, 200n],
        [-2n, 1n],
      ],
      [53245n, -649n],
    ],
    [
      'a zero among them',
      7n,
      [
        [0n, 1n],
        [3n, 8n],
      ],
      [0n, 7n],
    ],
    [
      'a negative total',
      -10n,
      [
        [1n, 3n],
        [1n, 3n],
        [1n, 3n],
      ],
      [-3n, -3n, -4n],
    ],
    [
      'a total of zero',
      0n,
      [
        [1n, 3n],
        [1n, 2n],
      ],
      [0n, 0n],
    ],
    [
      'all of them below zero',
      10n,
      [
        [-1n, 2n],
        [-1n, 3n],
      ],
      [6n, 4n],
    ],
  ] as const)('%s', (_, total, weights, expected) => {
    expect(spread(total, weights)).toEqual(expected);
  });

  it('says of whole weights what their allocation says', () => {
    const shares = [7n, 0n, -2n, 5n].map((weight, index) => ({ key: `k${index}`, weight }));
    const fractions = shares.map(({ key, weight }) => ({ key, weight: rational(weight) }));
    for (const total of [-3n, 0n, 1n, 9n, 1000n]) {
      expect(allocateExact(total, fractions)).toEqual(allocate(total, shares));
    }
  });

  it('depends on proportions alone', () => {
    expect(
      spread(11n, [
        [1n, 6n],
        [1n, 10n],
      ]),
    ).toEqual(
      spread(11n, [
        [5n, 1n],
        [3n, 1n],
      ]),
    );
  });

  it('is undefined where fractions cancel out', () => {
    expect(
      spread(10n, [
        [1n, 3n],
        [-1n, 3n],
      ]),
    ).toBeUndefined();
    expect(spread(10n, [])).toBeUndefined();
  });
});

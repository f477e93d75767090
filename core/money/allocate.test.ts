import { describe, expect, it } from 'vitest';
import { allocate } from './allocate.ts';

const KEYS = ['a', 'b', 'c', 'd', 'e'];

function spread(total: bigint, weights: readonly bigint[], keys = KEYS): bigint[] | undefined {
  return allocate(
    total,
    weights.map((weight, index) => ({ key: keys[index] as string, weight })),
  );
}

describe('largest remainder', () => {
  it.each([
    ['nothing left over', 10n, [1n, 1n, 3n], [2n, 2n, 6n]],
    ['the largest fraction first', 10n, [1n, 2n, 3n], [2n, 3n, 5n]],
    ['ties by ascending key', 10n, [1n, 1n, 1n], [4n, 3n, 3n]],
    ['two left over among three equals', 11n, [1n, 1n, 1n], [4n, 4n, 3n]],
    ['a weight of zero gets nothing', 10n, [1n, 0n, 1n, 1n], [4n, 0n, 3n, 3n]],
    ['a total of zero', 0n, [1n, 2n], [0n, 0n]],
    ['less cents than shares', 2n, [1n, 1n, 1n, 1n], [1n, 1n, 0n, 0n]],
    ['a negative total is floored towards minus infinity', -10n, [1n, 1n, 1n], [-3n, -3n, -4n]],
    ['a negative cent', -1n, [1n, 1n], [0n, -1n]],
    ['a return among the weights', 100n, [300n, -100n, 3n], [148n, -49n, 1n]],
    ['negative weights alone', 10n, [-1n, -1n, -1n], [4n, 3n, 3n]],
    ['a negative sum of weights', -10n, [-2n, 1n], [-20n, 10n]],
    ['one share', 7n, [3n], [7n]],
  ])('%s', (_, total, weights, expected) => {
    expect(spread(total, weights)).toEqual(expected);
  });

  it('gives the results in the order of the shares, whatever the keys', () => {
    expect(spread(10n, [1n, 1n, 1n], ['c', 'b', 'a'])).toEqual([3n, 3n, 4n]);
    expect(spread(10n, [1n, 1n, 1n], ['b', 'a', 'c'])).toEqual([3n, 4n, 3n]);
  });

  it('is undefined where the weights sum to zero', () => {
    expect(spread(10n, [1n, -1n])).toBeUndefined();
    expect(spread(10n, [0n])).toBeUndefined();
    expect(spread(10n, [])).toBeUndefined();
  });
});

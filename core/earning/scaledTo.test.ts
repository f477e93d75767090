import { describe, expect, it } from 'vitest';
import { fractionOf } from '../../test/support/trade.ts';
import { scaledTo } from './scaledTo.ts';

describe('an amount over weights', () => {
  it.each([
    ['10', ['1', '2', '2'], ['2', '4', '4']],
    ['1', ['1', '1', '1'], ['1/3', '1/3', '1/3']],
    ['-6', ['1', '2'], ['-2', '-4']],
    ['6', ['3', '-1'], ['9', '-3']],
    ['0', ['1', '2'], ['0', '0']],
    ['5', ['0', '7'], ['0', '5']],
    ['5', ['0', '0'], []],
    ['5', ['2', '-2'], []],
    ['5', [], []],
  ])('%s over %j is %j', (amount, weights, expected) => {
    const keyed = new Map(weights.map((weight, index) => [`line ${index}`, fractionOf(weight)]));
    expect([...scaledTo(fractionOf(amount), keyed).values()]).toEqual(expected.map(fractionOf));
  });
});

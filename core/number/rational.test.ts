import { describe, expect, it } from 'vitest';
import { fractionOf } from '../../test/support/trade.ts';
import {
  add,
  compare,
  divide,
  floor,
  isZero,
  lesser,
  multiply,
  rational,
  subtract,
  sumOf,
  ZERO,
} from './rational.ts';

describe('a fraction', () => {
  it.each([
    [6n, 4n, { n: 3n, d: 2n }],
    [-6n, 4n, { n: -3n, d: 2n }],
    [6n, -4n, { n: -3n, d: 2n }],
    [-6n, -4n, { n: 3n, d: 2n }],
    [0n, -7n, { n: 0n, d: 1n }],
    [7n, 1n, { n: 7n, d: 1n }],
    [7n, -1n, { n: -7n, d: 1n }],
    [12n, 4n, { n: 3n, d: 1n }],
  ])('%i/%i is reduced, with the sign above', (n, d, expected) => {
    expect(rational(n, d)).toEqual(expected);
  });

  it('has no denominator of zero', () => {
    expect(() => rational(1n, 0n)).toThrow('denominator zero');
    expect(() => divide(rational(1n), ZERO)).toThrow('denominator zero');
  });

  it.each([
    ['1/3', '1/6', '1/2', '1/6', '1/18', '2'],
    ['-1/2', '1/3', '-1/6', '-5/6', '-1/6', '-3/2'],
    ['1/4', '1/4', '1/2', '0', '1/16', '1'],
    ['2', '-1/2', '3/2', '5/2', '-1', '-4'],
  ])('%s and %s: sum %s, difference %s, product %s, quotient %s', (a, b, sum, less, times, over) => {
    const [x, y] = [fractionOf(a), fractionOf(b)];
    expect(add(x, y)).toEqual(fractionOf(sum));
    expect(subtract(x, y)).toEqual(fractionOf(less));
    expect(multiply(x, y)).toEqual(fractionOf(times));
    expect(divide(x, y)).toEqual(fractionOf(over));
  });

  it.each([
    ['1/3', '1/2', -1],
    ['2/4', '1/2', 0],
    ['1/2', '1/3', 1],
    ['-1/2', '-1/3', -1],
    ['-1/3', '0', -1],
  ] as const)('%s against %s is %i', (a, b, expected) => {
    expect(compare(fractionOf(a), fractionOf(b))).toBe(expected);
    expect(lesser(fractionOf(a), fractionOf(b))).toEqual(fractionOf(expected === 1 ? b : a));
  });

  it.each([
    ['5/2', 2n],
    ['2', 2n],
    ['0', 0n],
    ['-0.1', -1n],
    ['-2', -2n],
    ['-5/2', -3n],
  ])('the floor of %s is %i, towards minus infinity', (value, expected) => {
    expect(floor(fractionOf(value))).toBe(expected);
  });

  it.each([
    [[], '0'],
    [['1/3'], '1/3'],
    [['1/3', '-1/2', '1/6'], '0'],
    [['0.1', '0.2', '1/3'], '19/30'],
  ])('%j add up to %s', (values, expected) => {
    expect(sumOf(values.map(fractionOf))).toEqual(fractionOf(expected));
  });

  it('knows zero', () => {
    expect([isZero(ZERO), isZero(fractionOf('0.01'))]).toEqual([true, false]);
  });
});

import { expect, it } from 'vitest';
import { barsOf } from './bars.ts';

const bar = (exact: string) => ({ key: exact, name: exact, exact, said: exact });
const drawn = (...values: string[]) =>
  barsOf(values.map(bar)).map(({ from, width, isNegative }) => [from, width, isNegative]);

it.each([
  ['nothing', [], []],
  ['zero alone', ['0'], [[0, 0, false]]],
  [
    'amounts from a common zero',
    ['100.00', '25.00'],
    [
      [0, 100, false],
      [0, 25, false],
    ],
  ],
  [
    'what is below zero on its other side',
    ['75', '-25'],
    [
      [25, 75, false],
      [0, 25, true],
    ],
  ],
])('draws %s', (_, values, expected) => {
  expect(drawn(...values)).toEqual(expected);
});

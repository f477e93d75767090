import { describe, expect, it } from 'vitest';
import { fractionOf } from '../../test/support/trade.ts';
import { ROUNDING_MODES, type RoundingMode, round, roundAt } from './round.ts';

const VALUES = [
  '-2.5',
  '-1.51',
  '-1.5',
  '-1.49',
  '-0.51',
  '-0.5',
  '-0.49',
  '0',
  '0.49',
  '0.5',
  '0.51',
  '1.49',
];
VALUES.push('1.5', '1.51', '2.5', '-3', '3');

/** One row a mode, in the order of the values above. */
const TABLE: Record<RoundingMode, string> = {
  halfAwayFromZero: '-3 -2 -2 -1 -1 -1 0 0 0 1 1 1 2 2 3 -3 3',
  halfEven: '-2 -2 -2 -1 -1 0 0 0 0 0 1 1 2 2 2 -3 3',
  halfUp: '-2 -2 -1 -1 -1 0 0 0 0 1 1 1 2 2 3 -3 3',
  halfDown: '-3 -2 -2 -1 -1 -1 0 0 0 0 1 1 1 2 2 -3 3',
  towardsZero: '-2 -1 -1 -1 0 0 0 0 0 0 0 1 1 1 2 -3 3',
  awayFromZero: '-3 -2 -2 -2 -1 -1 -1 0 1 1 1 2 2 2 3 -3 3',
  floor: '-3 -2 -2 -2 -1 -1 -1 0 0 0 0 1 1 1 2 -3 3',
  ceiling: '-2 -1 -1 -1 0 0 0 0 1 1 1 2 2 2 3 -3 3',
};

describe('rounding to a whole number', () => {
  it.each(ROUNDING_MODES)('%s', (mode) => {
    const rounded = VALUES.map((value) => round(fractionOf(value), mode));
    expect(rounded.join(' ')).toBe(TABLE[mode]);
  });

  it.each(ROUNDING_MODES)('%s sees a half only where there is exactly one', (mode) => {
    const nearly = [`${10n ** 40n / 2n - 1n}/${10n ** 40n}`, `${10n ** 40n / 2n + 1n}/${10n ** 40n}`];
    const isDirected = mode === 'floor' || mode === 'ceiling' || /Zero$/.test(mode.replace(/^half.*/, ''));
    const [below, above] = nearly.map((value) => round(fractionOf(value), mode));
    if (isDirected) expect(below).toBe(above);
    else expect([below, above]).toEqual([0n, 1n]);
  });
});

describe('rounding to places', () => {
  it.each([
    ['0.125', 2, 13n],
    ['0.124', 2, 12n],
    ['-0.125', 2, -13n],
    ['1/3', 3, 333n],
    ['1234.5', 0, 1235n],
    ['0.0005', 3, 1n],
  ] as const)('%s at %i places is %i of the smallest units', (value, places, expected) => {
    expect(roundAt(fractionOf(value), places, 'halfAwayFromZero')).toBe(expected);
  });
});

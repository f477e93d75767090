import { describe, expect, it } from 'vitest';
import { decimalOf, fractionOf } from '../../test/support/trade.ts';
import {
  atScale,
  decimalToRational,
  formatDecimal,
  parseDecimal,
  powerOfTen,
  rationalToDecimal,
  scaledToRational,
  trimDecimal,
} from './decimal.ts';

describe('decimal text', () => {
  it.each([
    ['12.50', { digits: 1250n, scale: 2 }],
    ['12.5', { digits: 125n, scale: 1 }],
    ['-0.05', { digits: -5n, scale: 2 }],
    ['0', { digits: 0n, scale: 0 }],
    ['0.00', { digits: 0n, scale: 2 }],
    ['-7', { digits: -7n, scale: 0 }],
    ['9007199254740993', { digits: 9007199254740993n, scale: 0 }],
    ['0.1234567890123', { digits: 1234567890123n, scale: 13 }],
  ])('%s is read and written as it came in', (text, value) => {
    expect(parseDecimal(text)).toEqual(value);
    expect(formatDecimal(value)).toBe(text);
  });

  it.each([
    ['-0', '0'],
    ['-0.00', '0.00'],
    ['007.10', '7.10'],
  ])('%s is written as %s', (text, expected) => {
    expect(formatDecimal(decimalOf(text))).toBe(expected);
  });

  const OTHERS = [
    '',
    '-',
    '.',
    '.5',
    '5.',
    '+5',
    '1e3',
    '1,5',
    '1 000',
    ' 1',
    '1\n',
    '0x1',
    'NaN',
    '--1',
    '１',
  ];
  it.each(OTHERS)('%j is none', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it.each([
    ['12.500', '12.5'],
    ['12.000', '12'],
    ['-0.100', '-0.1'],
    ['100', '100'],
    ['0.00', '0'],
  ])('%s without zeros at its end is %s', (text, expected) => {
    expect(formatDecimal(trimDecimal(decimalOf(text)))).toBe(expected);
  });
});

describe('a decimal as an integer', () => {
  it('of a larger scale', () => {
    expect(atScale(decimalOf('-12.5'), 9)).toBe(-12_500_000_000n);
    expect(atScale(decimalOf('12.5'), 1)).toBe(125n);
  });

  it('does not lose places', () => {
    expect(() => atScale(decimalOf('12.55'), 1)).toThrow('does not fit');
  });

  it('and back to a fraction', () => {
    expect(scaledToRational(-125n, 1)).toEqual(fractionOf('-25/2'));
    expect(decimalToRational(decimalOf('0.125'))).toEqual(fractionOf('1/8'));
  });

  it('knows powers of ten beyond its table', () => {
    expect([0, 1, 40, 41, 60].map(powerOfTen)).toEqual([1n, 10n, 10n ** 40n, 10n ** 41n, 10n ** 60n]);
  });
});

describe('a fraction as a decimal', () => {
  it.each([
    ['1/8', '0.125'],
    ['-5/2', '-2.5'],
    ['3', '3'],
    ['0', '0'],
    [`1/${2n ** 40n}`, `0.${String(5n ** 40n).padStart(40, '0')}`],
  ])('%s is %s', (fraction, expected) => {
    const found = rationalToDecimal(fractionOf(fraction));
    expect(found && formatDecimal(found)).toBe(expected);
  });

  it.each(['1/3', `1/${2n ** 41n}`, '-2/7'])('%s does not end within forty places', (fraction) => {
    expect(rationalToDecimal(fractionOf(fraction))).toBeUndefined();
  });
});

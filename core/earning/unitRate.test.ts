import { describe, expect, it } from 'vitest';
import { fractionOf } from '../../test/support/trade.ts';
import { exactText } from '../explanation/operands.ts';
import { divide, multiply, type Rational, subtract } from '../number/rational.ts';
import type { RoundingMode } from '../number/round.ts';
import { roundUnitRate } from './unitRate.ts';

function rounded(amount: Rational, units: string, places: number, mode: RoundingMode): string {
  return exactText(roundUnitRate(amount, fractionOf(units), { places, mode }));
}

function product(...factors: readonly string[]): Rational {
  return factors.map(fractionOf).reduce(multiply);
}

describe('unit rebates on medicines (semantics 5.26)', () => {
  it('before 2017: 13 % of 0.1243 is 0.016159, at four places 0.0162', () => {
    const amount = product('0.1243', '0.13', '1000');
    expect(rounded(amount, '1000', 6, 'halfAwayFromZero')).toBe('16.159');
    expect(rounded(amount, '1000', 4, 'halfAwayFromZero')).toBe('16.2');
  });

  it('from 2017: 13 % of 0.357911 at seven places is 0.0465284', () => {
    const amount = product('0.357911', '0.13', '10000000');
    expect(rounded(amount, '10000000', 7, 'halfAwayFromZero')).toBe('465284');
  });

  it('the indexed price is 0.2458769 where the quotient is not rounded before', () => {
    const quotient = divide(fractionOf('0.244795'), fractionOf('238.031'));
    const indexed = multiply(quotient, fractionOf('239.083'));
    expect(rounded(indexed, '1', 7, 'halfAwayFromZero')).toBe('0.2458769');
    const early = roundUnitRate(quotient, fractionOf('1'), { places: 7, mode: 'halfAwayFromZero' });
    expect(rounded(multiply(early, fractionOf('239.083')), '1', 7, 'halfAwayFromZero')).toBe('0.245873');
    const additional = subtract(fractionOf('0.357911'), indexed);
    expect(rounded(additional, '1', 7, 'halfAwayFromZero')).toBe('0.1120341');
  });
});

describe('the rounded rate of one unit', () => {
  it.each([
    ['below the half', '0.1249', 'halfAwayFromZero', '1.2'],
    ['at the half', '0.125', 'halfAwayFromZero', '1.3'],
    ['at the half, to even', '0.125', 'halfEven', '1.2'],
    ['above the half', '0.1251', 'halfDown', '1.3'],
    ['down', '0.1299', 'floor', '1.2'],
    ['up', '0.1201', 'ceiling', '1.3'],
    ['exact as it is', '0.12', 'ceiling', '1.2'],
    ['zero', '0', 'ceiling', '0'],
    ['below zero', '-0.125', 'halfAwayFromZero', '-1.3'],
    ['below zero, up', '-0.125', 'ceiling', '-1.2'],
  ] as const)('%s', (_, rate, mode, expected) => {
    expect(rounded(product(rate, '10'), '10', 2, mode)).toBe(expected);
  });

  it('is that of a positive unit where amount and measure are both below zero', () => {
    expect(rounded(fractionOf('-1.25'), '-10', 2, 'halfAwayFromZero')).toBe('-1.3');
    expect(rounded(fractionOf('1.25'), '-10', 2, 'halfAwayFromZero')).toBe('1.3');
  });

  it('may have no places, and fractions of units', () => {
    expect(rounded(fractionOf('10'), '8/3', 0, 'halfUp')).toBe('32/3');
  });

  it('of nothing there is none: the amount stays', () => {
    expect(rounded(fractionOf('12.3456'), '0', 2, 'floor')).toBe('12.3456');
  });
});

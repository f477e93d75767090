import { describe, expect, it } from 'vitest';
import { fractionOf } from '../../test/support/trade.ts';
import { minorDigits } from './currency.ts';
import { addMoney, type Money, moneyText, moneyToRational, roundToMoney, subtractMoney } from './money.ts';

describe('money', () => {
  it.each([
    ['1076.13905', 'EUR', 107_614n, '1076.14'],
    ['1076.13905', 'JPY', 1076n, '1076'],
    ['1076.13905', 'KWD', 1_076_139n, '1076.139'],
    ['1076.13905', 'CLF', 10_761_391n, '1076.1391'],
    ['-0.005', 'EUR', -1n, '-0.01'],
    ['0', 'EUR', 0n, '0.00'],
  ])('%s %s is rounded to the places of its currency', (exact, currency, minor, text) => {
    const money = roundToMoney(fractionOf(exact), currency, 'halfAwayFromZero');
    expect(money).toEqual({ minor, currency });
    expect(moneyText(money)).toBe(text);
  });

  it('adds and subtracts', () => {
    const a = { minor: 150n, currency: 'EUR' } as const;
    const b = { minor: 250n, currency: 'EUR' } as const;
    expect(addMoney(a, b)).toEqual({ minor: 400n, currency: 'EUR' });
    expect(subtractMoney(a, b)).toEqual({ minor: -100n, currency: 'EUR' });
    expect(moneyToRational(a)).toEqual(fractionOf('3/2'));
  });

  it('does not add two currencies', () => {
    const [a, b]: Money[] = [
      { minor: 1n, currency: 'EUR' },
      { minor: 1n, currency: 'USD' },
    ];
    expect(() => addMoney(a as Money, b as Money)).toThrow('EUR and USD do not add up');
    expect(() => subtractMoney(a as Money, b as Money)).toThrow('EUR and USD do not add up');
  });

  it('does not know every three letters', () => {
    expect(() => moneyText({ minor: 1n, currency: 'ABC' })).toThrow('unknown currency ABC');
  });
});

describe('currencies', () => {
  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['UYW', 4],
    ['CNY', 2],
    ['eur', undefined],
    ['XAU', undefined],
    ['', undefined],
  ])('%s has %s places', (code, digits) => {
    expect(minorDigits(code)).toBe(digits);
  });
});

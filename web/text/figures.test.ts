import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  figureText,
  isSameFigure,
  moneyFigure,
  moneyText,
  percentText,
  scaled,
  shortMoneyText,
  shortPercentText,
  sumText,
} from './figures.ts';

/** The browser puts a no-break space between code and figure. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('figures', () => {
  test.each([
    ['1511.598482', 'en-GB', '1,511.598482'],
    ['-7464.5', 'en-GB', '-7,464.5'],
    ['1511.598482', 'zh-CN', '1,511.598482'],
    ['123456789012345678901.12', 'en-GB', '123,456,789,012,345,678,901.12'],
    ['0.1', 'en-GB', '0.1'],
  ])('%s in %s keeps every place: %s', (exact, locale, shown) => {
    expect(figureText(exact, locale)).toBe(shown);
  });

  test.each([
    ['2/3', '0.666666…'],
    ['-2/3', '-0.666666…'],
    ['1/3000000', '0.000000…'],
    ['-1/3000000', '-0.000000…'],
    ['151159848200/1324677939', '114.110640…'],
  ])('%s is cut and not rounded: %s', (exact, shown) => {
    expect(figureText(exact, 'en-GB')).toBe(shown);
  });

  test.each([
    ['1076.14', 'USD', '1,076.14'],
    ['54567.9', 'USD', '54,567.90'],
    ['1000', 'JPY', '1,000'],
    ['1.5', 'KWD', '1.500'],
    ['62254.268475', 'USD', '62,254.268475'],
    ['24691357802469135780248912345.1', 'EUR', '24,691,357,802,469,135,780,248,912,345.10'],
  ])('%s %s has the places of its currency and all of its own: %s', (exact, currency, shown) => {
    expect(moneyFigure(exact, currency, 'en-GB')).toBe(shown);
  });

  test('an amount bears the code of its currency', () => {
    expect(plain(moneyText('1076.14', 'USD', 'en-GB'))).toBe('USD 1,076.14');
    expect(plain(moneyText('1076.14', 'USD', 'zh-CN'))).toBe('USD 1,076.14');
  });

  test('percent points', () => {
    expect(percentText('2.75', 'en-GB')).toBe('2.75%');
    expect(percentText('151159848200/1324677939', 'en-GB')).toBe('114.110640…%');
  });

  test.each([
    ['7464.982735', 'USD', 'USD 7,464.98', 'USD 7,464.99'],
    ['7464.98', 'USD', 'USD 7,464.98', 'USD 7,464.98'],
    ['7464.9800', 'USD', 'USD 7,464.98', 'USD 7,464.98'],
    ['0.999', 'USD', 'USD 0.99', 'USD 1.00'],
    ['2/3', 'USD', 'USD 0.66', 'USD 0.67'],
    ['3505.5', 'JPY', 'JPY 3,505', 'JPY 3,506'],
  ])('%s %s is read as %s where it is reached, as %s where it is missing', (exact, currency, down, up) => {
    expect(plain(shortMoneyText(exact, currency, 'en-GB', 'down'))).toBe(down);
    expect(plain(shortMoneyText(exact, currency, 'en-GB', 'up'))).toBe(up);
  });
});

test.each([
  ['151159848200/1324677939', '114.11%', '114.12%'],
  ['2999999/30000', '99.99%', '100%'],
  ['100', '100%', '100%'],
  ['2.75', '2.75%', '2.75%'],
])('%s percent is read as %s where it is reached, as %s where it is missing', (points, down, up) => {
  expect(shortPercentText(points, 'en-GB', 'down')).toBe(down);
  expect(shortPercentText(points, 'en-GB', 'up')).toBe(up);
});

describe('sums', () => {
  test('decimals of any scale add up exactly', () => {
    expect(sumText(['0.1', '0.2', '-0.05', '3'])).toBe('3.25');
    expect(sumText([])).toBe('0');
    expect(sumText(['-1.25', '1.25'])).toBe('0.00');
  });
  test('a fraction has no decimal sum', () => {
    expect(sumText(['1', '1/3'])).toBeUndefined();
  });
  test('the same number may be written in two ways', () => {
    expect(isSameFigure('10', '10.00')).toBe(true);
    expect(isSameFigure('-10', '10')).toBe(false);
    expect(isSameFigure('1/3', '0.3333')).toBe(false);
  });
  test('sums of cents are sums of integers', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(-(10n ** 20n), 10n ** 20n)), (cents) => {
        const texts = cents.map((minor) => {
          const digits = String(minor < 0n ? -minor : minor).padStart(3, '0');
          return `${minor < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        });
        expect(scaled(sumText(texts) ?? '', 2)).toBe(cents.reduce((sum, minor) => sum + minor, 0n));
      }),
      { seed: 20261124 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { fractionOf } from '../../test/support/trade.ts';
import { exactText } from '../explanation/operands.ts';
import { inMinorUnits } from './money.ts';
import { hasBothSigns, roundedTogether } from './roundedTogether.ts';

describe('both signs', () => {
  it.each([
    [['1', '-1'], true],
    [['1/3', '-1/4'], true],
    [['0', '-1'], false],
    [['1', '0'], false],
    [['-1', '-2'], false],
    [[], false],
  ])('of %j: %s', (texts, expected) => {
    expect(hasBothSigns(texts.map(fractionOf))).toBe(expected);
  });
});

describe('amounts that are rounded as one sum', () => {
  it.each([
    [3n, ['1', '1.5'], '1.2, 1.8'],
    [-1n, ['0', '-0.6'], '0, -1'],
    [1n, ['5', '-4.4'], '5, -4.4'],
    [0n, ['5', '-5'], '5, -5'],
    [0n, ['0.2', '0.2'], '0, 0'],
    [0n, [], ''],
  ] as const)('%s for %j: %s', (total, texts, expected) => {
    const parts = roundedTogether(
      total,
      texts.map((text, index) => ({ key: `${index}`, exact: fractionOf(text) })),
    );
    expect(parts.map(({ exact }) => exactText(exact)).join(', ')).toBe(expected);
  });
});

describe('minor units', () => {
  it.each([
    ['1.505', 'EUR', '150.5'],
    ['1.5', 'JPY', '1.5'],
    ['1.5', 'KWD', '1500'],
  ])('of %s %s are %s', (exact, currency, expected) => {
    expect(exactText(inMinorUnits(fractionOf(exact), currency))).toBe(expected);
  });
});

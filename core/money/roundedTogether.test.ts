import { describe, expect, it } from 'vitest';
import { fractionOf } from '../../test/support/trade.ts';
import { exactText } from '../explanation/operands.ts';
import { dealOut } from './allocate.ts';
import { roundedTogether } from './roundedTogether.ts';

const partsOf = (amounts: readonly string[]) =>
  amounts.map((amount, index) => ({ key: `P${index}`, exact: fractionOf(amount) }));

describe('amounts that are rounded as one sum', () => {
  it.each<[readonly string[], bigint, readonly string[]]>([
    [['1', '2'], 3n, ['1', '2']],
    [['0.5', '1'], 2n, ['2/3', '4/3']],
    [['-0.5', '-1'], -2n, ['-2/3', '-4/3']],
    [['0', '1.5'], 2n, ['0', '2']],
    [['500', '-500'], 0n, ['500', '-500']],
    [['500', '-499.4'], 1n, ['500', '-499.4']],
    [['0', '0'], 0n, ['0', '0']],
    [[], 0n, []],
  ])('%s as %s have parts of %s', (amounts, total, parts) => {
    expect(roundedTogether(total, partsOf(amounts)).map(({ exact }) => exactText(exact))).toEqual(parts);
  });

  it.each<[readonly string[], bigint, readonly bigint[]]>([
    [['500', '-500'], 0n, [500n, -500n]],
    [['500', '-499.4'], 1n, [500n, -499n]],
    [['500.4', '-499.4'], 1n, [500n, -499n]],
    [['500.5', '-499.5', '0'], 1n, [501n, -500n, 0n]],
    [['0.5', '0.5'], 1n, [1n, 0n]],
    [['-0.5', '-0.5'], -1n, [0n, -1n]],
  ])('%s as %s are dealt out as %s', (amounts, total, cents) => {
    expect(dealOut(total, roundedTogether(total, partsOf(amounts)))).toEqual(cents);
  });
});

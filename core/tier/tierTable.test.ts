import { describe, expect, it } from 'vitest';
import { rateOf, tableOf } from '../../test/support/formulaCases.ts';
import { exactText } from '../explanation/operands.ts';
import { rateFactor } from './tierTable.ts';

describe('a table in one window', () => {
  it('has its bounds and caps times the factor of the window, and its rates as they are', () => {
    const table = tableOf('100 2% max1000, 250 3%', { boundary: 'moreThan', defaultTier: 2 }, '7/30');
    expect([table.boundary, table.defaultTier]).toEqual(['moreThan', 2]);
    expect(table.rows.map(({ from }) => exactText(from))).toEqual(['70/3', '175/3']);
    expect(table.rows.map(({ measureCap }) => measureCap && exactText(measureCap))).toEqual([
      '700/3',
      undefined,
    ]);
    expect(table.rows.map(({ rates }) => rates)).toEqual([[rateOf('2%')], [rateOf('3%')]]);
    expect(table.rows.map(({ row }) => row.from.digits)).toEqual([100n, 250n]);
  });
});

describe('a rate as a factor', () => {
  it.each([
    ['2.5%', '0.025'],
    ['2.5', '2.5'],
    ['#2.5', '2.5'],
    ['2/100*7.20', '7.2'],
    ['-1%', '-0.01'],
  ])('%s is %s', (rate, factor) => {
    expect(exactText(rateFactor(rateOf(rate)))).toBe(factor);
  });
});

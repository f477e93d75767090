import { describe, expect, it } from 'vitest';
import { rateOf, tableOf } from '../../test/support/formulaCases.ts';
import { fractionOf } from '../../test/support/trade.ts';
import { exactText } from '../explanation/operands.ts';
import { payRate, payRow } from './payRate.ts';
import type { TierRow } from './tierTable.ts';

describe('what a rate gives on a measure', () => {
  it.each([
    ['2.5%', '200', '200', '5'],
    ['2.5%', '0', '0', '0'],
    ['2.5%', '-200', '-200', '-5'],
    ['0.055', '7', '7', '0.385'],
    ['#100', '7', '1', '100'],
    ['#100', '-7', '1', '100'],
    ['2/100*7', '99', '0', '0'],
    ['2/100*7', '99.999', '0', '0'],
    ['2/100*7', '100', '2', '14'],
    ['2/100*7', '150', '2', '14'],
    ['2/100*7', '200', '4', '28'],
    ['2/100*7', '0', '0', '0'],
    ['2/100*7', '-99', '0', '0'],
    ['2/100*7', '-100', '-2', '-14'],
    ['2/100*7', '-150', '-2', '-14'],
    ['0.5/2.5*10', '7.4', '1', '10'],
    ['0.5/2.5*10', '7.5', '1.5', '15'],
  ])('%s on %s: %s are paid, %s', (rate, measure, counted, amount) => {
    const paid = payRate(rateOf(rate), fractionOf(measure), 3);
    expect([exactText(paid.measure), exactText(paid.amount), paid.tier]).toEqual([counted, amount, 3]);
    expect([paid.rate, paid.payout]).toEqual([rateOf(rate), 'payout']);
  });

  it('does not guess what free goods are', () => {
    const { free: _, ...rate } = rateOf('2/100*7');
    expect(() => payRate(rate, fractionOf('100'), 1)).toThrow('Fault');
  });

  it('is paid for each part on its own measure, and on nothing where there is none', () => {
    const [row] = tableOf('0 4%+0.9%').rows;
    const payouts = new Map([['part2', fractionOf('1000')]]);
    const paid = payRow(row as TierRow, 1, payouts);
    expect(paid.map(({ payout, amount }) => [payout, exactText(amount)])).toEqual([
      ['part1', '0'],
      ['part2', '9'],
    ]);
  });
});

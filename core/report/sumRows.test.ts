import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyText } from '../money/money.ts';
import { rational } from '../number/rational.ts';
import type { ReportRow } from './report.ts';
import { shareOf } from './shareOf.ts';
import { sumRows } from './sumRows.ts';

const COLUMNS = ['partner', 'direction', 'currency', 'accounts', 'earnedAmount', 'rebateRate'] as const;

const row = (direction: string, currency: string, accounts: string, earnedAmount: string): ReportRow => ({
  cells: { partner: 'P', direction, currency, accounts, earnedAmount, rebateRate: '2.00' },
});

describe('sumRows', () => {
  it('adds nothing across directions or currencies, and no percents', () => {
    const sums = sumRows(COLUMNS, [
      row('customerRebate', 'EUR', '1', '0.10'),
      row('customerRebate', 'EUR', '2', '0.20'),
      row('supplierRebate', 'EUR', '1', '-5.00'),
      row('customerRebate', 'JPY', '1', '7'),
    ]);
    expect(sums.map(({ cells }) => cells)).toEqual([
      { direction: 'customerRebate', currency: 'EUR', accounts: '3', earnedAmount: '0.30' },
      { direction: 'customerRebate', currency: 'JPY', accounts: '1', earnedAmount: '7' },
      { direction: 'supplierRebate', currency: 'EUR', accounts: '1', earnedAmount: '-5.00' },
    ]);
  });

  it('of nothing there is no sum, and an empty cell adds nothing', () => {
    expect(sumRows(COLUMNS, [])).toEqual([]);
    expect(sumRows(COLUMNS, [row('', 'EUR', '', '')])[0]?.cells).toMatchObject({
      accounts: '0',
      earnedAmount: '0.00',
    });
  });

  it('is exact however many rows there are, in any order', () => {
    const cents = fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), {
      minLength: 1,
      maxLength: 50,
    });
    fc.assert(
      fc.property(cents, (minors) => {
        const rows = minors.map((minor) => row('', 'EUR', '1', moneyText({ minor, currency: 'EUR' })));
        const sum = minors.reduce((total, minor) => total + minor, 0n);
        const expected = moneyText({ minor: sum, currency: 'EUR' });
        expect(sumRows(COLUMNS, rows)[0]?.cells.earnedAmount).toBe(expected);
        expect(sumRows(COLUMNS, rows.toReversed())).toEqual(sumRows(COLUMNS, rows));
      }),
    );
  });
});

it.each([
  [1n, 8n, '12.50'],
  [1n, 3n, '33.33'],
  [2n, 3n, '66.67'],
  [-1n, 200n, '-0.50'],
  [1n, 0n, ''],
])('%s of %s is %s percent', (part, whole, share) => {
  expect(shareOf(rational(part), rational(whole))).toBe(share);
});

import { describe, expect, it } from 'vitest';
import { agreementOf, UNITS } from '../../test/support/trade.ts';
import { formatDecimal } from '../number/decimal.ts';
import { goodsOf } from './goodsOf.ts';

const free = (unitValue: string, give = '1') => ({ give, per: '10', unitValue });
const rows = (...values: readonly string[]) =>
  values.map((value, index) => ({ from: String(index * 100), free: free(value) }));
const where = (...codes: readonly string[]) => [{ attribute: 'product.code', in: codes }];

function goods(minor: bigint, values: readonly string[] = ['4.20'], codes: readonly string[] = ['X']) {
  const tiers = { boundary: 'atLeast', rows: rows(...values) };
  const payout = { ...UNITS, where: where(...codes) };
  const [term] = agreementOf({ formula: 'freeGoods', qualifier: UNITS, payout, tiers }).terms;
  const given = term && goodsOf(term, minor, 'EUR');
  return given && [given.product, formatDecimal(given.quantity), given.unit, formatDecimal(given.unitValue)];
}

describe('the goods that an amount stands for', () => {
  it.each([
    ['whole units', goods(5040n), ['X', '12', 'EA', '4.20']],
    ['no whole number of them', goods(5041n), undefined],
    ['none', goods(0n), undefined],
    ['two tiers at one value', goods(840n, ['4.20', '4.2']), ['X', '2', 'EA', '4.20']],
    ['two values', goods(840n, ['4.20', '4.00']), undefined],
    ['more than one product', goods(420n, ['4.20'], ['X', 'Y']), [undefined, '1', 'EA', '4.20']],
  ])('%s', (_, given, expected) => {
    expect(given).toEqual(expected);
  });

  it('of another formula are none', () => {
    const [term] = agreementOf().terms;
    expect(term && goodsOf(term, 420n, 'EUR')).toBeUndefined();
  });
});

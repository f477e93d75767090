import { describe, expect, it } from 'vitest';
import { dayOf, decimalOf } from '../../test/support/trade.ts';
import type { MasterRecord } from '../master/master.ts';
import { productPrice } from './productPrice.ts';

function priced(text: string): MasterRecord {
  return { code: 'A', versions: [{ name: 'Tea', attributes: { 'price.claim': text } }] };
}

const TODAY = dayOf('2026-01-05');

describe('the price of a product', () => {
  it.each([
    ['12.50 EUR', '12.50', 'EUR'],
    ['0 EUR', '0', 'EUR'],
    ['0.000000001 JPY', '0.000000001', 'JPY'],
  ])('“%s”', (text, amount, currency) => {
    expect(productPrice(priced(text), 'claim', TODAY)).toEqual({ amount: decimalOf(amount), currency });
  });

  it.each([
    '12.50',
    'EUR',
    '12,50 EUR',
    '-1 EUR',
    'EUR 12.50',
    '12.50  EUR',
    '12.50 eur',
    '12.50 XXX',
    '12.50EUR',
  ])('that reads “%s” is named', (text) => {
    expect(productPrice(priced(text), 'claim', TODAY)).toEqual({ reason: 'priceInvalid', text });
  });

  it('is missing where nobody has said it', () => {
    const missing = { reason: 'priceMissing' };
    expect(productPrice(undefined, 'claim', TODAY)).toEqual(missing);
    expect(productPrice(priced('1 EUR'), 'list', TODAY)).toEqual(missing);
    expect(productPrice(priced(''), 'claim', TODAY)).toEqual(missing);
  });

  it('is that of the day', () => {
    const [old] = priced('10 EUR').versions;
    const [lower] = priced('8 USD').versions;
    if (old === undefined || lower === undefined) throw new Error('no version');
    const product = { code: 'A', versions: [old, { ...lower, validFrom: dayOf('2026-02-01') }] };
    const on = (day: string) => productPrice(product, 'claim', dayOf(day));
    expect(on('2026-01-31')).toEqual({ amount: decimalOf('10'), currency: 'EUR' });
    expect(on('2026-02-01')).toEqual({ amount: decimalOf('8'), currency: 'USD' });
  });
});

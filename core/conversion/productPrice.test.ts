import { describe, expect, it } from 'vitest';
import { dayOf, decimalOf } from '../../test/support/trade.ts';
import { type Master, type MasterRecord, NO_MASTER } from '../master/master.ts';
import { productPrice } from './productPrice.ts';

function priced(text: string): MasterRecord {
  return { code: 'A', versions: [{ name: 'Tea', attributes: { 'price.claim': text } }] };
}

function priceOf(
  product: MasterRecord | undefined,
  name: string,
  day: number,
  prices: Master['prices'] = new Map(),
) {
  const products = new Map(product && [[product.code, product]]);
  return productPrice({ ...NO_MASTER, products, prices }, 'A', name, day);
}

const TODAY = dayOf('2026-01-05');

describe('the price of a product', () => {
  it.each([
    ['12.50 EUR', '12.50', 'EUR'],
    ['0 EUR', '0', 'EUR'],
    ['0.000000001 JPY', '0.000000001', 'JPY'],
  ])('“%s”', (text, amount, currency) => {
    expect(priceOf(priced(text), 'claim', TODAY)).toEqual({ amount: decimalOf(amount), currency });
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
    expect(priceOf(priced(text), 'claim', TODAY)).toEqual({ reason: 'priceInvalid', text });
  });

  it('is missing where nobody has said it', () => {
    const missing = { reason: 'priceMissing' };
    expect(priceOf(undefined, 'claim', TODAY)).toEqual(missing);
    expect(priceOf(priced('1 EUR'), 'list', TODAY)).toEqual(missing);
    expect(priceOf(priced(''), 'claim', TODAY)).toEqual(missing);
  });

  it('is that of the day', () => {
    const [old] = priced('10 EUR').versions;
    const [lower] = priced('8 USD').versions;
    if (old === undefined || lower === undefined) throw new Error('no version');
    const product = { code: 'A', versions: [old, { ...lower, validFrom: dayOf('2026-02-01') }] };
    const on = (day: string) => priceOf(product, 'claim', dayOf(day));
    expect(on('2026-01-31')).toEqual({ amount: decimalOf('10'), currency: 'EUR' });
    expect(on('2026-02-01')).toEqual({ amount: decimalOf('8'), currency: 'USD' });
  });

  it('is that of the price list of its name, where master data has none of its own', () => {
    const versions = [
      { name: 'A', validFrom: dayOf('2026-01-05'), attributes: { price: '7 EUR' } },
      { name: 'A', validFrom: dayOf('2026-02-01'), attributes: {} },
    ];
    const prices = new Map([['claim/A', { code: 'claim/A', versions }]]);
    const on = (day: string, own?: MasterRecord) => priceOf(own, 'claim', dayOf(day), prices);
    const seven = { amount: decimalOf('7'), currency: 'EUR' };
    expect(on('2026-01-04')).toEqual({ reason: 'priceMissing' });
    expect(on('2026-01-05')).toEqual(seven);
    expect(on('2026-01-31', priced(''))).toEqual(seven);
    expect(on('2026-02-01')).toEqual({ reason: 'priceMissing' });
    expect(on('2026-01-05', priced('8 EUR'))).toEqual({ amount: decimalOf('8'), currency: 'EUR' });
    expect(priceOf(undefined, 'other', TODAY, prices)).toEqual({ reason: 'priceMissing' });
  });
});

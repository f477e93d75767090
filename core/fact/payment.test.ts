import { describe, expect, it } from 'vitest';
import { dayOf, decimalOf } from '../../test/support/trade.ts';
import { parsePayment, paymentContent, paymentKey } from './payment.ts';
import { parseStockCount, stockContent, stockKey } from './stockCount.ts';

const PAYMENT = {
  source: 'bank',
  payment: 'Z1',
  paidOn: '2026-03-05',
  documentSource: 'erp',
  document: 'D1',
  amount: '98.00',
  discount: '2',
  documentTotal: '100',
  currency: 'EUR',
};
const STOCK = {
  source: 'wms',
  company: 'EU',
  partner: 'P1',
  location: 'L1',
  product: 'A',
  day: '2026-03-31',
  quantity: '12.50',
  unit: 'EA',
};

type Texts = Readonly<Record<string, string>>;
function codes(
  parse: (texts: Texts) => { ok: boolean; refusals?: readonly { code: string; at: string }[] },
  texts: Texts,
) {
  return (parse(texts).refusals ?? []).map(({ code, at }) => `${code} ${at}`);
}

describe('a payment', () => {
  it('has each field in its place; without a source of the document it is that of the payment', () => {
    const said = { ...PAYMENT, paidOn: dayOf('2026-03-05') };
    const decimals = {
      amount: decimalOf('98.00'),
      discount: decimalOf('2'),
      documentTotal: decimalOf('100'),
    };
    expect(parsePayment(PAYMENT)).toEqual({ ok: true, value: { ...said, ...decimals } });
    const { documentSource: _, discount: __, documentTotal: ___, ...short } = PAYMENT;
    expect(parsePayment(short)).toMatchObject({ ok: true, value: { documentSource: 'bank' } });
  });

  it.each<[Texts, string[]]>([
    [{ payment: '' }, ['line-field-missing payment']],
    [{ amount: '' }, ['line-field-missing amount']],
    [{ amount: '1,50' }, ['line-decimal-invalid amount']],
    [{ paidOn: '' }, ['line-field-missing paidOn']],
    [{ paidOn: '5.3.2026' }, ['line-date-invalid paidOn']],
    [{ currency: 'EUX' }, ['line-currency-unknown currency']],
    [{ note: 'x' }, ['line-field-unknown note']],
    [{ document: 'D\u0001' }, ['line-text-invalid document']],
    [
      { discount: 'x', documentTotal: '1.0000000001' },
      ['line-decimal-invalid discount', 'line-scale-beyond-nine documentTotal'],
    ],
  ])('with %j is refused', (differs, expected) => {
    expect(codes(parsePayment, { ...PAYMENT, ...differs })).toEqual(expected);
  });

  it('is itself by source, number and document, and says the same with other zeros', () => {
    const of = (differs: Texts) => {
      const parsed = parsePayment({ ...PAYMENT, ...differs });
      if (!parsed.ok) throw new Error('refused');
      return [paymentKey(parsed.value), paymentContent(parsed.value)];
    };
    expect(of({ amount: '98' })).toEqual(of({}));
    expect(of({ amount: '97' })[0]).toBe(of({})[0]);
    expect(of({ amount: '97' })[1]).not.toBe(of({})[1]);
    for (const differs of [{ source: 'x' }, { payment: 'x' }, { documentSource: 'x' }, { document: 'x' }]) {
      expect(of(differs)[0]).not.toBe(of({})[0]);
    }
  });
});

describe('a stock count', () => {
  it('has each field in its place; without a partner it is ours', () => {
    const said = { ...STOCK, day: dayOf('2026-03-31'), quantity: decimalOf('12.50') };
    expect(parseStockCount(STOCK)).toEqual({ ok: true, value: said });
    const { partner: _, location: __, ...ours } = STOCK;
    const parsed = parseStockCount(ours);
    expect(parsed.ok && 'partner' in parsed.value).toBe(false);
  });

  it.each<[Texts, string[]]>([
    [{ product: '' }, ['line-field-missing product']],
    [{ day: '2026-02-30' }, ['line-date-invalid day']],
    [{ quantity: 'many' }, ['line-decimal-invalid quantity']],
    [{ price: '1' }, ['line-field-unknown price']],
  ])('with %j is refused', (differs, expected) => {
    expect(codes(parseStockCount, { ...STOCK, ...differs })).toEqual(expected);
  });

  it('is itself by place, product, unit and day', () => {
    const of = (differs: Texts) => {
      const parsed = parseStockCount({ ...STOCK, ...differs });
      if (!parsed.ok) throw new Error('refused');
      return [stockKey(parsed.value), stockContent(parsed.value)];
    };
    expect(of({ quantity: '12.5' })).toEqual(of({}));
    expect(of({ quantity: '13' })[0]).toBe(of({})[0]);
    for (const differs of [
      { partner: '' },
      { location: '' },
      { product: 'B' },
      { unit: 'CS' },
      { day: '2026-04-01' },
    ]) {
      expect(of(differs)[0]).not.toBe(of({})[0]);
    }
  });
});

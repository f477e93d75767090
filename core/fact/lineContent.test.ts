import { describe, expect, it } from 'vitest';
import { lineOf, lineTexts, type Texts } from '../../test/support/trade.ts';
import { lineContent } from './lineContent.ts';
import { parseLine } from './parseLine.ts';

describe('the content of a line', () => {
  it('is what its sender said, in one order', () => {
    expect(lineContent(lineOf({ 'attribute.promotion': 'spring' }))).toBe(
      '{"attributes":{"promotion":"spring"},"company":"EU","currency":"EUR","dates":{"invoice":20487},"document":"D1",' +
        '"line":"1","netValue":"10","partner":"P1","product":"A","quantities":{"invoiced":"1"},"side":"sale","source":"erp","unit":"EA"}',
    );
  });

  it.each([
    ['places at the end of a decimal', { netValue: '10', quantity: '1.000' }, {}],
    ['when it became known', { knownOn: '2026-05-05' }, {}],
    ['the number of its revision and batch', {}, { revision: 7, batch: 9 }],
    [
      'its original',
      {},
      { original: { document: 'D0', line: '1', dates: {}, attributes: {}, batch: 3, knownOn: 9 } },
    ],
  ] as readonly (readonly [string, Texts, object])[])('does not change with %s', (_, texts, more) => {
    expect(lineContent(lineOf(texts, more))).toBe(lineContent(lineOf()));
  });

  it.each<Texts>([
    { netValue: '10.01' },
    { netValue: '' },
    { grossValue: '10' },
    { invoiceDate: '2026-02-04' },
    { orderDate: '2026-02-03' },
    { quantity: '-1' },
    { partner: 'P2' },
    { product: 'B' },
    { unit: 'CS' },
    { currency: 'USD' },
    { 'attribute.promotion': 'spring' },
    { returnOfDocument: 'D0', returnOfLine: '1' },
    { serviceDate: '2026-02-03' },
    { paymentDate: '2026-02-03' },
    { submissionDate: '2026-02-03' },
    { listPrice: '10' },
    { contractPrice: '10' },
    { invoiceNumber: 'I1' },
    { lineKind: 'goods' },
    { endCustomer: 'CLINIC' },
    { taxCode: 'V1' },
    { taxRate: '19' },
    { side: 'sellThrough' },
    { unitCost: '10' },
    { correctionOfDocument: 'D0', correctionOfLine: '1' },
    { 'discount.rule.A': '1' },
  ])('changes with %j', (texts) => {
    expect(lineContent(lineOf(texts))).not.toBe(lineContent(lineOf()));
  });

  it('tells every difference of a discount, and no order of columns', () => {
    const content = (texts: Texts) => {
      const line = parseLine({ ...lineTexts(), ...texts });
      return line.ok ? lineContent(line.value) : '';
    };
    const texts: readonly Texts[] = [
      { 'discount.rule.A': '5' },
      { 'discount.rule.B': '5' },
      { 'discount.coupon.A': '5' },
      { 'discount.rule.A': '5%' },
      { 'discount.rule.A': '=5' },
      { 'discount.rule.A': '5.1' },
      { 'discount.rule.A': '5', 'discount.rule.B': '5' },
    ];
    expect(new Set(texts.map(content)).size).toBe(texts.length);
    expect(content({ 'discount.rule.A': '5.0' })).toBe(content({ 'discount.rule.A': '5' }));
    expect(content({ 'discount.rule.B': '5', 'discount.rule.A': '5' })).toBe(content(texts.at(-1) ?? {}));
    expect(content({ 'discount.rule.A': '5.0%' })).toContain(
      '"discounts":[{"code":"A","kind":"percent","origin":"rule","value":"5"}]',
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf, lineTexts, type Texts } from '../../test/support/trade.ts';
import { type Decimal, formatDecimal, trimDecimal } from '../number/decimal.ts';
import { canonicalJson, type Json } from '../text/canonicalJson.ts';
import type { Line } from './line.ts';
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

  it('is the canonical JSON of all that was said, whatever it is', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
    const decimal = fc.record({
      digits: fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map((digits) => digits * 10n),
      scale: fc.nat(9),
    });
    const reference = fc.record({ document: text, line: text });
    const discount = fc.record({ origin: text, code: text, kind: text, value: decimal });
    const line = fc.record(
      {
        ...Object.fromEntries(
          ['source', 'document', 'line', 'partner', 'taxCode'].map((name) => [name, text]),
        ),
        ...Object.fromEntries(['unitPrice', 'netValue', 'taxRate'].map((name) => [name, decimal])),
        ...{ returnOf: reference, correctionOf: reference, original: reference },
        quantities: fc.record({ invoiced: decimal, ordered: decimal }, { requiredKeys: [] }),
        dates: fc.record({ invoice: fc.nat(), order: fc.nat() }, { requiredKeys: [] }),
        numbers: fc.record({ order: text, delivery: text }, { requiredKeys: [] }),
        discounts: fc.array(discount, { maxLength: 3 }),
        attributes: fc.dictionary(
          text.map((name) => `n${name}`.normalize('NFC')),
          text,
        ),
        ...{ takenOverFrom: fc.nat(), revision: fc.nat(), batch: fc.nat(), knownOn: fc.nat() },
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(line, (said) => {
        expect(lineContent(said as unknown as Line)).toBe(canonicalJson(slowly(said)));
      }),
    );
  });
});

/** Everything but what we add, decimals without zeros at their end. */
function slowly(value: unknown): Json {
  if (typeof value === 'object' && value !== null && 'digits' in value) {
    return formatDecimal(trimDecimal(value as Decimal));
  }
  if (Array.isArray(value)) return value.map(slowly);
  if (typeof value !== 'object' || value === null) return value as Json;
  const added = ['revision', 'batch', 'knownOn', 'original', 'correction'];
  const said = Object.entries(value).filter(
    ([name, member]) => member !== undefined && !added.includes(name),
  );
  return Object.fromEntries(said.map(([name, member]) => [name, slowly(member)]));
}

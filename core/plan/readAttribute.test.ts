import { describe, expect, it } from 'vitest';
import { dayOf, lineOf, type Texts } from '../../test/support/trade.ts';
import type { Condition } from '../agreement/agreement.ts';
import { originalOf } from '../fact/originalOf.ts';
import { type Master, type MasterRecord, type MasterVersion, NO_MASTER } from '../master/master.ts';
import { type AttributePlace, meets, memberAttribute, memberMeets, readAttribute } from './readAttribute.ts';

function recordOf(code: string, ...versions: readonly MasterVersion[]): [string, MasterRecord] {
  return [code, { code, versions }];
}

function above(parent?: string, validFrom?: string): MasterVersion {
  return {
    name: '',
    attributes: parent === undefined ? {} : { parent },
    ...(validFrom !== undefined && { validFrom: dayOf(validFrom) }),
  };
}

const MASTER: Master = {
  ...NO_MASTER,
  partners: new Map([
    recordOf(
      'P1',
      { name: 'Miller', attributes: { country: 'DE', region: '', parent: 'P2' } },
      { name: 'Miller & Sons', attributes: { country: 'FR', parent: 'P2' }, validFrom: dayOf('2026-06-01') },
    ),
    recordOf('P2', above('P3'), above(undefined, '2026-06-01')),
    recordOf('LOOP', above('POOL')),
    recordOf('POOL', above('LOOP')),
  ]),
  products: new Map([recordOf('A', { name: 'Sencha', attributes: { category: 'green' } })]),
  categories: new Map([
    recordOf('green', above('tea')),
    recordOf('tea', above('drinks'), above('food', '2026-06-01')),
  ]),
};

const ORIGINAL = { document: 'D0', line: '1', dates: {}, attributes: { channel: 'web' }, batch: 1 };
const LINE = lineOf({ 'attribute.channel': 'shop', 'attribute.kind': 'green' }, { original: ORIGINAL });

function placeOf(day: string | undefined, differs: Partial<AttributePlace> = {}): AttributePlace {
  return {
    line: LINE,
    day: day === undefined ? undefined : dayOf(day),
    master: MASTER,
    isOriginal: false,
    ...differs,
  };
}

describe('an attribute', () => {
  it.each([
    ['partner.code', 'P1', 'P1'],
    ['partner.name', 'Miller', 'Miller & Sons'],
    ['partner.country', 'DE', 'FR'],
    ['partner.region', undefined, undefined],
    ['partner.constructor', undefined, undefined],
    ['product.code', 'A', 'A'],
    ['product.name', 'Sencha', 'Sencha'],
    ['product.category', 'green', 'green'],
    ['product.brand', undefined, undefined],
    ['line.source', 'erp', 'erp'],
    ['line.company', 'EU', 'EU'],
    ['line.channel', 'shop', 'shop'],
    ['line.toString', undefined, undefined],
    ['batch.code', undefined, undefined],
    ['code', undefined, undefined],
  ])('%s is %s on the day and %s now', (attribute, then, now) => {
    expect(readAttribute(attribute, placeOf('2026-05-31'))).toBe(then);
    expect(readAttribute(attribute, placeOf(undefined))).toBe(now);
  });

  it.each([
    ['line.kind', 'freight', 'goods'],
    ['line.endCustomer', 'CLINIC', undefined],
    ['line.taxCode', 'V1', undefined],
    ['line.taxRate', '7.5', undefined],
    ['line.orderNumber', 'O1', undefined],
    ['line.deliveryNumber', 'L1', undefined],
    ['line.receiptNumber', 'R1', undefined],
    ['line.invoiceNumber', 'I1', undefined],
    ['line.postingNumber', 'B1', undefined],
    ['line.paymentNumber', 'Z1', undefined],
    ['line.numbers', undefined, undefined],
  ])('%s is the field of the line: %s, of another one %s', (attribute, own, other) => {
    const texts: Texts = {
      lineKind: 'freight',
      endCustomer: 'CLINIC',
      taxCode: 'V1',
      taxRate: '7.50',
      orderNumber: 'O1',
      deliveryNumber: 'L1',
      receiptNumber: 'R1',
      invoiceNumber: 'I1',
      postingNumber: 'B1',
      paymentNumber: 'Z1',
    };
    expect(readAttribute(attribute, placeOf(undefined, { line: lineOf(texts) }))).toBe(own);
    expect(readAttribute(attribute, placeOf(undefined, { line: lineOf() }))).toBe(other);
    const original = { ...ORIGINAL, ...originalOf(lineOf(texts)) };
    const returned = placeOf(undefined, { line: lineOf({}, { original }), isOriginal: true });
    expect(readAttribute(attribute, returned)).toBe(own);
  });

  it('is a free one where the line has no field of its name, else the field', () => {
    const both = lineOf({
      'attribute.kind': 'promo',
      'attribute.endCustomer': 'PRACTICE',
      endCustomer: 'CLINIC',
    });
    expect(readAttribute('line.kind', placeOf(undefined, { line: both }))).toBe('promo');
    expect(readAttribute('line.endCustomer', placeOf(undefined, { line: both }))).toBe('CLINIC');
  });

  it('of the line comes from the line that a return takes back, where it acts in its place', () => {
    expect(readAttribute('line.channel', placeOf(undefined, { isOriginal: true }))).toBe('web');
    expect(readAttribute('line.kind', placeOf(undefined, { isOriginal: true }))).toBe('goods');
    expect(readAttribute('line.source', placeOf(undefined, { isOriginal: true }))).toBe('erp');
    const alone = placeOf(undefined, { line: lineOf({ 'attribute.channel': 'shop' }), isOriginal: true });
    expect(readAttribute('line.channel', alone)).toBe('shop');
  });

  it('of a partner or a product is read by its code, too', () => {
    expect(memberAttribute('partner.country', 'P1', dayOf('2026-06-01'), MASTER)).toBe('FR');
    expect(memberAttribute('product.category', 'A', undefined, MASTER)).toBe('green');
    expect(memberAttribute('product.category', 'P1', undefined, MASTER)).toBeUndefined();
    expect(memberMeets({ attribute: 'partner.code', under: ['P3'] }, 'P1', dayOf('2026-05-31'), MASTER)).toBe(
      true,
    );
  });
});

describe('a condition', () => {
  const on = (condition: Condition, day: string | undefined, differs: Partial<AttributePlace> = {}) =>
    meets(condition, placeOf(day, differs));

  it.each([
    ['partner.country', ['DE', 'AT'], true, false],
    ['partner.country', ['FR'], false, true],
    ['partner.country', ['de'], false, true],
    ['partner.region', ['north'], false, true],
    ['partner.region', [''], false, true],
    ['partner.code', ['P1'], true, false],
    ['line.channel', ['web'], false, true],
  ])('%s in %j: %s, not in: %s', (attribute, values, isIn, isNotIn) => {
    expect(on({ attribute, in: values }, '2026-05-31')).toBe(isIn);
    expect(on({ attribute, notIn: values }, '2026-05-31')).toBe(isNotIn);
  });

  it.each([
    ['product.category', 'green', true, true],
    ['product.category', 'tea', true, true],
    ['product.category', 'drinks', true, false],
    ['product.category', 'food', false, true],
    ['product.category', 'coffee', false, false],
    ['product.brand', 'tea', false, false],
    ['partner.code', 'P1', true, true],
    ['partner.code', 'P2', true, true],
    ['partner.code', 'P3', true, false],
    ['partner.parent', 'P3', false, false],
    ['line.kind', 'drinks', true, false],
  ])('%s under %s: %s on the day, %s now', (attribute, value, then, now) => {
    expect(on({ attribute, under: ['nothing', value] }, '2026-05-31')).toBe(then);
    expect(on({ attribute, under: [value] }, undefined)).toBe(now);
  });

  it('under what stands in a circle ends', () => {
    const loop = { line: lineOf({ partner: 'LOOP' }) };
    expect(on({ attribute: 'partner.code', under: ['POOL'] }, undefined, loop)).toBe(true);
    expect(on({ attribute: 'partner.code', under: ['P1'] }, undefined, loop)).toBe(false);
  });
});

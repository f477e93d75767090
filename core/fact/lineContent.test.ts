import { describe, expect, it } from 'vitest';
import { dayOf, lineOf, type Texts } from '../../test/support/trade.ts';
import { lineContent } from './lineContent.ts';

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
    ['the dates of its original', {}, { originalDates: { invoice: dayOf('2026-01-01') } }],
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
  ])('changes with %j', (texts) => {
    expect(lineContent(lineOf(texts))).not.toBe(lineContent(lineOf()));
  });
});

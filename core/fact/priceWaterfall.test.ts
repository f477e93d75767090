import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fractionOf, lineOf, type Texts } from '../../test/support/trade.ts';
import { type LineValue, priceWaterfall } from './priceWaterfall.ts';

const TEN = { quantity: '10', listPrice: '20.00', netValue: '150.00' };
const DISCOUNTS = [
  'discount.promotion.SPRING',
  'discount.coupon.C7',
  'discount.rule.TRADE',
  'discount.rule.X',
] as const;

function discounts(...texts: readonly string[]): Texts {
  return Object.fromEntries(texts.map((text, index) => [DISCOUNTS[index], text]));
}

/** "200", "1/3", or "without netValue". */
function written(value: LineValue): string {
  if ('missing' in value) return `without ${value.missing}`;
  return value.value.d === 1n ? String(value.value.n) : `${value.value.n}/${value.value.d}`;
}

function waterfall(texts: Texts): string {
  const { list, invoice, net } = priceWaterfall(lineOf({ ...TEN, ...texts }));
  return [list, invoice, net].map(written).join(' → ');
}

describe('the price waterfall of a line', () => {
  it.each([
    ['without discounts', {}, '200 → 200 → 150'],
    ['5 % off', discounts('5%'), '200 → 190 → 150'],
    ['two percentages, one of what the other left', discounts('10%', '50%'), '200 → 90 → 150'],
    ['all off', discounts('100%'), '200 → 0 → 150'],
    ['nothing off', discounts('0%'), '200 → 200 → 150'],
    ['an amount off the line', discounts('12.50'), '200 → 375/2 → 150'],
    ['an amount after the percentages', discounts('100', '50%'), '200 → 0 → 150'],
    ['more than everything off', discounts('250'), '200 → -50 → 150'],
    ['a fixed price', discounts('=9.99'), '200 → 999/10 → 150'],
    ['the lowest of two fixed prices', discounts('=12', '=9'), '200 → 90 → 150'],
    ['a fixed price above the list price', discounts('=25'), '200 → 250 → 150'],
    ['price, then percent, then amount', discounts('5', '10%', '=18'), '200 → 157 → 150'],
    [
      'a third of a cent',
      { quantity: '1', listPrice: '0.01', ...discounts('33.333333333%') },
      '1/100 → 66666666667/10000000000000 → 150',
    ],
    ['a return', { quantity: '-10', netValue: '-150', ...discounts('10%', '-5') }, '-200 → -175 → -150'],
    ['a quantity of zero', { quantity: '0', ...discounts('5') }, '0 → -5 → 150'],
    ['no net value', { netValue: '' }, '200 → 200 → without netValue'],
    ['no list price', { listPrice: '', ...discounts('5%') }, 'without listPrice → without listPrice → 150'],
    ['no list price, but a fixed one', { listPrice: '', ...discounts('=9') }, 'without listPrice → 90 → 150'],
    ['no quantity', { quantity: '' }, 'without quantity.invoiced → without quantity.invoiced → 150'],
    [
      'no quantity, a fixed price',
      { quantity: '', ...discounts('=9') },
      'without quantity.invoiced → without quantity.invoiced → 150',
    ],
  ])('%s', (_, texts, expected) => {
    expect(waterfall(texts)).toBe(expected);
  });

  it('does not hang on who gave which discount', () => {
    const texts = fc.shuffledSubarray(['5%', '12.5%', '=17.30', '=19', '3.25', '-1'], {
      minLength: 3,
      maxLength: 4,
    });
    fc.assert(
      fc.property(texts, (chosen) => {
        expect(waterfall(discounts(...chosen))).toBe(waterfall(discounts(...chosen.toReversed())));
      }),
      { numRuns: 100, seed: 20_261_124 },
    );
  });

  it('stays exact', () => {
    const line = lineOf({ quantity: '0.000000001', listPrice: '0.000000001', ...discounts('0.000000001%') });
    expect(priceWaterfall(line).invoice).toEqual({ value: fractionOf('0.00000000000000000099999999999') });
  });
});

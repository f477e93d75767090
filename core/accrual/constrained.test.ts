import { describe, expect, it } from 'vitest';
import { fractionOf } from '../../test/support/trade.ts';
import { constrained, expectedValue, mostLikely } from './constrained.ts';

const outcome = (amount: string, probability: string) => ({
  amount: fractionOf(amount),
  probability: fractionOf(probability),
});
const OUTCOMES = [outcome('500', '20'), outcome('300', '30'), outcome('400', '50')];

describe('what is owed by us or to us', () => {
  it('is the mean by probability, or the most likely outcome', () => {
    expect(expectedValue(OUTCOMES)).toEqual(fractionOf('390'));
    expect(mostLikely(OUTCOMES, 'customerRebate')).toEqual(fractionOf('400'));
    const even = [outcome('1', '50'), outcome('2', '50')];
    expect(mostLikely(even, 'customerRebate')).toEqual(fractionOf('2'));
    expect(mostLikely(even, 'supplierRebate')).toEqual(fractionOf('1'));
  });

  it.each([
    ['we owe: 30 % are covered by 300, no less than the estimate', 'customerRebate', '30', '390'],
    ['we owe: 80 % need 400', 'customerRebate', '80', '400'],
    ['we owe: more than 80 % need 500', 'customerRebate', '80.01', '500'],
    ['we are owed: 20 % are covered by 500, no more than the estimate', 'supplierRebate', '20', '390'],
    ['we are owed: 70 % allow 400, which is more than the estimate', 'supplierRebate', '70', '390'],
    ['we are owed: more than 70 % allow 300', 'supplierRebate', '70.01', '300'],
    ['certainty', 'supplierRebate', '100', '300'],
  ] as const)('%s', (_, direction, confidence, expected) => {
    const found = constrained(fractionOf('390'), OUTCOMES, fractionOf(confidence), direction);
    expect(found).toEqual(fractionOf(expected));
  });
});

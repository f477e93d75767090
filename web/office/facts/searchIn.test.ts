import { expect, test } from 'vitest';
import { pageIn, textsIn } from './searchIn.ts';

test('texts of an address: codes of digits are texts, nothing else is', () => {
  const search = { partner: 4711, product: 'A', company: '', side: ['sale'], other: 'x' };
  expect(textsIn(search, ['partner', 'product', 'company', 'side'])).toEqual({
    partner: '4711',
    product: 'A',
  });
});

test('the place of a page: a cursor with how many rows lie before it, or the beginning', () => {
  expect(pageIn({ cursor: 'ab-C_1', passed: 50 })).toEqual({ cursor: 'ab-C_1', passed: 50 });
  expect(pageIn({ cursor: 'ab c', passed: 50 })).toEqual({});
  expect(pageIn({ cursor: 'ab', passed: 0 })).toEqual({});
  expect(pageIn({ cursor: 'ab' })).toEqual({});
});

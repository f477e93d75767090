import { expect, test } from 'vitest';
import { addressOf } from './addressOf.ts';

const read = addressOf('partner', 'state');

test('an address keeps the texts it knows, and a page only where it is whole', () => {
  expect(read({ partner: 4711, state: '', other: 'x' })).toEqual({ partner: '4711' });
  expect(read({ cursor: 'abc', passed: 50 })).toEqual({ cursor: 'abc', passed: 50 });
  expect(read({ cursor: 'a b', passed: 50 })).toEqual({});
  expect(read({ cursor: 'abc', passed: -1 })).toEqual({});
});

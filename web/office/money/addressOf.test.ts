import { expect, test } from 'vitest';
import { addressOf, narrowed, said } from './addressOf.ts';

const read = addressOf('partner', 'state');

test('an address keeps the texts it knows, and a page only where it is whole', () => {
  expect(read({ partner: 4711, state: '', other: 'x' })).toEqual({ partner: '4711' });
  expect(read({ cursor: 'abc', passed: 50 })).toEqual({ cursor: 'abc', passed: 50 });
  expect(read({ cursor: 'a b', passed: 50 })).toEqual({});
  expect(read({ cursor: 'abc', passed: -1 })).toEqual({});
});

test('another filter begins at the first page', () => {
  const old = { partner: 'P1', cursor: 'abc', passed: 50 };
  expect(narrowed(old, { state: 'open' })).toEqual({ partner: 'P1', state: 'open' });
  expect(narrowed(old, { partner: '' })).toEqual({});
  expect(said({ partner: undefined, state: '', day: '2026-01-31' })).toEqual({ day: '2026-01-31' });
});

import { expect, test } from 'vitest';
import { dayIn, narrowed, said, textIn, textsIn } from './textsIn.ts';

test('a code of digits stays a text', () => {
  expect([textIn(4711), textIn('A'), textIn(''), textIn(undefined)]).toEqual([
    '4711',
    'A',
    undefined,
    undefined,
  ]);
});

test('of an address the texts that were asked for, and nothing that is none', () => {
  const search = { partner: 4711, product: 'A', company: '', side: ['sale'], other: 'x' };
  expect(textsIn(search, ['partner', 'product', 'company', 'side'])).toEqual({
    partner: '4711',
    product: 'A',
  });
});

test('a day is a day', () => {
  expect([dayIn('2026-01-31'), dayIn('31.01.2026'), dayIn(20260131)]).toEqual([
    '2026-01-31',
    undefined,
    undefined,
  ]);
});

test('only what is said goes out', () => {
  expect(said({ partner: undefined, state: '', day: '2026-01-31' })).toEqual({ day: '2026-01-31' });
});

test('another filter begins at the first page', () => {
  const old = { partner: 'P1', cursor: 'abc', passed: 50 };
  expect(narrowed(old, { state: 'open' })).toEqual({ partner: 'P1', state: 'open' });
  expect(narrowed(old, { partner: '' })).toEqual({});
});

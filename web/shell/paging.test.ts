import { expect, test } from 'vitest';
import { pagingIn, textIn } from './paging.ts';

test('a page is a cursor with the rows before it; nonsense is the first page', () => {
  expect(pagingIn({ cursor: 'abc', passed: 50 })).toEqual({ cursor: 'abc', passed: 50 });
  for (const search of [
    {},
    { cursor: 'abc' },
    { cursor: 'a b', passed: 50 },
    { cursor: 'abc', passed: -1 },
  ]) {
    expect(pagingIn(search)).toEqual({});
  }
});

test('a code of digits stays a text', () => {
  expect([textIn(4711), textIn('A'), textIn(''), textIn(undefined)]).toEqual([
    '4711',
    'A',
    undefined,
    undefined,
  ]);
});

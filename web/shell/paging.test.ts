import { expect, test } from 'vitest';
import { pageQuery, pagingIn } from './paging.ts';

test('a page is a cursor with the rows before it; nonsense is the first page', () => {
  expect(pagingIn({ cursor: 'abc', passed: 50 })).toEqual({ cursor: 'abc', passed: 50 });
  for (const search of [
    {},
    { cursor: 'abc' },
    { cursor: 'a b', passed: 50 },
    { cursor: 'abc', passed: -1 },
    { cursor: 'abc', passed: 0 },
    { cursor: 'abc', passed: 1.5 },
    { cursor: 'abc', passed: 9_999_999_999 },
  ]) {
    expect(pagingIn(search)).toEqual({});
  }
});

test('a page is asked for by its cursor and by what is said', () => {
  expect(pageQuery({ cursor: 'abc', partner: '', day: '2026-01-31' })).toEqual({
    limit: '50',
    cursor: 'abc',
    day: '2026-01-31',
  });
});

import { describe, expect, test } from 'vitest';
import { earningInHash, hashOf, searchOf, selectionIn } from './route.js';

describe('the sheet in the address', () => {
  const id = '0190a7b2-7000-8000-8000-000000000001';

  test('there and back', () => {
    expect(earningInHash(hashOf(id))).toBe(id);
    expect(earningInHash(hashOf('a b/ä'))).toBe('a b/ä');
  });
  test.each(['', '#', '#amounts', '#/earning/', '#/earning/a/b', '#/earning/%E0%A4%A'])(
    '%s opens nothing',
    (hash) => {
      expect(earningInHash(hash)).toBeUndefined();
    },
  );
});

describe('the selection in the address', () => {
  test.each([
    { agreement: '', partner: '', cursor: '', passed: 0 },
    { agreement: 'AW-VAR-2013', partner: '', cursor: '', passed: 0 },
    { agreement: 'A&B=C', partner: '北京 贸易', cursor: 'WyJl_-', passed: 150 },
  ])('%o there and back', (selection) => {
    expect(selectionIn(searchOf(selection))).toEqual(selection);
  });
  test('everything has no query', () => {
    expect(searchOf({ agreement: '', partner: '', cursor: '', passed: 0 })).toBe('');
  });
  test.each([
    'cursor=a',
    'passed=50',
    'cursor=a&passed=0',
    'cursor=a&passed=1.5',
    'cursor=%20&passed=50',
    'cursor=a&passed=9999999999',
    'cursor=&passed=50',
  ])('"%s" is the beginning', (query) => {
    expect(selectionIn(`?${query}`)).toMatchObject({ cursor: '', passed: 0 });
  });
});

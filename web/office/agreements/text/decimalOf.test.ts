import { describe, expect, test } from 'vitest';
import { decimalOf, readersMark } from './decimalOf.ts';

describe('what is typed or pasted as a figure', () => {
  test.each([
    ['1000', '.', '1000'],
    ['1,000', '.', '1000'],
    ['1.000', ',', '1000'],
    ['1.000', '.', '1.000'],
    ['1,5', '.', '1.5'],
    ['1,5', ',', '1.5'],
    ['0,125', '.', '0.125'],
    ['1.234.567,89', '.', '1234567.89'],
    ['1,234,567.89', ',', '1234567.89'],
    ['1,234,567', ',', '1234567'],
    ["1'234.50", '.', '1234.50'],
    ['1 234,50', ',', '1234.50'],
    ['2,5 %', ',', '2.5'],
    ['€ 12.50', '.', '12.50'],
    ['12,50 EUR', ',', '12.50'],
    ['-3', '.', '-3'],
    ['.5', '.', '0.5'],
    ['007', '.', '7'],
  ] as const)('%s with the mark %s is %s', (typed, mark, exact) => {
    expect(decimalOf(typed, mark)).toBe(exact);
  });

  test.each(['', 'from', '1e5x2', '1,2,3.4.5', '--1', '.', '一千'])('%s is none', (typed) => {
    expect(decimalOf(typed, '.')).toBeUndefined();
  });

  test('is read by the region of the reader', () => {
    expect([readersMark('de-DE'), readersMark('en-GB'), readersMark('zh-CN')]).toEqual([',', '.', '.']);
  });
});

import { describe, expect, it } from 'vitest';
import { affixOf, readNumber } from './readNumber.ts';

/** What each format reads; "no" where it does not. The second is 1,234.56, the third 1.234,56. */
const VARIANTS: readonly (readonly [string, string, string])[] = [
  ['0', '0', '0'],
  ['1234', '1234', '1234'],
  ['1234.56', '1234.56', 'no'],
  ['1234,56', 'no', '1234.56'],
  ['1,234.56', '1234.56', 'no'],
  ['1.234,56', 'no', '1234.56'],
  ['1,234', '1234', '1.234'],
  ['1.234', '1.234', '1234'],
  ['-3.000', '-3.000', '-3000'],
  ['-110.7', '-110.7', 'no'],
  ['-110,7', 'no', '-110.7'],
  ['0.125', '0.125', 'no'],
  ['0,125', 'no', '0.125'],
  ["1'234.5", '1234.5', 'no'],
  ["1'234,5", 'no', '1234.5'],
  ['1’234’567.89', '1234567.89', 'no'],
  ['1 234,56', 'no', '1234.56'],
  ['1\u00a0234,56', 'no', '1234.56'],
  ['1\u202f234\u202f567,8', 'no', '1234567.8'],
  ['1 234.56', '1234.56', 'no'],
  ['12,34,567.00', '1234567.00', 'no'],
  ['1,23,456', '123456', 'no'],
  ['(12.50)', '-12.50', 'no'],
  ['(1.234,50)', 'no', '-1234.50'],
  ['12.5-', '-12.5', 'no'],
  ['12,5-', 'no', '-12.5'],
  ['1.234,56-', 'no', '-1234.56'],
  ['12,50 -', 'no', '-12.50'],
  ['- 5,5', 'no', '-5.5'],
  ['−5.5', '-5.5', 'no'],
  ['–5,5', 'no', '-5.5'],
  ['－５', '-5', '-5'],
  ['０.５', '0.5', 'no'],
  ['１，２３４．５', '1234.5', 'no'],
  ['（１２．５）', '-12.5', 'no'],
  ['+7', '7', '7'],
  ['.5', '0.5', 'no'],
  [',5', 'no', '0.5'],
  [' 12.5 ', '12.5', 'no'],
  ['007', '007', '007'],
  ['12345678901234567890.123456789', '12345678901234567890.123456789', 'no'],
  ['1.234.567', 'no', '1234567'],
  ['1,234,567', '1234567', 'no'],
];

const REFUSED = [
  '',
  '-',
  '.',
  'abc',
  '1.2.3',
  '1,23,4',
  '1.234,567.8',
  '--5',
  '-5-',
  '(-5)',
  '1e5',
  '1.23E+05',
  '5.',
  "1'23",
  '1 23',
  '1,234 567',
  'NaN',
  '#N/A',
  '5%',
  '€ 5',
  '0x1f',
  '１２３４５６７８９０一',
  '٣',
  '1/2',
  '½',
  '012,345.6',
  '9'.repeat(300),
];

describe('readNumber', () => {
  it.each(VARIANTS)('reads %j', (text, point, comma) => {
    expect(readNumber(text, '1,234.56') ?? 'no').toBe(point);
    expect(readNumber(text, '1.234,56') ?? 'no').toBe(comma);
  });

  it.each(REFUSED)('refuses %j', (text) => {
    expect(readNumber(text, '1,234.56')).toBeUndefined();
    expect(readNumber(text, '1.234,56')).toBeUndefined();
  });

  it('allows no grouping where none is said', () => {
    const texts = ['1234.56', '-5', '1,234', '1 234', "1'234"];
    expect(texts.map((text) => readNumber(text, '1234.56') ?? 'no')).toEqual([
      '1234.56',
      '-5',
      'no',
      'no',
      'no',
    ]);
  });

  it.each([
    ['€ 1.234,56', '€', '1234.56'],
    ['1.234,56 EUR', 'EUR', '1234.56'],
    ['-€5', '€', '-5'],
    ['€-5', '€', '-5'],
    ['(€ 5,10)', '€', '-5.10'],
    ['12 %', '%', '12'],
    ['￥５', '￥', '5'],
    ['5 USD', 'EUR', 'no'],
    ['5', 'EUR', 'no'],
    ['EUR 5 EUR', 'EUR', 'no'],
  ])('takes the sign off %j', (text, affix, value) => {
    expect(readNumber(text, '1.234,56', affix) ?? 'no').toBe(value);
    if (value !== 'no') expect(affixOf(text)).toBe(affix);
  });

  it('takes no time for what is long and strange', () => {
    for (const part of ['1,', '1 ', '(', "1'234", '-', '９']) {
      expect(readNumber(part.repeat(50_000), '1,234.56')).toBeUndefined();
      expect(affixOf(part.repeat(50_000))).toBe('');
    }
  });
});

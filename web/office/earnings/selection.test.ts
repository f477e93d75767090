import { describe, expect, test } from 'vitest';
import { selectionIn } from './selection.ts';

describe('the selection in the address', () => {
  test.each([
    {},
    { agreement: 'AW-VAR-2013' },
    { agreement: 'A&B=C', partner: '北京 贸易', cursor: 'WyJl_-', passed: 150, earning: '0190a7b2' },
  ])('%o is taken as it is', (selection) => {
    expect(selectionIn(selection)).toEqual(selection);
  });

  test('a code of digits is a code', () => {
    expect(selectionIn({ partner: 4711 })).toEqual({ partner: '4711' });
  });

  test.each([
    { cursor: 'a' },
    { passed: 50 },
    { cursor: 'a', passed: 0 },
    { cursor: 'a', passed: 1.5 },
    { cursor: ' ', passed: 50 },
    { cursor: 'a', passed: 9_999_999_999 },
    { cursor: '', passed: 50 },
    { agreement: '', partner: null, earning: {} },
  ])('%o is the beginning', (search) => {
    expect(selectionIn(search)).toEqual({});
  });
});

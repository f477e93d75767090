import { describe, expect, test } from 'vitest';
import { nextId, renewalCsv } from './renewalCsv.ts';

describe('renewals of many agreements', () => {
  test.each([
    ['BONUS-2026', 'BONUS-2027'],
    ['2025-2026-TEA', '2025-2027-TEA'],
    ['FY2026Q1', 'FY2027Q1'],
    ['BONUS', 'BONUS-2'],
    ['P12026X', 'P12027X'],
  ])('%s is followed by %s', (code, next) => {
    expect(nextId(code)).toBe(next);
  });

  test('are a spreadsheet whose cells say what they say', () => {
    const renewals = [{ renews: 'A,1', agreement: 'A "2"', value: '40000' }];
    expect(renewalCsv(renewals)).toBe('agreement,renews,value\n"A ""2""","A,1",40000\n');
  });
});

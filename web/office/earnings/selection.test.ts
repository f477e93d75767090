import { describe, expect, test } from 'vitest';
import { openIn, selectionIn, workedOutAt } from './selection.ts';

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

describe('a place in an agreement', () => {
  const place = { agreement: 'A', partner: 'P', term: 'volume', window: { firstDay: '2026-01-01' } };
  const rows = [
    { id: 'next', term: 'volume', window: { firstDay: '2026-04-01' } },
    { id: 'bonus', term: 'bonus', window: { firstDay: '2026-01-01' } },
    { id: 'this', term: 'volume', window: { firstDay: '2026-01-01' } },
  ];

  test.each([
    [place, { agreement: 'A', partner: 'P', term: 'volume', firstDay: '2026-01-01' }],
    [
      { ...place, window: null },
      { agreement: 'A', partner: 'P' },
    ],
    [
      { ...place, term: null },
      { agreement: 'A', partner: 'P' },
    ],
    [{ ...place, agreement: null }, undefined],
    [{ ...place, partner: null }, undefined],
  ])('%o is an address', (of, address) => {
    expect(workedOutAt(of)).toEqual(address);
    if (address !== undefined) expect(selectionIn(address)).toEqual(address);
  });

  test('opens the amount of its term and window, and none where there is none', () => {
    expect(openIn(rows, workedOutAt(place) ?? {})).toBe('this');
    expect(openIn(rows.slice(0, 2), workedOutAt(place) ?? {})).toBeUndefined();
    expect(openIn(rows, { agreement: 'A', partner: 'P' })).toBeUndefined();
  });

  test('an amount that is opened by its id goes before it', () => {
    expect(openIn(rows, { ...workedOutAt(place), earning: 'next' })).toBe('next');
  });

  test('half of it is none', () => {
    expect(selectionIn({ agreement: 'A', term: 'volume' })).toEqual({ agreement: 'A' });
  });
});

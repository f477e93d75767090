import { describe, expect, test } from 'vitest';
import { canBeMoved, yearsEarlier, yearsToHistory } from './triedOn.ts';

const TEXT = {
  validity: { firstDay: '2028-02-29', lastDay: '2028-12-31' },
  calendar: 'gregorian',
  terms: [
    { id: 'a', supplements: 'none' },
    { id: 'b', supplements: [{ firstDay: '2028-07-01' }] },
  ],
};

describe('an agreement that is tried on a history', () => {
  test('is moved with everything in it that names a day, to a day that there is', () => {
    expect(yearsEarlier(TEXT, 1)).toMatchObject({
      validity: { firstDay: '2027-02-28', lastDay: '2027-12-31' },
      terms: [{ supplements: 'none' }, { supplements: [{ firstDay: '2027-07-01' }] }],
    });
    expect(yearsEarlier(TEXT, 0)).toBe(TEXT);
  });

  test('stays where it has begun, else goes back as far as it lies ahead', () => {
    expect(yearsToHistory(TEXT, '2028-03-01')).toBe(0);
    expect(yearsToHistory(TEXT, '2028-01-01')).toBe(1);
    expect(yearsToHistory(TEXT, '2026-08-31')).toBe(2);
  });

  test('is not moved where its years are listed', () => {
    expect(canBeMoved(TEXT)).toBe(true);
    expect(canBeMoved({ calendar: { weeks: { pattern: '445', years: [] } } })).toBe(false);
  });
});

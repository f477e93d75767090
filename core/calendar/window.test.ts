import { describe, expect, it } from 'vitest';
import { dayOf } from '../../test/support/trade.ts';
import { contains, FREQUENCIES, type Window, windowsOf, windowText, yearBefore } from './window.ts';

function windowOf(firstDay: string, lastDay: string): Window {
  return { from: dayOf(firstDay), until: dayOf(lastDay) + 1 };
}

describe('the windows of a validity', () => {
  it.each([
    [
      'month',
      '2026-01-15',
      '2026-03-10',
      ['2026-01-15..2026-01-31', '2026-02-01..2026-02-28', '2026-03-01..2026-03-10'],
    ],
    ['month', '2024-02-01', '2024-02-29', ['2024-02-01..2024-02-29']],
    [
      'quarter',
      '2026-02-10',
      '2026-07-01',
      ['2026-02-10..2026-03-31', '2026-04-01..2026-06-30', '2026-07-01..2026-07-01'],
    ],
    [
      'halfYear',
      '2025-12-01',
      '2026-12-31',
      ['2025-12-01..2025-12-31', '2026-01-01..2026-06-30', '2026-07-01..2026-12-31'],
    ],
    ['year', '2025-12-31', '2026-01-01', ['2025-12-31..2025-12-31', '2026-01-01..2026-01-01']],
    ['year', '2026-01-01', '2027-12-31', ['2026-01-01..2026-12-31', '2027-01-01..2027-12-31']],
    ['term', '2025-03-31', '2027-05-30', ['2025-03-31..2027-05-30']],
    ['month', '2026-05-31', '2026-05-31', ['2026-05-31..2026-05-31']],
  ] as const)('%s, from %s to %s', (frequency, firstDay, lastDay, expected) => {
    expect(windowsOf(frequency, windowOf(firstDay, lastDay)).map(windowText)).toEqual(expected);
  });

  it.each(FREQUENCIES)('%s: each day of four years lies in exactly one', (frequency) => {
    const validity = windowOf('2023-02-17', '2026-11-29');
    const windows = windowsOf(frequency, validity);
    for (let day = validity.from - 3; day < validity.until + 3; day += 1) {
      const holding = windows.filter((window) => contains(window, day)).length;
      if (holding !== (contains(validity, day) ? 1 : 0)) throw new Error(`${day} lies in ${holding}`);
    }
    expect(windows.length).toBeGreaterThan(0);
  });

  it('are half-open', () => {
    const january = windowOf('2026-01-01', '2026-01-31');
    const days = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map(dayOf);
    expect(days.map((day) => contains(january, day))).toEqual([false, true, true, false]);
  });
});

describe('the same window a year before', () => {
  it.each([
    ['2026-01-01..2026-12-31', '2025-01-01..2025-12-31'],
    // The leap day has no counterpart; whole Februaries are compared with whole ones.
    ['2024-02-01..2024-02-29', '2023-02-01..2023-02-28'],
    ['2025-02-01..2025-02-28', '2024-02-01..2024-02-29'],
    // A validity that ends or starts beside the leap day.
    ['2024-01-01..2024-02-28', '2023-01-01..2023-02-28'],
    ['2024-02-29..2024-12-31', '2023-02-28..2023-12-31'],
    ['2024-02-29..2024-02-29', '2023-02-28..2023-02-28'],
    ['2025-02-10..2025-02-27', '2024-02-10..2024-02-27'],
    ['2025-03-01..2025-03-31', '2024-03-01..2024-03-31'],
    ['2024-03-01..2025-02-28', '2023-03-01..2024-02-29'],
  ])('of %s is %s', (text, expected) => {
    const [firstDay = '', lastDay = ''] = text.split('..');
    expect(windowText(yearBefore(windowOf(firstDay, lastDay)))).toBe(expected);
  });
});

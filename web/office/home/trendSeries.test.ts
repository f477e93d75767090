import { expect, test } from 'vitest';
import { barsOf, trendSeries } from './trendSeries.ts';

const month = (name: string, amount: string, currency = 'EUR') => ({
  month: `${name}-01`,
  direction: 'customerRebate' as const,
  currency,
  amount,
});

test('months without anything are zero, across the end of a year; who has most months comes first, whatever the amounts', () => {
  const series = trendSeries([
    month('2025-11', '10.50'),
    month('2026-01', '-4'),
    month('2026-01', '99', 'USD'),
  ]);
  expect(series.map(({ currency }) => currency)).toEqual(['EUR', 'USD']);
  expect(series[0]?.points).toEqual([
    { month: '2025-11-01', amount: '10.50' },
    { month: '2025-12-01', amount: '0' },
    { month: '2026-01-01', amount: '-4' },
  ]);
});

test('bars stand on zero, to scale, and what is below hangs from it', () => {
  const [series] = trendSeries([month('2026-01', '30'), month('2026-02', '-10')]);
  expect(series && barsOf(series, 80)).toEqual({
    zero: 60,
    bars: [
      { month: '2026-01-01', y: 0, height: 60, isBelow: false },
      { month: '2026-02-01', y: 60, height: 20, isBelow: true },
    ],
  });
  expect(trendSeries([])).toEqual([]);
});

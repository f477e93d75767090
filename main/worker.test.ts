import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { toldInTime } from './worker.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function listener() {
  const told: unknown[] = [];
  const loading = toldInTime({
    loading: (tenant, lines) => void told.push([tenant, lines]),
    loaded: (lines, ms) => void told.push({ lines, ms }),
  });
  return { told, loading };
}

it('tells how many lines are read while they are, and at the end how long that took', () => {
  const { told, loading } = listener();
  let read = 0;
  const ended = loading('north', () => read);
  read = 40_000;
  vi.advanceTimersByTime(500);
  read = 90_000;
  vi.advanceTimersByTime(500);
  ended(100_000);
  vi.advanceTimersByTime(5000);
  const [first, half, more, over, last] = told;
  expect([first, half, more, over]).toEqual([
    ['north', 0],
    ['north', 40_000],
    ['north', 90_000],
    ['north', undefined],
  ]);
  expect(last).toEqual({ lines: 100_000, ms: 1000 });
  expect(told.length).toBe(5);
});

it('ends without a figure where reading broke off', () => {
  const { told, loading } = listener();
  loading('north', () => 7)(undefined);
  vi.advanceTimersByTime(5000);
  expect(told).toEqual([
    ['north', 0],
    ['north', undefined],
  ]);
});

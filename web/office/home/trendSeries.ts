import type { Answer } from '../../api/answer.ts';
import { scaled } from '../../text/figures.ts';

type Month = Answer<'showHome'>['months'][number];

/** What was earned month by month on one side, in one currency; months without anything are zero. */
export type Series = {
  readonly direction: Month['direction'];
  readonly currency: string;
  readonly points: readonly { readonly month: string; readonly amount: string }[];
};

const SERIES_MAX = 4;

/**
 * The series that have something in most months, by name where they have as many; all of them over the same months, from
 * the first that has anything to the last. Amounts of two currencies are never held against each other.
 */
export function trendSeries(months: readonly Month[]): readonly Series[] {
  const span = spanOf(months.map(({ month }) => month));
  const keys = [...new Set(months.map(({ direction, currency }) => `${direction} ${currency}`))];
  const series = keys.toSorted().map((key) => {
    const own = months.filter(({ direction, currency }) => `${direction} ${currency}` === key);
    const [{ direction, currency } = { direction: 'neither' as const, currency: '' }] = own;
    const points = span.map((month) => ({
      month,
      amount: own.find((one) => one.month === month)?.amount ?? '0',
    }));
    return { direction, currency, points };
  });
  return series.toSorted((a, b) => monthsOf(b) - monthsOf(a)).slice(0, SERIES_MAX);
}

const PLACES = 2;

function monthsOf({ points }: Series): number {
  return points.filter(({ amount }) => scaled(amount, PLACES) !== 0n).length;
}

/** Every month from the first to the last. */
function spanOf(months: readonly string[]): readonly string[] {
  const [first] = months.toSorted();
  const last = months.toSorted().at(-1);
  if (first === undefined || last === undefined) return [];
  const span: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) span.push(month);
  return span;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
}

export type Bar = {
  readonly month: string;
  readonly y: number;
  readonly height: number;
  readonly isBelow: boolean;
};

/** The bars of a series in a drawing of so many units in height, and where zero lies: places in a drawing may be rounded. */
export function barsOf(
  { points }: Series,
  height: number,
): { readonly zero: number; readonly bars: readonly Bar[] } {
  const values = points.map(({ amount }) => Number(scaled(amount, PLACES)));
  const most = Math.max(0, ...values);
  const least = Math.min(0, ...values);
  const unit = most === least ? 0 : height / (most - least);
  const zero = most * unit;
  const bars = points.map(({ month }, index) => {
    const value = values[index] ?? 0;
    const size = Math.abs(value) * unit;
    return { month, y: value < 0 ? zero : zero - size, height: size, isBelow: value < 0 };
  });
  return { zero, bars };
}

import type { LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';

/** The line that weighs most in a day, so that a person can look it up. */
export type TopLine = {
  readonly source: string;
  readonly document: string;
  readonly line: string;
  readonly amount: number;
};

/** What was sold and returned day by day; days rise. Amounts are in the unit of whoever sums. */
export type DailySums = {
  readonly days: LocalDate[];
  readonly sold: number[];
  readonly returned: number[];
  readonly topSold: TopLine[];
  readonly topReturned: TopLine[];
};

export function emptySums(): DailySums {
  return { days: [], sold: [], returned: [], topSold: [], topReturned: [] };
}

const NOTHING: TopLine = { source: '', document: '', line: '', amount: 0 };

/** Adds a line; days come in their order. A return is a negative amount. */
export function addTo(sums: DailySums, day: LocalDate, amount: number, line: Omit<TopLine, 'amount'>): void {
  let last = sums.days.length - 1;
  if (sums.days[last] !== day) {
    last = sums.days.push(day) - 1;
    sums.sold.push(0);
    sums.returned.push(0);
    sums.topSold.push(NOTHING);
    sums.topReturned.push(NOTHING);
  }
  const [amounts, tops] = amount < 0 ? [sums.returned, sums.topReturned] : [sums.sold, sums.topSold];
  const size = Math.abs(amount);
  amounts[last] = (amounts[last] as number) + size;
  if (size > (tops[last] as TopLine).amount) {
    tops[last] = { source: line.source, document: line.document, line: line.line, amount: size };
  }
}

/** Of the days of a window. */
export function sumOf(sums: DailySums, of: 'sold' | 'returned', { from, until }: Window): number {
  const amounts = sums[of];
  let sum = 0;
  for (let index = firstFrom(sums.days, from); index < sums.days.length; index += 1) {
    if ((sums.days[index] as number) >= until) break;
    sum += amounts[index] as number;
  }
  return sum;
}

/** The heaviest lines of the days of a window, one a day. */
export function topLines(
  sums: DailySums,
  of: 'topSold' | 'topReturned',
  { from, until }: Window,
  most = 3,
): TopLine[] {
  const low = firstFrom(sums.days, from);
  const high = firstFrom(sums.days, until);
  return sums[of]
    .slice(low, high)
    .filter((line) => line.amount > 0)
    .sort((a, b) => b.amount - a.amount)
    .slice(0, most);
}

function firstFrom(days: readonly LocalDate[], from: LocalDate): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

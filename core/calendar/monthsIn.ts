import { add, type Rational, rational, ZERO } from '../number/rational.ts';
import type { Calendar } from './calendar.ts';
import type { LocalDate } from './localDate.ts';
import { monthsOf } from './months.ts';
import type { Window } from './window.ts';

/**
 * How many months of the calendar a window has. A month of which it has only some days counts as
 * their share of it: 15 February to 31 March 2026 are 1 1/2 months. So the parts of a window add
 * up to the whole. `start` is the first day of the validity.
 */
export function monthsIn(calendar: Calendar, window: Window, start: LocalDate): Rational {
  const { monthOf, startOf } = monthsOf(calendar, start);
  let sum = ZERO;
  for (let month = monthOf(window.from); startOf(month) < window.until; month += 1) {
    const [from, until] = [startOf(month), startOf(month + 1)];
    const days = Math.min(until, window.until) - Math.max(from, window.from);
    sum = add(sum, rational(BigInt(days), BigInt(until - from)));
  }
  return sum;
}

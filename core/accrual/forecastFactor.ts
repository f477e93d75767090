import type { LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import { type Rational, rational } from '../number/rational.ts';

/**
 * What the volume so far is multiplied by to be that of the whole window, if it goes on as it went:
 * days of the window ÷ days of it that are over, the day itself among them. Shape: 1 for a window
 * that is over, and for one that has not begun. Source: semantics 5.18.
 */
export function forecastFactor({ from, until }: Window, effective: LocalDate): Rational {
  const over = Math.min(effective + 1, until) - from;
  return over <= 0 ? rational(1n) : rational(BigInt(until - from), BigInt(over));
}

import type { Guarantee } from '../agreement/agreement.ts';
import type { Window } from '../calendar/window.ts';
import { decimalToRational } from '../number/decimal.ts';
import {
  add,
  compare,
  lesser,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../number/rational.ts';

/** One payout window of a partner as the guarantee looks at it. */
export type GuaranteedWindow = {
  readonly window: Window;
  readonly earned: Rational;
  /** The effective day is not before its first one. */
  readonly isBegun: boolean;
  /** The effective day is not before its last one. */
  readonly isOver: boolean;
  /** The last payout window of the agreement. */
  readonly isLast: boolean;
  /** The agreement was ended within the window, which then earns nothing, a top-up neither. */
  readonly isForfeited: boolean;
};

/** The amount of the window is `earned + topUp − recovered`. */
export type Guaranteed = { readonly topUp: Rational; readonly recovered: Rational };

/**
 * What is topped up to the guarantee, window by window: cumulative, max(0, G·n − Σ earned − what
 * earlier windows were topped up and have not paid back); window by window, max(0, G − earned). A
 * guarantee paid at the beginning stands from the window's first day on, one paid at the end when
 * its last day has come. A top-up may be recovered out of what later windows earn above the
 * guarantee; or it is an advance, and all top-ups are taken back once the last window is over.
 * The caller gives all windows of one partner from the first one on, in order, those without lines
 * included. Units: money, exact. Source: semantics 5.9.
 */
export function guarantee(terms: Guarantee, windows: readonly GuaranteedWindow[]): Guaranteed[] {
  const amount = decimalToRational(terms.amount);
  let earned = ZERO;
  let outstanding = ZERO;
  return windows.map((entry, index) => {
    earned = add(earned, entry.earned);
    const isDue = terms.paid === 'atBeginning' ? entry.isBegun : entry.isOver;
    const wanted = terms.cumulative
      ? subtract(subtract(multiply(amount, rational(BigInt(index + 1))), earned), outstanding)
      : subtract(amount, entry.earned);
    const topUp = isDue && !entry.isForfeited ? positive(wanted) : ZERO;
    const surplus = positive(subtract(entry.earned, amount));
    const recovered = recover(terms, entry, surplus, add(outstanding, topUp));
    outstanding = subtract(add(outstanding, topUp), recovered);
    return { topUp, recovered };
  });
}

function recover(
  { unearned }: Guarantee,
  { isLast, isOver }: GuaranteedWindow,
  surplus: Rational,
  outstanding: Rational,
): Rational {
  switch (unearned) {
    case 'kept':
      return ZERO;
    case 'recoveredLater':
      return lesser(surplus, outstanding);
    case 'repaidAtEnd':
      return isLast && isOver ? outstanding : ZERO;
  }
}

function positive(value: Rational): Rational {
  return compare(value, ZERO) > 0 ? value : ZERO;
}

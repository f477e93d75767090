import type { Direction, Tiers } from '../agreement/agreement.ts';
import type { Window } from '../calendar/window.ts';
import type { Step } from '../explanation/explanation.ts';
import type { Money } from '../money/money.ts';
import type { Rational } from '../number/rational.ts';
import type { Reached } from '../tier/reach.ts';

/** Changes with every change of the program that changes money (rulings R12). */
export const CALCULATION_VERSION = '1';

/** A sum of lines, exact. */
export type Sum = { readonly value: Rational; readonly lines: number };

/**
 * What a partner has earned under one term in one window, and how.
 * `exact` is before the one rounding, `amount` after it: cumulative for the window, never a delta.
 */
export type Earning = {
  readonly agreement: string;
  readonly term: string;
  readonly direction: Direction;
  readonly partner: string;
  readonly window: Window;
  readonly qualifier: Sum;
  readonly payout: Sum;
  readonly baseline?: Sum;
  /** Percent of the baseline, where growth decides. */
  readonly growth?: Rational;
  readonly tiers: Tiers;
  readonly reached: Reached;
  /** What is missing to the next tier in the qualifier's own unit; absent on the last tier. */
  readonly missing?: Rational;
  readonly exact: Rational;
  readonly amount: Money;
  /** Lines that should count and cannot be computed: the amount is incomplete. */
  readonly blocked: Sum;
  readonly explanation: Step;
};

/** The sums of one partner and window under one term. */
export type Sums = {
  readonly partner: string;
  readonly window: Window;
  readonly qualifier: Sum;
  readonly payout: Sum;
  readonly baseline: Sum;
  readonly blocked: Sum;
};

/** Tier and exact amount, before rounding. */
export type Entitlement = {
  readonly reached: Reached;
  readonly exact: Rational;
  readonly growth?: Rational;
  readonly missing?: Rational;
};

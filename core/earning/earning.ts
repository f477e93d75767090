import type { Direction } from '../agreement/agreement.ts';
import type { Window } from '../calendar/window.ts';
import type { Step } from '../explanation/explanation.ts';
import type { Money } from '../money/money.ts';
import type { Rational } from '../number/rational.ts';
import type { FormulaResult } from '../tier/formula.ts';
import type { TierTable } from '../tier/tierTable.ts';
import type { Sum } from './sums.ts';

/** Changes with every change of the program that changes money (rulings R12). */
export const CALCULATION_VERSION = '2';

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
  /** The qualifier; of a share, percent. */
  readonly qualifier: Sum;
  /** By payout id. */
  readonly payouts: ReadonlyMap<string, Sum>;
  /** The qualifier of the baseline, where growth decides. */
  readonly baseline?: Sum;
  readonly table: TierTable;
  /** Where the partner stands in the table; of a group's own share, where the group stands. */
  readonly result: FormulaResult;
  readonly exact: Rational;
  readonly amount: Money;
  /** Where adjustments are in the amount: what the terms alone give. */
  readonly calculated?: Money;
  /** Lines that should count and cannot be computed: the amount is incomplete. */
  readonly blocked: Sum;
  readonly explanation: Step;
  /** What each line takes part with, where sums alone do not say it; by line key. */
  readonly weights?: ReadonlyMap<string, Rational>;
  /** Of windows that add up: what they have come to, and what stood before this one. */
  readonly cumulative?: { readonly minor: bigint; readonly before?: Standing };
  /** The amount is that of the books before the cut-over: it was not made of lines. */
  readonly isTakenOver?: true;
};

/** What the terms give, without adjustments. */
export function calculatedOf({ amount, calculated }: Pick<Earning, 'amount' | 'calculated'>): Money {
  return calculated ?? amount;
}

/** The sum of windows that add up, at the end of one of them; its money is in minor units. */
export type Standing = Pick<Earning, 'window' | 'result' | 'weights'> & { readonly minor: bigint };

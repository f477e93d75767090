import type { Baseline, FormulaKind, Rate, Returns } from '../agreement/agreement.ts';
import type { Rational } from '../number/rational.ts';
import type { TierRow, TierTable } from './tierTable.ts';

/** What one line adds, in business order: only sequence valuation looks at single lines. */
export type SequenceLine = {
  readonly key: string;
  readonly qualifier: Rational;
  readonly payout: Rational;
};

/** All that a formula may look at: the sums of one partner and window, exact. */
export type FormulaInput = {
  readonly formula: FormulaKind;
  readonly table: TierTable;
  /** In its own unit; of a share, percent. */
  readonly qualifier: Rational;
  /** By payout id. */
  readonly payouts: ReadonlyMap<string, Rational>;
  /** The qualifier's baseline; with `payouts` of the baseline window where a formula pays on growth. */
  readonly baseline?: {
    readonly terms: Baseline;
    readonly qualifier: Rational;
    readonly payouts: ReadonlyMap<string, Rational>;
  };
  readonly negativeWindow: Returns['negativeWindow'];
  /** Only with stepValuation `sequence`. */
  readonly sequence?: readonly SequenceLine[];
  /** TF11: whether the window's last day is over. */
  readonly isWindowOver: boolean;
};

/** Where a measured volume stands in a table. `tier` counts from 1; 0 is below the first. */
export type Reached = {
  readonly tier: number;
  readonly row?: TierRow;
  /** The next tier and what is missing to its lower bound, in the table's unit; absent on the last one. */
  readonly next?: { readonly tier: number; readonly row: TierRow; readonly missing: Rational };
};

/** One product of a rate: rate × measure = amount; of a band where the formula has bands. */
export type Paid = {
  readonly payout: string;
  readonly rate: Rate;
  /** What the rate was applied to: a part of the payout measure, a number of units or sets, one. */
  readonly measure: Rational;
  readonly amount: Rational;
  readonly tier: number;
  readonly band?: { readonly from: Rational; readonly until?: Rational };
};

export type FormulaResult = {
  readonly reached: Reached;
  /** What was held against the thresholds: the qualifier, or growth, or the extra. */
  readonly volume: Rational;
  /** Growth in percent of the baseline or the difference to it; absent where there is no baseline. */
  readonly growth?: Rational;
  /** The baseline that was compared with, or the default in its place; absent where there is none. */
  readonly base?: Rational;
  /** To the next tier in the qualifier's own unit. */
  readonly missing?: Rational;
  readonly paid: readonly Paid[];
  /** Σ paid. */
  readonly exact: Rational;
  /** TF2 in sequence: what each line got, by its key. */
  readonly lineAmounts?: ReadonlyMap<string, Rational>;
  /** Why the table alone did not decide: a default tier, a negative window, a missing baseline. */
  readonly note?: 'defaultTier' | 'negativeWindow' | 'mirrored' | 'noBaseline' | 'baselineDefault';
};

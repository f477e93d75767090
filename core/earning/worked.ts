import type { Step } from '../explanation/explanation.ts';
import type { Rational } from '../number/rational.ts';
import type { PayoutWindow } from '../plan/payoutWindows.ts';
import type { PlanTerm } from '../plan/plan.ts';
import type { FormulaInput, FormulaResult } from '../tier/formula.ts';
import type { Sum, Sums } from './sums.ts';

/** One partner and payout window under one term, measured and held against the tiers. */
export type Account = {
  readonly planned: PlanTerm;
  readonly partner: string;
  /** The group of partners that it counts for; "" where it stands alone. */
  readonly pool: string;
  readonly window: PayoutWindow;
  readonly sums: Sums;
  readonly qualifier: Sum;
  readonly payouts: ReadonlyMap<string, Sum>;
  readonly baseline?: Sum;
  readonly input: FormulaInput;
  readonly result: FormulaResult;
};

/** What a member has of its group; without a group, what it has of its own. */
export type GroupShare = {
  readonly exact: Rational;
  /** The group; "" for none. */
  readonly pool: string;
  /** Of all members. */
  readonly together?: Account;
  /** Whose measures and rates it was paid by: those of all members together, or its own. */
  readonly paidBy: Account;
  /** What a shared limit has left each of its lines in this group. */
  readonly weights?: ReadonlyMap<string, Rational>;
  /** Whether the lines of all members are at hand. */
  readonly isWhole: boolean;
};

/** An account on its way to an amount: what the stages so far have made of it, and how. */
export type Worked = Account & {
  readonly exact: Rational;
  /** What each stage has done, in order. */
  readonly steps: readonly Step[];
  /** What each line takes part with, where sums alone do not say it; by line key. */
  readonly weights?: ReadonlyMap<string, Rational>;
  /** Under a term with groups: what the amount comes from, of each group that the partner was in. */
  readonly shares?: readonly GroupShare[];
};

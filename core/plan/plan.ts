import type { Agreement, Bucket, Condition, Measure, Term } from '../agreement/agreement.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import type { Decimal } from '../number/decimal.ts';
import type { Conditions, MemberDays } from './memberDays.ts';
import type { PayoutWindow } from './payoutWindows.ts';

/**
 * Lines placed in `lines` are summed for the payout window `pays`: the same one, a longer one
 * around it, or, for a baseline, an earlier one.
 */
export type SlotWindow = { readonly lines: Window; readonly pays: Window };

/** What a sum is for; gates look at lines as the qualifier does. */
export type SlotRole = 'qualifier' | 'payout' | 'baseline' | 'gate';

/** One sum that a term needs, per partner, payout window and bucket. */
export type Slot = {
  readonly id: string;
  readonly role: SlotRole;
  /** What one line is measured by: a quantity or a value; counting and flooring come after the sum. */
  readonly measure: Measure;
  /** A line adds to it when it meets every one of them. */
  readonly where: readonly Condition[];
  /** What the sum is gathered by; empty for one plain sum. */
  readonly buckets: readonly Bucket[];
  /** Full pallets that a return does not break. */
  readonly ignoresReturns: boolean;
  readonly windows: readonly SlotWindow[];
};

/** The slot of lines that take back at what their original's window paid; its bucket is the original's day. */
export const AT_ORIGINAL_RATE = 'atOriginalRate';

/** The slot that counts the totals among the lines of a window: they are explained as taken over. */
export const TAKEN_OVER = 'takenOver';

/** How the sums of slots become the number that a measure stands for. */
export type MeasurePlan =
  /** Σ over buckets; each cut to `max` where the agreement caps a line. */
  | { readonly take: 'sum'; readonly slot: string; readonly max?: Decimal }
  /** Σ over buckets of the whole units in each. */
  | { readonly take: 'full'; readonly slot: string }
  /** Σ over buckets of the pieces that stand on whole units. */
  | { readonly take: 'fullUnits'; readonly slot: string; readonly units: string }
  /** The number of buckets above zero. */
  | { readonly take: 'positive'; readonly slot: string }
  /** The least of slot ÷ quantity, in whole sets. */
  | {
      readonly take: 'sets';
      readonly parts: readonly { readonly slot: string; readonly quantity: Decimal }[];
    };

/** One measure in percent of another. */
export type SharePlan = { readonly part: MeasurePlan; readonly whole: MeasurePlan };

export type GatePlan = {
  readonly measure: MeasurePlan | SharePlan;
  readonly boundary: 'atLeast' | 'moreThan';
  readonly from: Decimal;
};

/**
 * One term, ready to be executed: the one definition of what counts, for every executor and
 * for "why not?". `additive` terms need sums only; `ordered` and `crossTerm` ones also the lines.
 */
export type PlanTerm = {
  readonly term: Term;
  readonly id: string;
  readonly kind: 'additive' | 'ordered' | 'crossTerm';
  /** Whose lines count. */
  readonly companies: readonly string[];
  readonly currency: string;
  readonly validityStart: LocalDate;
  readonly participants: readonly Condition[];
  /**
   * The partners that take part and meet the conditions of eligibility, and the products that meet
   * them, on which days; then what the conditions ask of the line itself. Together they are met by
   * the lines that meet every condition.
   */
  readonly partners: MemberDays;
  readonly products: MemberDays;
  readonly lines: Conditions;
  readonly windows: readonly PayoutWindow[];
  readonly slots: readonly Slot[];
  /** From the first day that any slot looks at to the last: most lines of a year lie outside. */
  readonly days: Window;
  readonly qualifier: MeasurePlan | SharePlan;
  readonly payouts: readonly { readonly id: string; readonly measure: MeasurePlan }[];
  readonly baseline?: {
    readonly qualifier: MeasurePlan;
    readonly payouts: readonly { readonly id: string; readonly measure: MeasurePlan }[];
  };
  readonly gates: readonly GatePlan[];
};

export type Plan = { readonly agreement: Agreement; readonly terms: readonly PlanTerm[] };

export function isShare(plan: MeasurePlan | SharePlan): plan is SharePlan {
  return 'whole' in plan;
}

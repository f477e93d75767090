import type { Condition, Eligibility, Measure } from '../agreement/agreement.ts';
import type { Window } from '../calendar/window.ts';
import type { DateKind, Side } from '../fact/line.ts';

/** What a sum is for. Baseline lines are those of the window that growth is compared with. */
export const ROLES = ['qualifier', 'payout', 'baseline'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Lines placed in `lines` are summed for the window `pays`: the same one, or for a baseline
 * the window a year earlier.
 */
export type SlotWindow = { readonly lines: Window; readonly pays: Window };

/** One sum that a term needs, per partner and window. Windows of a slot never overlap. */
export type Slot = {
  readonly role: Role;
  readonly measure: Measure;
  /** The sum is an integer of this many decimal places. */
  readonly scale: number;
  readonly windows: readonly SlotWindow[];
};

/**
 * One term, ready to be executed: the one definition of what counts, for every executor and
 * for "why not?". `additive` terms need sums only; ordered and cross-term ones also the lines.
 */
export type PlanTerm = {
  readonly id: string;
  readonly kind: 'additive' | 'ordered' | 'crossTerm';
  readonly side: Side;
  readonly company: string;
  readonly currency: string;
  readonly date: DateKind;
  readonly participants: readonly Condition[];
  readonly eligibility: Eligibility;
  readonly returns: {
    readonly linked: 'originalWindow' | 'returnWindow';
    readonly unlinked: 'returnWindow' | 'blocked';
  };
  readonly slots: readonly Slot[];
};

export type Plan = { readonly agreement: string; readonly terms: readonly PlanTerm[] };

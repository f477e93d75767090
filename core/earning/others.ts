import type { ConsumptionOrder } from '../agreement/agreement.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import type { Rational } from '../number/rational.ts';
import type { LimitAccount } from './limits.ts';
import type { Worked } from './worked.ts';

/** Where in a calculation partners come together: a stage of a term (or a shared cap) in one window. */
export type Meeting = {
  readonly of: 'payoutLimit' | 'amountLimit' | 'group' | 'rounding' | 'cap';
  /** The term, or the cap that terms share. */
  readonly id: string;
  /** The first day of the payout window. */
  readonly from: LocalDate;
  /** The group of partners, where the stage looks at one; else "". */
  readonly group: string;
};

/** What partners beside those at hand weigh in a rounding of all together. */
export type OtherCents = {
  readonly exact: Rational;
  /** Whether amounts above and below zero meet; only those of one sign are scaled to the sum. */
  readonly signs: 'one' | 'both';
  /** Their parts in minor units, each rounded down. */
  readonly floored: bigint;
  /** How many of them come before the partner at hand where cents are left over. */
  readonly ahead: bigint;
};

/** Amounts beside those at hand that share a cap: those above zero before each of them and behind the last. */
export type OtherAmounts = { readonly positive: readonly Rational[]; readonly negative: Rational };

/** An amount of a rounding, its part of the sum in minor units, and the key that breaks a tie of fractions. */
export type RoundedShare = {
  readonly partner: string;
  readonly key: string;
  readonly exact: Rational;
  readonly part: Rational;
};

/**
 * The partners that a calculation does not have the lines of. Where stages look across partners
 * they ask here what everybody else comes to; a calculation that has all lines is told: nothing.
 * Source: rulings R18.
 */
export type Others = {
  /** Whether the lines of a partner are at hand. */
  readonly isAtHand: (partner: string) => boolean;
  readonly asking: (
    at: Meeting,
    order: ConsumptionOrder,
    accounts: readonly LimitAccount[],
    term: Worked['planned']['term'],
  ) => readonly LimitAccount[];
  readonly members: (at: Meeting, members: readonly Worked[]) => readonly Worked[];
  readonly cents: (at: Meeting, shares: readonly RoundedShare[]) => OtherCents | undefined;
  readonly amounts: (
    at: Meeting,
    own: readonly { readonly partner: string; readonly exact: Rational }[],
  ) => OtherAmounts | undefined;
};

/** All lines are at hand. */
export const NOBODY_ELSE: Others = {
  isAtHand: () => true,
  asking: () => [],
  members: () => [],
  cents: () => undefined,
  amounts: () => undefined,
};

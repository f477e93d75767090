import type { LocalDate } from '../calendar/localDate.ts';
import type { Decimal } from '../number/decimal.ts';

/**
 * Money that is set aside for marketing of partners. Units: `budget` minor; `percent` of what an activity cost
 * is paid, percent points. Days are inclusive.
 */
export type Fund = {
  readonly code: string;
  readonly company: string;
  readonly currency: string;
  readonly budget: bigint;
  /** Activities lie inside. */
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  /** So many days after an activity its cost can be claimed; then what was approved is free again. */
  readonly claimDays: number;
  readonly percent: Decimal;
  /** Whose it is; undefined: of all partners. */
  readonly partner?: string;
};

/** What is planned with money of a fund. */
export type Activity = {
  readonly id: string;
  readonly fund: string;
  readonly partner: string;
  readonly reference: string;
  readonly title: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  /** What is asked for. Units: minor. */
  readonly requested: bigint;
};

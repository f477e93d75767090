import type { LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import type { Line } from '../fact/line.ts';
import type { Rational } from '../number/rational.ts';

/** What one line adds to one sum of one payout window, converted and exact. */
export type Addend = {
  readonly slot: string;
  readonly pays: Window;
  /** What it is gathered by: a delivery, a product, nothing (""). */
  readonly bucket: string;
  /** The group of partners that it counts for; "" for none. */
  readonly pool: string;
  readonly value: Rational;
};

/**
 * A line that counts for a term, with all that it adds: what the stages need that look at single
 * lines (sequence valuation, limits that partners share, netting, exclusive choice, shares).
 */
export type Contribution = {
  readonly key: string;
  readonly line: Line;
  readonly partner: string;
  readonly placedOn: LocalDate;
  /** A return that acts at the place of the line that it takes back. */
  readonly isOriginal: boolean;
  /** Sorts by day, document and line; a linked return right behind its original. */
  readonly order: string;
  /** Sorts by when it became known, then by `order`. */
  readonly arrival: string;
  readonly addends: readonly Addend[];
};

import type { Window } from '../calendar/window.ts';
import type { Line } from '../fact/line.ts';
import type { Rational } from '../number/rational.ts';
import type { MatchContext } from '../plan/matchLine.ts';
import type { Plan } from '../plan/plan.ts';
import { dayKey, joinKey } from '../text/key.ts';
import type { Contribution } from './contribution.ts';

/** The slot of lines without which an amount is incomplete. */
export const BLOCKED = 'blocked';

/**
 * One exact sum: what an executor delivers, and all that core needs to make money of. Its value is
 * `sum` / 10^`scale` × `factor`; lines of another unit or currency stand in cells of their own.
 * `blocked` cells count the lines without which the amount is incomplete, and what they are worth:
 * their net value as far as it is in the agreement's currency (amounts of two never add up).
 */
export type Cell = {
  readonly term: string;
  readonly partner: string;
  /** The payout window. */
  readonly window: Window;
  readonly slot: string;
  /** What the sum is gathered by: a delivery, a document, a product; "" for a plain sum. */
  readonly bucket: string;
  /** The group of partners; "" for none. */
  readonly pool: string;
  readonly factor: Rational;
  /** An integer of `scale` decimal places. */
  readonly sum: bigint;
  readonly scale: number;
  readonly lines: number;
};

/**
 * How many lines ended in which state under a term, and their net values (nine places) whatever
 * their currency: a check sum against the file, no amount of money.
 */
export type StateTally = {
  readonly term: string;
  readonly state: 'counted' | 'excluded' | 'blocked';
  readonly reason: string;
  readonly lines: number;
  readonly netValue: bigint;
};

/**
 * Cells in order of their keys, and the reconciliation: every line is in one tally of each term.
 * Of terms that are not additive also the lines that counted, in business order.
 */
export type Cells = {
  readonly cells: readonly Cell[];
  readonly tallies: readonly StateTally[];
  readonly streams: ReadonlyMap<string, readonly Contribution[]>;
};

/** The same without any line: what a whole tenant's calculation holds. */
export type CellSums = Pick<Cells, 'cells' | 'tallies'>;

/**
 * Maps a plan and lines to cells. Executors differ in speed only: the same plan and lines give
 * the same cells, in the same order, to the byte.
 */
export type Executor = (plan: Plan, lines: Iterable<Line>, context: MatchContext) => Cells;

/** The sortable identity of a cell. */
export function cellKey(cell: Omit<Cell, 'sum' | 'lines'>): string {
  const { term, partner, window, slot, bucket, pool, factor, scale } = cell;
  const days = [dayKey(window.from), dayKey(window.until)];
  return joinKey(term, partner, ...days, slot, bucket, pool, `${factor.n}/${factor.d}`, String(scale));
}

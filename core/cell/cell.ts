import type { Window } from '../calendar/window.ts';
import type { Line } from '../fact/line.ts';
import type { MatchContext } from '../plan/matchLine.ts';
import type { Plan, Role } from '../plan/plan.ts';
import { dayKey, joinKey } from '../text/key.ts';

/**
 * One exact sum: what an executor delivers, and all that core needs to make money of.
 * `blocked` cells count the lines without which the amount is incomplete, and what they are worth:
 * their net value as far as it is in the agreement's currency (amounts of two never add up).
 */
export type Cell = {
  readonly term: string;
  readonly partner: string;
  readonly window: Window;
  readonly role: Role | 'blocked';
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

/** Cells in order of their keys, and the reconciliation: every line is in one tally of each term. */
export type Cells = { readonly cells: readonly Cell[]; readonly tallies: readonly StateTally[] };

/**
 * Maps a plan and lines to cells. Executors differ in speed only: the same plan and lines give
 * the same cells, in the same order, to the byte.
 */
export type Executor = (plan: Plan, lines: Iterable<Line>, context: MatchContext) => Cells;

/** The sortable identity of a cell. */
export function cellKey(cell: Pick<Cell, 'term' | 'partner' | 'window' | 'role'>): string {
  return joinKey(cell.term, cell.partner, dayKey(cell.window.from), cell.role);
}

import type { Window } from '../../core/calendar/window.ts';
import type { Cell, CellSums } from '../../core/cell/cell.ts';
import { rational } from '../../core/number/rational.ts';
import type { GatheredCells } from './gatheredCells.ts';

const ONE = rational(1n);

/** What cells of one slot and window have in common: the column of their sums, one unit of which is `toCell` units at `scale` places. */
export type CellPlace = {
  readonly slot: string;
  readonly window: Window;
  readonly column: number;
  readonly scale: number;
  readonly toCell: bigint;
};

/** Entries of plain sums: the code of the partner, the number of the group of cells, and `width` sums each, integers below 2^53. */
export type CellColumns = {
  readonly partners: Uint32Array;
  readonly groupOf: Uint16Array;
  readonly lines: Uint32Array;
  readonly sums: Float64Array;
  readonly width: number;
};

/** The plain sums of one term: its entries of columns that it shares with others, by partner and group; in the order of keys. */
export type TermCells = {
  readonly term: string;
  /** The cells of each group. */
  readonly groups: readonly (readonly CellPlace[])[];
  readonly columns: CellColumns;
  /** Its first entry, and the one after its last. */
  readonly from: number;
  readonly until: number;
};

/**
 * The cells of a plan: plain ones and gathered ones as columns, and `rest`, which core was asked for, with all tallies. Lines of terms that are not
 * additive are not among them: whoever makes money of such a term asks for them (`ColumnStore.execute`, `streams`).
 */
export type PlanCells = {
  readonly plain: readonly TermCells[];
  readonly gathered: readonly GatheredCells[];
  readonly rest: CellSums;
};

/** How many cells a plan has, at most: one of `plain` or `gathered` may go on in `rest`. */
export function cellCount({ plain, gathered, rest }: PlanCells): number {
  let count = rest.cells.length;
  for (const { groups, groupOf } of gathered) {
    for (const group of groupOf) count += groups[group]?.slots.length ?? 0;
  }
  for (const { groups, columns, from, until } of plain) {
    for (let at = from; at < until; at += 1) count += groups[columns.groupOf[at] as number]?.length ?? 0;
  }
  return count;
}

/** The cells one by one, as every executor gives them. */
export function* eachCell(
  { term, groups, columns, from, until }: TermCells,
  texts: readonly string[],
): Iterable<Cell> {
  const { partners, groupOf, sums, lines, width } = columns;
  for (let at = from; at < until; at += 1) {
    for (const { slot, window, column, scale, toCell } of groups[groupOf[at] as number] ?? []) {
      yield {
        partner: texts[partners[at] as number] as string,
        ...{ window, slot, bucket: '', pool: '', factor: ONE, scale },
        sum: BigInt(sums[width * at + column] as number) * toCell,
        lines: lines[at] as number,
        term,
      };
    }
  }
}

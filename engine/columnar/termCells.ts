import type { Window } from '../../core/calendar/window.ts';
import type { Cell, Cells } from '../../core/cell/cell.ts';
import { rational } from '../../core/number/rational.ts';
import type { GrowingCell } from './plainSums.ts';

const ONE = rational(1n);

/** What cells of one slot and window have in common. One unit of their sums is `toCell` units at `scale` places. */
export type CellPlace = {
  readonly slot: string;
  readonly window: Window;
  readonly scale: number;
  readonly toCell: bigint;
};

/** Cells of plain sums, an entry each: the code of the partner, the number of its place, and a sum that is an integer below 2^53. */
export type CellColumns = {
  readonly partners: Uint32Array<ArrayBuffer>;
  readonly placeOf: Uint16Array<ArrayBuffer>;
  readonly sums: Float64Array<ArrayBuffer>;
  readonly lines: Uint32Array<ArrayBuffer>;
};

/** The plain sums of one term: its entries of columns that it may share with others, in the order of keys (partner, then place). */
export type TermCells = {
  readonly term: string;
  readonly places: readonly CellPlace[];
  readonly columns: CellColumns;
  /** Its first entry, and the one after its last. */
  readonly from: number;
  readonly until: number;
};

/** The cells of a plan: the plain ones as columns, and `rest`, which core was asked for, with all tallies and streams. */
export type PlanCells = { readonly plain: readonly TermCells[]; readonly rest: Cells };

/** How many cells a plan has, at most: one of `plain` may go on in `rest`. */
export function cellCount({ plain, rest }: PlanCells): number {
  return plain.reduce((count, { from, until }) => count + until - from, rest.cells.length);
}

export function placeOf({ slot, window, column: { cellScale, toCell } }: GrowingCell): CellPlace {
  return { slot, window, scale: cellScale, toCell };
}

/** The cells one by one, as every executor gives them. */
export function* eachCell(
  { term, places, columns, from, until }: TermCells,
  texts: readonly string[],
): Iterable<Cell> {
  const { partners, placeOf: places_, sums, lines } = columns;
  for (let at = from; at < until; at += 1) {
    const { slot, window, scale, toCell } = places[places_[at] as number] as CellPlace;
    yield {
      partner: texts[partners[at] as number] as string,
      ...{ window, slot, bucket: '', pool: '', factor: ONE, scale },
      sum: BigInt(sums[at] as number) * toCell,
      lines: lines[at] as number,
      term,
    };
  }
}

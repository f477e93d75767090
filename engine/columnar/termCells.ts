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

/**
 * The plain sums of one term, one entry a cell, in the order of keys: partner, then place. Sums are
 * integers below 2^53. They are plain data, which threads hand on without a copy.
 */
export type TermCells = {
  readonly term: string;
  readonly places: readonly CellPlace[];
  /** Codes of partners in the columns. */
  readonly partners: Uint32Array<ArrayBuffer>;
  readonly placeOf: Uint16Array<ArrayBuffer>;
  readonly sums: Float64Array<ArrayBuffer>;
  readonly lines: Uint32Array<ArrayBuffer>;
};

/** The cells of a plan: the plain ones as columns, and `rest`, which core was asked for, with all tallies and streams. */
export type PlanCells = { readonly plain: readonly TermCells[]; readonly rest: Cells };

/** How many cells a plan has, at most: one of `plain` may go on in `rest`. */
export function cellCount({ plain, rest }: PlanCells): number {
  return plain.reduce((count, { lines }) => count + lines.length, rest.cells.length);
}

/** Collects the cells of one term; the memory is used again for the next one. */
export class TermCellsBuilder {
  private partners = new Uint32Array(1024);
  private placeOf = new Uint16Array(1024);
  private sums = new Float64Array(1024);
  private lines = new Uint32Array(1024);
  private count = 0;

  push(partner: number, place: number, sum: number, lines: number): void {
    if (this.count === this.partners.length) this.grow();
    this.partners[this.count] = partner;
    this.placeOf[this.count] = place;
    this.sums[this.count] = sum;
    this.lines[this.count] = lines;
    this.count += 1;
  }

  private grow(): void {
    const length = 2 * this.count;
    const longer = <T extends Uint32Array | Uint16Array | Float64Array>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.partners = longer(new Uint32Array(length), this.partners);
    this.placeOf = longer(new Uint16Array(length), this.placeOf);
    this.sums = longer(new Float64Array(length), this.sums);
    this.lines = longer(new Uint32Array(length), this.lines);
  }

  taken(term: string, places: readonly CellPlace[]): TermCells {
    const { count } = this;
    this.count = 0;
    return {
      ...{ term, places },
      partners: this.partners.slice(0, count),
      placeOf: this.placeOf.slice(0, count),
      sums: this.sums.slice(0, count),
      lines: this.lines.slice(0, count),
    };
  }
}

export function placeOf({ slot, window, column: { cellScale, toCell } }: GrowingCell): CellPlace {
  return { slot, window, scale: cellScale, toCell };
}

/** The cells one by one, as every executor gives them. */
export function* eachCell(
  { term, places, partners, placeOf: places_, sums, lines }: TermCells,
  texts: readonly string[],
): Iterable<Cell> {
  for (let at = 0; at < lines.length; at += 1) {
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

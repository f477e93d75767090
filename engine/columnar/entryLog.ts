import { sharedArray } from './sharedArray.ts';
import type { CellColumns } from './termCells.ts';

/** Cells of many terms as columns. */
export type EntryColumns = CellColumns & {
  /** The first entry of each term; one more at the end. */
  readonly firstOf: Uint32Array;
};

const ENTRIES = 1024;
/** New memory is made for so many pieces like the one at hand. */
const PIECES_AHEAD = 4;

/**
 * Takes in cells as they come, partner by partner, and gives them by term, piece by piece. They are written to memory
 * that threads share, and over it again once `begin` is called: new memory is dearer than all sums that go into it.
 */
export class EntryLog {
  private terms = new Uint16Array(ENTRIES);
  private partners = new Uint32Array(ENTRIES);
  private groups = new Uint16Array(ENTRIES);
  private lines = new Uint32Array(ENTRIES);
  /** One after the other of each entry. */
  private sums: Float64Array;
  private readonly columns: number;
  private count = 0;
  private readonly chunks: { readonly cells: CellColumns; readonly firstOf: Uint32Array }[] = [];
  /** The chunk at hand, and how many entries and pieces are in it. */
  private chunk = 0;
  private entries = 0;
  private pieces = 0;

  /** Each entry has so many sums. */
  constructor(columns: number) {
    this.columns = columns;
    this.sums = new Float64Array(columns * ENTRIES);
  }

  /** From a place in a row of numbers: lines, then the sums. */
  push(term: number, partner: number, group: number, from: Float64Array, at: number): void {
    const { count, columns } = this;
    if (count === this.terms.length) this.grow();
    this.terms[count] = term;
    this.partners[count] = partner;
    this.groups[count] = group;
    this.lines[count] = from[at] as number;
    for (let column = 0; column < columns; column += 1) {
      this.sums[columns * count + column] = from[at + 1 + column] as number;
    }
    this.count = count + 1;
  }

  private grow(): void {
    const length = 2 * this.count;
    this.terms = longer(new Uint16Array(length), this.terms);
    this.partners = longer(new Uint32Array(length), this.partners);
    this.groups = longer(new Uint16Array(length), this.groups);
    this.lines = longer(new Uint32Array(length), this.lines);
    this.sums = longer(new Float64Array(this.columns * length), this.sums);
  }

  /** What was given before may be written over. */
  begin(): void {
    [this.chunk, this.entries, this.pieces] = [0, 0, 0];
  }

  /** Those of one term in the order in which they came. */
  taken(terms: number): EntryColumns {
    const { count, columns: width, terms: own, partners, groups, lines, sums } = this;
    const { cells, firstOf } = this.place(terms + 1);
    this.countTerms(firstOf);
    const next = firstOf.slice();
    for (let at = 0; at < count; at += 1) {
      const term = own[at] as number;
      const to = next[term] as number;
      next[term] = to + 1;
      cells.partners[to] = partners[at] as number;
      cells.groupOf[to] = groups[at] as number;
      cells.lines[to] = lines[at] as number;
      for (let column = 0; column < width; column += 1) {
        cells.sums[width * to + column] = sums[width * at + column] as number;
      }
    }
    this.entries += count;
    this.count = 0;
    return { ...cells, firstOf };
  }

  /** Where the entries of a piece go, and the first of each term. */
  private place(firsts: number): { readonly cells: CellColumns; readonly firstOf: Uint32Array } {
    for (; this.chunk < this.chunks.length; this.chunk += 1) {
      const { cells, firstOf } = this.chunks[this.chunk] as (typeof this.chunks)[number];
      const isRoom =
        this.entries + this.count <= cells.lines.length && (this.pieces + 1) * firsts <= firstOf.length;
      if (isRoom) {
        const first = this.pieces * firsts;
        this.pieces += 1;
        return { cells, firstOf: firstOf.subarray(first, first + firsts) };
      }
      [this.entries, this.pieces] = [0, 0];
    }
    const length = PIECES_AHEAD * this.count;
    this.chunks.push({
      firstOf: sharedArray(Uint32Array, PIECES_AHEAD * firsts),
      cells: {
        partners: sharedArray(Uint32Array, length),
        groupOf: sharedArray(Uint16Array, length),
        lines: sharedArray(Uint32Array, length),
        sums: sharedArray(Float64Array, this.columns * length),
        width: this.columns,
      },
    });
    return this.place(firsts);
  }

  private countTerms(firstOf: Uint32Array): void {
    firstOf.fill(0);
    for (let at = 0; at < this.count; at += 1) {
      const next = (this.terms[at] as number) + 1;
      firstOf[next] = (firstOf[next] as number) + 1;
    }
    firstOf[0] = this.entries;
    for (let term = 1; term < firstOf.length; term += 1) {
      firstOf[term] = (firstOf[term] as number) + (firstOf[term - 1] as number);
    }
  }
}

/** A longer column that begins as another one does. */
export function longer<T extends Uint32Array | Uint16Array | Int32Array | Float64Array>(to: T, from: T): T {
  to.set(from);
  return to;
}

import type { CellColumns } from './termCells.ts';

/** Cells of many terms as columns. */
export type EntryColumns = CellColumns & {
  /** The first entry of each term; one more at the end. */
  readonly firstOf: Uint32Array<ArrayBuffer>;
};

const ENTRIES = 1024;

/** Takes in cells as they come, partner by partner, and gives them by term; its memory is used again. */
export class EntryLog {
  private terms = new Uint16Array(ENTRIES);
  private partners = new Uint32Array(ENTRIES);
  private groups = new Uint16Array(ENTRIES);
  private lines = new Uint32Array(ENTRIES);
  /** One after the other of each entry. */
  private sums: Float64Array;
  private readonly columns: number;
  private count = 0;

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

  /** Those of one term in the order in which they came. */
  taken(terms: number): EntryColumns {
    const { count, columns } = this;
    const firstOf = this.firstOf(terms);
    const partners = new Uint32Array(count);
    const groupOf = new Uint16Array(count);
    const lines = new Uint32Array(count);
    const sums = new Float64Array(columns * count);
    const next = firstOf.slice();
    for (let at = 0; at < count; at += 1) {
      const term = this.terms[at] as number;
      const to = next[term] as number;
      next[term] = to + 1;
      partners[to] = this.partners[at] as number;
      groupOf[to] = this.groups[at] as number;
      lines[to] = this.lines[at] as number;
      for (let column = 0; column < columns; column += 1) {
        sums[columns * to + column] = this.sums[columns * at + column] as number;
      }
    }
    this.count = 0;
    return { partners, groupOf, lines, sums, width: columns, firstOf };
  }

  private firstOf(terms: number): Uint32Array<ArrayBuffer> {
    const firstOf = new Uint32Array(terms + 1);
    for (let at = 0; at < this.count; at += 1) {
      const next = (this.terms[at] as number) + 1;
      firstOf[next] = (firstOf[next] as number) + 1;
    }
    for (let term = 1; term <= terms; term += 1) {
      firstOf[term] = (firstOf[term] as number) + (firstOf[term - 1] as number);
    }
    return firstOf;
  }
}

function longer<T extends Uint32Array | Uint16Array | Float64Array>(to: T, from: T): T {
  to.set(from);
  return to;
}

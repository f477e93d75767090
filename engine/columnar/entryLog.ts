import type { CellColumns } from './termCells.ts';

/** Cells of many terms as columns. */
export type SortedEntries = CellColumns & {
  /** The first entry of each term; one more at the end. */
  readonly firstOf: Uint32Array<ArrayBuffer>;
};

/** Takes in cells as they come, partner by partner, and gives them by term; its memory is used again. */
export class EntryLog {
  private terms = new Uint16Array(1024);
  private partners = new Uint32Array(1024);
  private places = new Uint16Array(1024);
  private sums = new Float64Array(1024);
  private lines = new Uint32Array(1024);
  private count = 0;

  push(term: number, partner: number, place: number, sum: number, lines: number): void {
    const { count } = this;
    if (count === this.terms.length) this.grow();
    this.terms[count] = term;
    this.partners[count] = partner;
    this.places[count] = place;
    this.sums[count] = sum;
    this.lines[count] = lines;
    this.count = count + 1;
  }

  private grow(): void {
    const length = 2 * this.count;
    this.terms = longer(new Uint16Array(length), this.terms);
    this.partners = longer(new Uint32Array(length), this.partners);
    this.places = longer(new Uint16Array(length), this.places);
    this.sums = longer(new Float64Array(length), this.sums);
    this.lines = longer(new Uint32Array(length), this.lines);
  }

  /** Those of one term in the order in which they came. */
  taken(terms: number): SortedEntries {
    const { count } = this;
    const firstOf = new Uint32Array(terms + 1);
    for (let at = 0; at < count; at += 1) {
      const next = (this.terms[at] as number) + 1;
      firstOf[next] = (firstOf[next] as number) + 1;
    }
    for (let term = 1; term <= terms; term += 1) {
      firstOf[term] = (firstOf[term] as number) + (firstOf[term - 1] as number);
    }
    const sorted = {
      partners: new Uint32Array(count),
      placeOf: new Uint16Array(count),
      sums: new Float64Array(count),
      lines: new Uint32Array(count),
    };
    const next = firstOf.slice();
    for (let at = 0; at < count; at += 1) {
      const term = this.terms[at] as number;
      const to = next[term] as number;
      next[term] = to + 1;
      sorted.partners[to] = this.partners[at] as number;
      sorted.placeOf[to] = this.places[at] as number;
      sorted.sums[to] = this.sums[at] as number;
      sorted.lines[to] = this.lines[at] as number;
    }
    this.count = 0;
    return { ...sorted, firstOf };
  }
}

function longer<T extends Uint32Array | Uint16Array | Float64Array>(to: T, from: T): T {
  to.set(from);
  return to;
}

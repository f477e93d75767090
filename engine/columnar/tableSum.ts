import { EntryLog, type SortedEntries } from './entryLog.ts';
import { firstAtLeast } from './firstAtLeast.ts';
import type { Integers } from './measureColumn.ts';
import { NO_STRETCH, type TermTable } from './termTable.ts';

/** What is summed of a term at hand: its rows, their net value, and two columns. */
const STRIDE = 4;

/** What the partners of one piece come to under every term of a table. */
export type TableSums = {
  /** The cells by term, each term's by partner and place. */
  readonly entries: SortedEntries;
  /** Of each term four numbers: rows that were looked at, their net value, rows that counted, their net value. */
  readonly totals: Float64Array<ArrayBuffer>;
  readonly left: LeftRuns;
};

/** Runs that some sum knows nothing of, and that are in no other number: by term partner, first row, and the row after the last. */
export type LeftRuns = {
  /** The first run of each term, one more at the end; empty where no run was left. */
  readonly firstOf: Uint32Array<ArrayBuffer>;
  readonly runs: Uint32Array<ArrayBuffer>;
};

/**
 * Walks the rows of partners once for all terms of a table: for each row the terms of its partner, its
 * day and its product are one AND of words that have any.
 */
export class TableSum {
  private readonly table: TermTable;
  private readonly epochs: number;
  private readonly first: Integers;
  private readonly second: Integers;
  /** By term, of the epoch at hand. */
  private readonly sums: Float64Array;
  /** By slot, of the partner at hand. */
  private readonly slotSums: Float64Array;
  private readonly slotLines: Uint32Array;
  /** The words that have terms in the epoch at hand, those terms, and those that some row counted for. */
  private readonly words: Uint16Array;
  private readonly masks: Int32Array;
  private readonly touched: Int32Array;
  /** By word: the terms that some row of the partner counted for. */
  private readonly counting: Int32Array;
  /** The first row of each epoch, of the segment at hand; one more at the end. */
  private readonly starts: Uint32Array;
  private readonly log = new EntryLog();
  private totals = new Float64Array(0);
  private left: [term: number, ...run: [partner: number, from: number, until: number]][] = [];

  constructor(table: TermTable) {
    this.table = table;
    this.epochs = Math.max(0, table.bounds.length - 1);
    [this.first = table.net, this.second = table.net] = table.columns;
    this.sums = new Float64Array(STRIDE * table.terms);
    const slots = table.slotsOf[table.terms] as number;
    this.slotSums = new Float64Array(slots);
    this.slotLines = new Uint32Array(slots);
    this.words = new Uint16Array(table.words);
    this.masks = new Int32Array(table.words);
    this.touched = new Int32Array(table.words);
    this.counting = new Int32Array(table.words);
    this.starts = new Uint32Array(this.epochs + 1);
  }

  /** The partners whose codes are from `from` on, before `until`. */
  sum(from: number, until: number): TableSums {
    const { wordsOf, terms } = this.table;
    this.totals = new Float64Array(4 * terms);
    this.left = [];
    for (let partner = from; partner < until; partner += 1) {
      if (wordsOf[partner] !== wordsOf[partner + 1] && this.epochs > 0) this.sumPartner(partner);
    }
    return { entries: this.log.taken(terms), totals: this.totals, left: byTerm(this.left, terms) };
  }

  private sumPartner(partner: number): void {
    const { firstOf, groupOf, fromOf, untilOf } = this.table.segments;
    const last = firstOf[partner + 1] as number;
    for (let segment = firstOf[partner] as number; segment < last; segment += 1) {
      const group = groupOf[segment] as number;
      this.sumSegment(partner, group, fromOf[segment] as number, untilOf[segment] as number);
      this.see(partner, group);
    }
    this.handOn(partner);
  }

  private sumSegment(partner: number, group: number, from: number, until: number): void {
    const { days, bounds } = this.table;
    const { starts, epochs } = this;
    let at = firstAtLeast(days, bounds[0] as number, from, until);
    starts[0] = at;
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      const last = at === until ? until : firstAtLeast(days, bounds[epoch + 1] as number, at, until);
      if (last > at) {
        const count = this.gather(partner, epoch, group);
        if (count > 0) {
          this.sumRows(at, last, count);
          this.endEpoch(partner, epoch, at, last, count);
        }
      }
      at = last;
      starts[epoch + 1] = at;
    }
  }

  /** The words of a partner that have terms in an epoch; gives how many. */
  private gather(partner: number, epoch: number, group: number): number {
    const { wordsOf, wordAt, wordBits, active, inside, words: length } = this.table;
    const { words, masks, touched } = this;
    const [inEpoch, inGroup] = [epoch * length, group * length];
    const last = wordsOf[partner + 1] as number;
    let count = 0;
    for (let at = wordsOf[partner] as number; at < last; at += 1) {
      const word = wordAt[at] as number;
      const mask =
        (wordBits[at] as number) & (active[inEpoch + word] as number) & (inside[inGroup + word] as number);
      if (mask === 0) continue;
      words[count] = word;
      masks[count] = mask;
      touched[count] = 0;
      count += 1;
    }
    return count;
  }

  /** All the time goes here: once a row, once a word, and once a row that counts for a term. */
  private sumRows(from: number, until: number, count: number): void {
    const { rows, products, productRow, productBits, net } = this.table;
    const { words, masks, touched, sums, first, second } = this;
    for (let at = from; at < until; at += 1) {
      const base = productRow[products[at] as number] as number;
      for (let index = 0; index < count; index += 1) {
        const word = words[index] as number;
        let hits = (productBits[base + word] as number) & (masks[index] as number);
        if (hits === 0) continue;
        touched[index] = (touched[index] as number) | hits;
        const row = rows[at] as number;
        const [value, one, two] = [net[row] as number, first[row] as number, second[row] as number];
        do {
          const bit = 31 - Math.clz32(hits);
          hits ^= 1 << bit;
          const to = STRIDE * ((word << 5) | bit);
          sums[to] = (sums[to] as number) + 1;
          sums[to + 1] = (sums[to + 1] as number) + value;
          sums[to + 2] = (sums[to + 2] as number) + one;
          sums[to + 3] = (sums[to + 3] as number) + two;
        } while (hits !== 0);
      }
    }
  }

  /** What the rows of an epoch came to goes into the slots. */
  private endEpoch(partner: number, epoch: number, from: number, until: number, count: number): void {
    const { words, touched, counting } = this;
    for (let index = 0; index < count; index += 1) {
      const word = words[index] as number;
      let hits = touched[index] as number;
      counting[word] = (counting[word] as number) | hits;
      while (hits !== 0) {
        const bit = 31 - Math.clz32(hits);
        hits ^= 1 << bit;
        const term = (word << 5) | bit;
        if (this.isKnown(term, epoch)) this.addTo(term, epoch);
        else this.leave(term, partner, from, until);
        this.sums.fill(0, STRIDE * term, STRIDE * term + STRIDE);
      }
    }
  }

  /** A sum of rows of which one is unknown is none. */
  private isKnown(term: number, epoch: number): boolean {
    const { stretchOf, sumsOf, sumColumn } = this.table;
    const stretch = stretchOf[term * this.epochs + epoch] as number;
    if (stretch === NO_STRETCH) throw new Error('Fault: a term counts rows of no stretch');
    const last = sumsOf[stretch + 1] as number;
    for (let at = sumsOf[stretch] as number; at < last; at += 1) {
      if (Number.isNaN(this.sums[STRIDE * term + 1 + (sumColumn[at] as number)])) return false;
    }
    return true;
  }

  private addTo(term: number, epoch: number): void {
    const { stretchOf, sumsOf, sumColumn, sumSlot } = this.table;
    const { sums, slotSums, slotLines, totals } = this;
    const stretch = stretchOf[term * this.epochs + epoch] as number;
    const from = STRIDE * term;
    const lines = sums[from] as number;
    const last = sumsOf[stretch + 1] as number;
    for (let at = sumsOf[stretch] as number; at < last; at += 1) {
      const slot = sumSlot[at] as number;
      slotSums[slot] = (slotSums[slot] as number) + (sums[from + 1 + (sumColumn[at] as number)] as number);
      slotLines[slot] = (slotLines[slot] as number) + lines;
    }
    totals[4 * term + 2] = (totals[4 * term + 2] as number) + lines;
    totals[4 * term + 3] = (totals[4 * term + 3] as number) + (sums[from + 1] as number);
  }

  private leave(term: number, partner: number, from: number, until: number): void {
    this.left.push([term, partner, from, until]);
    this.addSeen(term, from, until, -1);
  }

  /** All rows of a segment in the days of each term were looked at, whether they count or not. */
  private see(partner: number, group: number): void {
    const { wordsOf, wordAt, wordBits, inside, words: length, rangesOf, ranges } = this.table;
    const { starts } = this;
    const last = wordsOf[partner + 1] as number;
    for (let at = wordsOf[partner] as number; at < last; at += 1) {
      const word = wordAt[at] as number;
      let terms = (wordBits[at] as number) & (inside[group * length + word] as number);
      while (terms !== 0) {
        const bit = 31 - Math.clz32(terms);
        terms ^= 1 << bit;
        const term = (word << 5) | bit;
        const end = rangesOf[term + 1] as number;
        for (let range = rangesOf[term] as number; range < end; range += 1) {
          const [first, until] = [ranges[2 * range] as number, ranges[2 * range + 1] as number];
          this.addSeen(term, starts[first] as number, starts[until] as number, 1);
        }
      }
    }
  }

  private addSeen(term: number, from: number, until: number, sign: 1 | -1): void {
    const { totals } = this;
    const { netBefore } = this.table;
    const net = (netBefore[until] as number) - (netBefore[from] as number);
    totals[4 * term] = (totals[4 * term] as number) + sign * (until - from);
    totals[4 * term + 1] = (totals[4 * term + 1] as number) + sign * net;
  }

  private handOn(partner: number): void {
    const { wordsOf, wordAt } = this.table;
    const last = wordsOf[partner + 1] as number;
    for (let at = wordsOf[partner] as number; at < last; at += 1) {
      const word = wordAt[at] as number;
      let terms = this.counting[word] as number;
      this.counting[word] = 0;
      while (terms !== 0) {
        const bit = 31 - Math.clz32(terms);
        terms ^= 1 << bit;
        this.handOnTerm(partner, (word << 5) | bit);
      }
    }
  }

  private handOnTerm(partner: number, term: number): void {
    const { slotsOf } = this.table;
    const { slotSums, slotLines } = this;
    const first = slotsOf[term] as number;
    const last = slotsOf[term + 1] as number;
    for (let slot = first; slot < last; slot += 1) {
      const lines = slotLines[slot] as number;
      if (lines === 0) continue;
      this.log.push(term, partner, slot - first, slotSums[slot] as number, lines);
      slotSums[slot] = 0;
      slotLines[slot] = 0;
    }
  }
}

function byTerm(left: readonly (readonly [number, number, number, number])[], terms: number): LeftRuns {
  const firstOf = new Uint32Array(left.length === 0 ? 0 : terms + 1);
  for (const [term] of left) firstOf[term + 1] = (firstOf[term + 1] as number) + 1;
  for (let at = 1; at < firstOf.length; at += 1) {
    firstOf[at] = (firstOf[at] as number) + (firstOf[at - 1] as number);
  }
  const sorted = left.toSorted(([a], [b]) => a - b);
  return { firstOf, runs: new Uint32Array(sorted.flatMap(([, ...run]) => run)) };
}

import { type EntryColumns, EntryLog } from './entryLog.ts';
import { firstAtLeast } from './firstAtLeast.ts';
import type { Integers } from './measureColumn.ts';
import type { TermTable } from './termTable.ts';

/** What a slot holds: rows, their net value, and two columns. */
const STRIDE = 4;

/** What the partners of one piece come to under every term of a table. */
export type TableSums = {
  /** The cells by term, each term's by partner and group. */
  readonly entries: EntryColumns;
  /** Of each term four numbers: rows that were looked at, their net value, rows that counted, their net value. */
  readonly totals: Float64Array<ArrayBuffer>;
  /** Two numbers each: a term, and a partner of which some sum is unknown, and which is in no other number. */
  readonly left: Uint32Array<ArrayBuffer>;
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
  /** Of the partner at hand. */
  private readonly slots: Float64Array;
  /** The words that have terms in the epoch at hand, those terms, and those that some row counted for. */
  private readonly words: Uint16Array;
  private readonly masks: Int32Array;
  private readonly touched: Int32Array;
  /** By word: the terms that some row of the partner counted for. */
  private readonly counting: Int32Array;
  /** The first row of each epoch, of the segment at hand; one more at the end. */
  private readonly starts: Uint32Array;
  private readonly log: EntryLog;
  private totals = new Float64Array(0);
  private left: number[] = [];

  constructor(table: TermTable) {
    const { net, columns, slotsOf, terms, words, bounds } = table;
    this.table = table;
    this.epochs = Math.max(0, bounds.length - 1);
    [this.first = net, this.second = net] = columns;
    this.slots = new Float64Array(STRIDE * (slotsOf[terms] as number));
    this.words = new Uint16Array(words);
    this.masks = new Int32Array(words);
    this.touched = new Int32Array(words);
    this.counting = new Int32Array(words);
    this.starts = new Uint32Array(this.epochs + 1);
    this.log = new EntryLog(1 + columns.length);
  }

  /** The partners whose codes are from `from` on, before `until`. */
  sum(from: number, until: number): TableSums {
    const { wordsOf, terms } = this.table;
    this.totals = new Float64Array(4 * terms);
    this.left = [];
    for (let partner = from; partner < until; partner += 1) {
      if (wordsOf[partner] !== wordsOf[partner + 1] && this.epochs > 0) this.sumPartner(partner);
    }
    return { entries: this.log.taken(terms), totals: this.totals, left: new Uint32Array(this.left) };
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
    const { starts, epochs, words, touched, counting } = this;
    let at = firstAtLeast(days, bounds[0] as number, from, until);
    starts[0] = at;
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      const last = at === until ? until : firstAtLeast(days, bounds[epoch + 1] as number, at, until);
      const count = last > at ? this.gather(partner, epoch, group) : 0;
      if (count > 0) this.sumRows(epoch, at, last, count);
      for (let index = 0; index < count; index += 1) {
        const word = words[index] as number;
        counting[word] = (counting[word] as number) | (touched[index] as number);
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
  private sumRows(epoch: number, from: number, until: number, count: number): void {
    const { rows, products, productRow, productBits, net, slotAt, terms } = this.table;
    const { words, masks, touched, slots, first, second } = this;
    const inEpoch = epoch * terms;
    for (let at = from; at < until; at += 1) {
      const base = productRow[products[at] as number] as number;
      for (let index = 0; index < count; index += 1) {
        const word = words[index] as number;
        let hits = (productBits[base + word] as number) & (masks[index] as number);
        if (hits === 0) continue;
        touched[index] = (touched[index] as number) | hits;
        const row = rows[at] as number;
        const value = net[row] as number;
        const one = first[row] as number;
        const two = second[row] as number;
        const place = inEpoch + (word << 5);
        do {
          const bit = 31 - Math.clz32(hits);
          hits ^= 1 << bit;
          const to = STRIDE * (slotAt[place + bit] as number);
          slots[to] = (slots[to] as number) + 1;
          slots[to + 1] = (slots[to + 1] as number) + value;
          slots[to + 2] = (slots[to + 2] as number) + one;
          slots[to + 3] = (slots[to + 3] as number) + two;
        } while (hits !== 0);
      }
    }
  }

  /** All rows of a segment in the days of each term were looked at, whether they count or not. */
  private see(partner: number, group: number): void {
    const { wordsOf, wordAt, wordBits, inside, words: length } = this.table;
    const last = wordsOf[partner + 1] as number;
    for (let at = wordsOf[partner] as number; at < last; at += 1) {
      const word = wordAt[at] as number;
      let terms = (wordBits[at] as number) & (inside[group * length + word] as number);
      while (terms !== 0) {
        const bit = 31 - Math.clz32(terms);
        terms ^= 1 << bit;
        this.addSeen((word << 5) | bit, 1);
      }
    }
  }

  private addSeen(term: number, sign: 1 | -1): void {
    const { netBefore, rangesOf, ranges } = this.table;
    const { totals, starts } = this;
    const end = rangesOf[term + 1] as number;
    for (let range = rangesOf[term] as number; range < end; range += 1) {
      const from = starts[ranges[2 * range] as number] as number;
      const until = starts[ranges[2 * range + 1] as number] as number;
      const net = (netBefore[until] as number) - (netBefore[from] as number);
      totals[4 * term] = (totals[4 * term] as number) + sign * (until - from);
      totals[4 * term + 1] = (totals[4 * term + 1] as number) + sign * net;
    }
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
        this.handOnTerm((word << 5) | bit, partner);
      }
    }
  }

  private handOnTerm(term: number, partner: number): void {
    const { slotsOf, isOneToOne } = this.table;
    const { slots, totals, log } = this;
    const [from, until] = [slotsOf[term] as number, slotsOf[term + 1] as number];
    if (!this.isKnown(term, from, until)) this.leave(term, partner);
    else {
      const isPlain = isOneToOne[term] === 1;
      for (let slot = from; slot < until; slot += 1) {
        const lines = slots[STRIDE * slot] as number;
        if (lines === 0) continue;
        totals[4 * term + 2] = (totals[4 * term + 2] as number) + lines;
        totals[4 * term + 3] = (totals[4 * term + 3] as number) + (slots[STRIDE * slot + 1] as number);
        if (isPlain) log.push(term, partner, slot - from, slots, STRIDE * slot);
      }
      if (!isPlain) this.handOnGroups(term, partner);
    }
    slots.fill(0, STRIDE * from, STRIDE * until);
  }

  /** Slots that go into several groups of cells, or of which several go into one. */
  private handOnGroups(term: number, partner: number): void {
    const { groupsOf, feedsOf, feeds } = this.table;
    const first = groupsOf[term] as number;
    const sum = new Float64Array(STRIDE);
    for (let group = first; group < (groupsOf[term + 1] as number); group += 1) {
      sum.fill(0);
      for (let feed = feedsOf[group] as number; feed < (feedsOf[group + 1] as number); feed += 1) {
        const from = STRIDE * (feeds[feed] as number);
        for (let at = 0; at < STRIDE; at += 1) sum[at] = (sum[at] as number) + (this.slots[from + at] as number);
      }
      if (sum[0] !== 0) this.log.push(term, partner, group - first, sum, 0);
    }
  }

  /** A sum of rows of which one is unknown is none. */
  private isKnown(term: number, from: number, until: number): boolean {
    const summed = this.table.summed[term] as number;
    for (let column = 1; column < STRIDE; column += 1) {
      if ((summed & (1 << (column - 1))) === 0) continue;
      for (let slot = from; slot < until; slot += 1) {
        if (Number.isNaN(this.slots[STRIDE * slot + column])) return false;
      }
    }
    return true;
  }

  /** As if the partner had not been looked at. */
  private leave(term: number, partner: number): void {
    const { segments, days, bounds, inside, words } = this.table;
    const { firstOf, groupOf, fromOf, untilOf } = segments;
    this.left.push(term, partner);
    for (let segment = firstOf[partner] as number; segment < (firstOf[partner + 1] as number); segment += 1) {
      const word = inside[(groupOf[segment] as number) * words + (term >>> 5)] as number;
      if ((word & (1 << (term & 31))) === 0) continue;
      const [from, until] = [fromOf[segment] as number, untilOf[segment] as number];
      for (const [epoch, day] of bounds.entries()) {
        this.starts[epoch] = firstAtLeast(days, day, from, until);
      }
      this.addSeen(term, -1);
    }
  }
}

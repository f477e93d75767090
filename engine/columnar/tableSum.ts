import { type EntryColumns, EntryLog } from './entryLog.ts';
import type { Integers } from './exactNumber.ts';
import { firstAtLeast } from './firstAtLeast.ts';
import { sharedArray } from './sharedArray.ts';
import { LIMIT_STRIDE, type TermTable } from './termTable.ts';

/** What a slot holds: rows, their net value, and two columns. */
const STRIDE = 4;

/** What the partners of some pieces come to under every term of a table. */
export type TableSums = {
  /** Of each piece the cells by term, each term's by partner and group; pieces in the order of their partners. */
  readonly pieces: readonly EntryColumns[];
  /** Of each term four numbers: rows that were looked at, their net value, rows that counted, their net value. */
  readonly totals: Float64Array;
  /** Two numbers each: a term, and a partner of which some sum is unknown, and which is in no other number. */
  readonly left: Uint32Array;
};

/** So many rows are looked at together: their hits stay in the processor's cache. */
const BLOCK_ROWS = 256;
/** A hit is known by its row in the block and its word: a table has at most so many words. */
const WORD_BITS = 7;
/** What one word of a row and one class of a term cost, in the units of each other. */
const WORD_COST = 3;

/**
 * Walks the rows of partners once for all terms of a table. The terms of the partner at hand are numbered
 * anew, so that they need few words and what they come to stays in the processor's cache; for each row its terms are one AND
 * of those of its class and those of its day.
 */
export class TableSum {
  private readonly table: TermTable;
  private readonly epochs: number;
  private readonly first: Integers;
  private readonly second: Integers;
  /** The terms of the partner at hand: how many, which, their numbers here, and the first slot of each. */
  private count = 0;
  private width = 0;
  private readonly termOf: Uint16Array;
  private readonly numberOf: Uint16Array;
  private readonly slotOf: Uint32Array;
  /** The ranges of days of each: those of the term, or of the partner under it. */
  private readonly rangeFrom: Uint32Array;
  private readonly rangeUntil: Uint32Array;
  /** By class: the terms that it counts for. Shape: a row of `width` words each. */
  private bits = new Int32Array(0);
  /** By epoch its terms, those of the segment at hand, and those of both. Shape: a row of `width` words an epoch. */
  private active = new Int32Array(0);
  private readonly inside: Int32Array;
  private readonly masks: Int32Array;
  /** The terms that some row of the partner counted for. */
  private readonly counting: Int32Array;
  private slots = new Float64Array(0);
  private readonly groupSum = new Float64Array(STRIDE);
  /** The first row of each epoch, of the segment at hand; one more at the end. */
  private readonly starts: Uint32Array;
  /** Of a block: row and word of each hit, and its terms. */
  private readonly hitAt: Int32Array;
  private readonly hitBits: Int32Array;
  private readonly log: EntryLog;
  private readonly totals: Float64Array;
  private left: number[] = [];

  constructor(table: TermTable) {
    const { net, columns, terms, words, bounds } = table;
    this.table = table;
    this.epochs = Math.max(0, bounds.length - 1);
    [this.first = net, this.second = net] = columns;
    this.termOf = new Uint16Array(terms);
    this.numberOf = new Uint16Array(terms);
    this.slotOf = new Uint32Array(terms + 1);
    this.rangeFrom = new Uint32Array(terms);
    this.rangeUntil = new Uint32Array(terms);
    this.masks = new Int32Array(words);
    this.inside = new Int32Array(words);
    this.counting = new Int32Array(words);
    this.starts = new Uint32Array(this.epochs + 1);
    this.hitAt = new Int32Array(BLOCK_ROWS * words);
    this.hitBits = new Int32Array(BLOCK_ROWS * words);
    this.log = new EntryLog(1 + columns.length);
    this.totals = sharedArray(Float64Array, 4 * terms);
  }

  /** Begins anew: what was found before may be written over. */
  begin(): void {
    this.log.begin();
    this.totals.fill(0);
    this.left = [];
  }

  /** The cells of the partners whose codes are from `from` on, before `until`. */
  piece(from: number, until: number): EntryColumns {
    const { wordsOf, terms, segments } = this.table;
    const { firstOf } = segments;
    for (let partner = from; partner < until; partner += 1) {
      if (wordsOf[partner] === wordsOf[partner + 1] || firstOf[partner] === firstOf[partner + 1]) continue;
      if (this.epochs > 0) this.sumPartner(partner);
    }
    return this.log.taken(terms);
  }

  /** With what was found since it began, of all pieces together. */
  found(pieces: readonly EntryColumns[]): TableSums {
    return { pieces, totals: this.totals, left: new Uint32Array(this.left) };
  }

  private sumPartner(partner: number): void {
    const { firstOf, groupOf, fromOf, untilOf } = this.table.segments;
    const [first, last] = [firstOf[partner] as number, firstOf[partner + 1] as number];
    this.numberTerms(partner);
    this.markEpochs();
    this.markClasses(partner, fromOf[first] as number, untilOf[last - 1] as number);
    for (let segment = first; segment < last; segment += 1) {
      const group = groupOf[segment] as number;
      this.lookInto(group);
      this.sumSegment(fromOf[segment] as number, untilOf[segment] as number);
      this.see();
    }
    this.handOn(partner);
  }

  private numberTerms(partner: number): void {
    const { wordsOf, wordAt, wordBits, stretchesOf, rangesOf } = this.table;
    const { termOf, numberOf, slotOf, rangeFrom, rangeUntil } = this;
    const last = wordsOf[partner + 1] as number;
    let [count, slot] = [0, 0];
    for (let at = wordsOf[partner] as number; at < last; at += 1) {
      const first = (wordAt[at] as number) << 5;
      for (let bits = wordBits[at] as number; bits !== 0; bits &= bits - 1) {
        const term = first + 31 - Math.clz32(bits & -bits);
        termOf[count] = term;
        numberOf[term] = count;
        slotOf[count] = slot;
        rangeFrom[count] = rangesOf[term] as number;
        rangeUntil[count] = rangesOf[term + 1] as number;
        slot += stretchesOf[term] as number;
        count += 1;
      }
    }
    slotOf[count] = slot;
    this.count = count;
    this.width = (count + 31) >>> 5;
    if (STRIDE * slot > this.slots.length) this.slots = new Float64Array(2 * STRIDE * slot);
    this.limitTerms(partner);
  }

  /** Terms that the partner takes part in on some days only. */
  private limitTerms(partner: number): void {
    const { limitsOf, limits } = this.table;
    const last = LIMIT_STRIDE * (limitsOf[partner + 1] as number);
    for (let at = LIMIT_STRIDE * (limitsOf[partner] as number); at < last; at += LIMIT_STRIDE) {
      const number = this.numberOf[limits[at] as number] as number;
      this.rangeFrom[number] = limits[at + 1] as number;
      this.rangeUntil[number] = limits[at + 2] as number;
    }
  }

  private markEpochs(): void {
    const { ranges } = this.table;
    const { count, width, rangeFrom, rangeUntil, epochs } = this;
    const length = epochs * width;
    if (length > this.active.length) this.active = new Int32Array(2 * length);
    const { active } = this;
    active.fill(0, 0, length);
    for (let number = 0; number < count; number += 1) {
      const bit = 1 << (number & 31);
      const end = rangeUntil[number] as number;
      for (let range = rangeFrom[number] as number; range < end; range += 1) {
        const last = width * (ranges[2 * range + 1] as number);
        for (let at = width * (ranges[2 * range] as number) + (number >>> 5); at < last; at += width) {
          active[at] = (active[at] as number) | bit;
        }
      }
    }
  }

  /** The classes of the partner's terms, term by term or row by row, whatever is less work. */
  private markClasses(partner: number, from: number, until: number): void {
    const { wordsOf, classes } = this.table;
    const { count, width, termOf } = this;
    const length = classes.count * width;
    if (length > this.bits.length) this.bits = new Int32Array(2 * length);
    this.bits.fill(0, 0, length);
    let listed = 0;
    for (let number = 0; number < count; number += 1) {
      const term = termOf[number] as number;
      listed += (classes.firstOf[term + 1] as number) - (classes.firstOf[term] as number);
    }
    const words = (wordsOf[partner + 1] as number) - (wordsOf[partner] as number);
    if (listed <= Math.min(until - from, classes.count) * words * WORD_COST) this.markByTerm();
    else this.markByRow(partner, from, until);
  }

  private markByTerm(): void {
    const { firstOf, list } = this.table.classes;
    const { bits, count, width, termOf } = this;
    for (let number = 0; number < count; number += 1) {
      const term = termOf[number] as number;
      const [word, bit] = [number >>> 5, 1 << (number & 31)];
      const last = firstOf[term + 1] as number;
      for (let at = firstOf[term] as number; at < last; at += 1) {
        const place = (list[at] as number) * width + word;
        bits[place] = (bits[place] as number) | bit;
      }
    }
  }

  private markByRow(partner: number, from: number, until: number): void {
    const { products, classes } = this.table;
    for (let at = from; at < until; at += 1)
      this.markClass(partner, classes.of[products[at] as number] as number);
  }

  private markClass(partner: number, found: number): void {
    const { wordsOf, wordAt, wordBits, classes, words } = this.table;
    const { bits, numberOf, width } = this;
    const [base, row] = [found * width, found * words];
    for (let word = 0; word < width; word += 1) if (bits[base + word] !== 0) return;
    const last = wordsOf[partner + 1] as number;
    for (let at = wordsOf[partner] as number; at < last; at += 1) {
      const word = wordAt[at] as number;
      let hits = (classes.bits[row + word] as number) & (wordBits[at] as number);
      for (; hits !== 0; hits &= hits - 1) {
        const number = numberOf[(word << 5) + 31 - Math.clz32(hits & -hits)] as number;
        const place = base + (number >>> 5);
        bits[place] = (bits[place] as number) | (1 << (number & 31));
      }
    }
  }

  private sumSegment(from: number, until: number): void {
    const { days, bounds } = this.table;
    const { starts, epochs } = this;
    let at = firstAtLeast(days, bounds[0] as number, from, until);
    starts[0] = at;
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      const last = at === until ? until : firstAtLeast(days, bounds[epoch + 1] as number, at, until);
      if (last > at && this.enter(epoch)) {
        for (; at < last; at += BLOCK_ROWS) {
          this.addHits(epoch, at, this.findHits(at, Math.min(last, at + BLOCK_ROWS)));
        }
      }
      at = last;
      starts[epoch + 1] = at;
    }
  }

  /** Whether the partner has terms in an epoch; then masks are theirs. */
  private enter(epoch: number): boolean {
    const { active, inside, masks, width } = this;
    let any = 0;
    for (let word = 0; word < width; word += 1) {
      const mask = (active[epoch * width + word] as number) & (inside[word] as number);
      masks[word] = mask;
      any |= mask;
    }
    return any !== 0;
  }

  /** Without a branch that the processor could guess wrong; gives how many. */
  private findHits(from: number, until: number): number {
    const { products, classes } = this.table;
    const { of } = classes;
    const { bits, masks, width, hitAt, hitBits } = this;
    let count = 0;
    for (let at = from; at < until; at += 1) {
      const base = width * (of[products[at] as number] as number);
      const row = (at - from) << WORD_BITS;
      for (let word = 0; word < width; word += 1) {
        const hits = (bits[base + word] as number) & (masks[word] as number);
        hitAt[count] = row | word;
        hitBits[count] = hits;
        count += hits === 0 ? 0 : 1;
      }
    }
    return count;
  }

  private addHits(epoch: number, from: number, count: number): void {
    const { rows, net, stretchAt, terms } = this.table;
    const { hitAt, hitBits, termOf, slotOf, counting, slots, first, second } = this;
    const inEpoch = epoch * terms;
    for (let hit = 0; hit < count; hit += 1) {
      const at = hitAt[hit] as number;
      const row = rows[from + (at >>> WORD_BITS)] as number;
      const word = at & ((1 << WORD_BITS) - 1);
      const value = net[row] as number;
      const one = first[row] as number;
      const two = second[row] as number;
      let bits = hitBits[hit] as number;
      counting[word] = (counting[word] as number) | bits;
      do {
        const number = (word << 5) + 31 - Math.clz32(bits & -bits);
        bits &= bits - 1;
        const stretch = stretchAt[inEpoch + (termOf[number] as number)] as number;
        const to = STRIDE * ((slotOf[number] as number) + stretch);
        slots[to] = (slots[to] as number) + 1;
        slots[to + 1] = (slots[to + 1] as number) + value;
        slots[to + 2] = (slots[to + 2] as number) + one;
        slots[to + 3] = (slots[to + 3] as number) + two;
      } while (bits !== 0);
    }
  }

  /** The terms that look at a group of rows. */
  private lookInto(group: number): void {
    const { inside: all, words } = this.table;
    const { inside, termOf, count, width } = this;
    inside.fill(0, 0, width);
    for (let number = 0; number < count; number += 1) {
      const term = termOf[number] as number;
      const isInside = ((all[group * words + (term >>> 5)] as number) >>> (term & 31)) & 1;
      inside[number >>> 5] = (inside[number >>> 5] as number) | (isInside << (number & 31));
    }
  }

  /** All rows of a segment in the days of each term were looked at, whether they count or not. */
  private see(): void {
    for (let number = 0; number < this.count; number += 1) {
      const isInside = (this.inside[number >>> 5] as number) & (1 << (number & 31));
      if (isInside !== 0) this.addSeen(number, 1);
    }
  }

  private addSeen(number: number, sign: 1 | -1): void {
    const { netBefore, ranges } = this.table;
    const { totals, starts, rangeFrom, rangeUntil } = this;
    const term = this.termOf[number] as number;
    const end = rangeUntil[number] as number;
    for (let range = rangeFrom[number] as number; range < end; range += 1) {
      const from = starts[ranges[2 * range] as number] as number;
      const until = starts[ranges[2 * range + 1] as number] as number;
      const net = (netBefore[until] as number) - (netBefore[from] as number);
      totals[4 * term] = (totals[4 * term] as number) + sign * (until - from);
      totals[4 * term + 1] = (totals[4 * term + 1] as number) + sign * net;
    }
  }

  private handOn(partner: number): void {
    const { counting, width, slots, slotOf, count } = this;
    for (let word = 0; word < width; word += 1) {
      for (let bits = counting[word] as number; bits !== 0; bits &= bits - 1) {
        this.handOnTerm(partner, (word << 5) + 31 - Math.clz32(bits & -bits));
      }
    }
    counting.fill(0, 0, width);
    slots.fill(0, 0, STRIDE * (slotOf[count] as number));
  }

  private handOnTerm(partner: number, number: number): void {
    const { isOneToOne, watched } = this.table;
    const { slots, totals, log } = this;
    const term = this.termOf[number] as number;
    if (watched[term] !== 0 && !this.isKnown(number, watched[term] as number)) {
      this.leave(number, partner);
      return;
    }
    const [from, until] = [this.slotOf[number] as number, this.slotOf[number + 1] as number];
    const isPlain = isOneToOne[term] === 1;
    let [counted, net] = [0, 0];
    for (let slot = from; slot < until; slot += 1) {
      const lines = slots[STRIDE * slot] as number;
      if (lines === 0) continue;
      counted += lines;
      net += slots[STRIDE * slot + 1] as number;
      if (isPlain) log.push(term, partner, slot - from, slots, STRIDE * slot);
    }
    totals[4 * term + 2] = (totals[4 * term + 2] as number) + counted;
    totals[4 * term + 3] = (totals[4 * term + 3] as number) + net;
    if (!isPlain) this.handOnGroups(term, partner, from);
  }

  /** Stretches that go into several groups of cells, or of which several go into one. */
  private handOnGroups(term: number, partner: number, slot: number): void {
    const { groupsOf, feedsOf, feeds } = this.table;
    const { groupSum: sum, slots } = this;
    const [first, last] = [groupsOf[term] as number, groupsOf[term + 1] as number];
    for (let group = first; group < last; group += 1) {
      sum.fill(0);
      for (let feed = feedsOf[group] as number; feed < (feedsOf[group + 1] as number); feed += 1) {
        const from = STRIDE * (slot + (feeds[feed] as number));
        for (let at = 0; at < STRIDE; at += 1) sum[at] = (sum[at] as number) + (slots[from + at] as number);
      }
      if (sum[0] !== 0) this.log.push(term, partner, group - first, sum, 0);
    }
  }

  /** A sum of rows of which one is unknown is none. */
  private isKnown(number: number, watched: number): boolean {
    const [from, until] = [this.slotOf[number] as number, this.slotOf[number + 1] as number];
    for (let column = 0; column < STRIDE - 1; column += 1) {
      if ((watched & (1 << column)) === 0) continue;
      for (let slot = from; slot < until; slot += 1) {
        if (Number.isNaN(this.slots[STRIDE * slot + 1 + column])) return false;
      }
    }
    return true;
  }

  /** As if the partner had not been looked at. */
  private leave(number: number, partner: number): void {
    const { segments, days, bounds, inside, words } = this.table;
    const { firstOf, groupOf, fromOf, untilOf } = segments;
    const term = this.termOf[number] as number;
    this.left.push(term, partner);
    for (let segment = firstOf[partner] as number; segment < (firstOf[partner + 1] as number); segment += 1) {
      const word = inside[(groupOf[segment] as number) * words + (term >>> 5)] as number;
      if ((word & (1 << (term & 31))) === 0) continue;
      const [from, until] = [fromOf[segment] as number, untilOf[segment] as number];
      for (const [epoch, day] of bounds.entries()) this.starts[epoch] = firstAtLeast(days, day, from, until);
      this.addSeen(number, -1);
    }
  }
}

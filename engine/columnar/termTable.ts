import type { Window } from '../../core/calendar/window.ts';
import type { CellGroup } from './cellGroups.ts';
import type { Codes } from './codeColumn.ts';
import type { Integers } from './exactNumber.ts';
import { firstAtLeast } from './firstAtLeast.ts';
import type { PlacedRows } from './placedRows.ts';
import type { PlainSum } from './plainSums.ts';
import { type ProductClasses, productClasses } from './productClasses.ts';
import type { SegmentTable } from './segmentTable.ts';
import { sharedArray, sharedCopy } from './sharedArray.ts';
import type { Stretch } from './stretches.ts';

export type SummedStretch = Stretch & { readonly sums: readonly PlainSum[] };

/** What a term of plain sums asks of lines: partners, products that count on every day, and days. */
export type TableTerm = {
  /** Codes in order. */
  readonly partners: Uint32Array;
  /** Those of them that take part on some days only, and on which. */
  readonly atTimes: ReadonlyMap<number, readonly Window[]>;
  readonly products: Uint32Array;
  /** Those of them that pay for something, in order. */
  readonly stretches: readonly SummedStretch[];
  readonly groups: readonly CellGroup[];
  /** Bits of the columns of the table (1: net value) that it sums and that may be unknown in some row. */
  readonly watched: number;
  /** The groups of rows (side and company) that it looks at. */
  readonly inside: ReadonlySet<number>;
};

/** What terms of one table look at: rows placed alike, their net value, and at most two columns beside it. */
export type TableGround = {
  readonly placed: PlacedRows;
  readonly net: Integers;
  readonly columns: readonly Integers[];
  readonly partners: number;
  readonly productCount: number;
};

/** So many terms have a table together at most: what is at hand of one partner stays in the processor's cache. */
export const TABLE_TERMS_MAX = 4096;
/** So many columns a table sums beside net values. */
export const TABLE_COLUMNS_MAX = 2;

/**
 * Many terms of plain sums in plain numbers, to walk lines once for all of them; threads share its memory.
 * A term is a bit: number `t` is bit `t % 32` of word `t / 32`. Days are cut into epochs, on each of
 * which every term looks at lines alike. Products that
 * count for the same terms are one class.
 */
export type TermTable = {
  readonly terms: number;
  readonly words: number;
  readonly rows: Uint32Array;
  readonly products: Codes;
  readonly days: Int32Array;
  readonly netBefore: Float64Array;
  readonly net: Integers;
  readonly columns: readonly Integers[];
  readonly segments: SegmentTable;
  /** The first day of each epoch; one more at the end. */
  readonly bounds: Float64Array;
  /** By epoch, and by group: the terms that look at its rows. Shape: a row of words each. */
  readonly active: Int32Array;
  readonly inside: Int32Array;
  /** Of each partner the first of its words, one more at the end; then the words that have terms, and these. */
  readonly wordsOf: Uint32Array;
  readonly wordAt: Uint16Array;
  readonly wordBits: Int32Array;
  readonly classes: ProductClasses;
  /** The stretch, by number, of each term on each epoch, where it is active. Shape: a row of terms an epoch. */
  readonly stretchAt: Uint16Array;
  /** Of each term how many stretches it has. */
  readonly stretchesOf: Uint16Array;
  /** Of each term the first of its groups of cells, one more at the end; of each group the first of its feeds, one more at the end; then stretches. */
  readonly groupsOf: Uint32Array;
  readonly feedsOf: Uint32Array;
  readonly feeds: Uint32Array;
  /** Of each term: whether every stretch is a group of its own, in the same order; and bits of the columns (1: net value) that it sums and that may be unknown in some row. */
  readonly isOneToOne: Uint8Array;
  readonly watched: Uint8Array;
  /** Of each term the first of its ranges of days, one more at the end; then first and last epoch of each. */
  readonly rangesOf: Uint32Array;
  readonly ranges: Uint32Array;
  /** Of each partner the first of the terms that it takes part in on some days only, one more at the end; of each of these the term, and the first and the last of its ranges. */
  readonly limitsOf: Uint32Array;
  readonly limits: Uint32Array;
};

/** What a limit holds: a term, and its ranges. */
export const LIMIT_STRIDE = 3;

export function termTable(ground: TableGround, terms: readonly TableTerm[]): TermTable {
  const { placed, net, columns, partners, productCount } = ground;
  const words = Math.max(1, Math.ceil(terms.length / 32));
  const { rows, products, days, netBefore, segments } = placed;
  if (netBefore === undefined) throw new Error('Fault: net values leave 2^53');
  return {
    ...{ terms: terms.length, words, rows, products, days, netBefore, net, columns, segments },
    ...epochsOf(terms, words, partners),
    ...groupsOf(terms),
    inside: insideOf(terms, words, placed),
    ...partnerWords(terms, partners),
    classes: productClasses(
      terms.map((term) => term.products),
      words,
      productCount,
    ),
  };
}

/** Every day on which some term begins to look at lines otherwise starts an epoch. */
function epochsOf(terms: readonly TableTerm[], words: number, partners: number) {
  const days = new Set(
    terms.flatMap(({ stretches }) => stretches.flatMap(({ from, until }) => [from, until])),
  );
  for (const day of terms.flatMap(changesWithin)) days.add(day);
  const bounds = sharedCopy(Float64Array, [...days]).sort();
  const epochOf = new Map([...bounds].map((day, epoch) => [day, epoch]));
  const epochs = Math.max(0, bounds.length - 1);
  const active = sharedArray(Int32Array, epochs * words);
  const stretchAt = sharedArray(Uint16Array, epochs * terms.length);
  const rangesOf = sharedArray(Uint32Array, terms.length + 1);
  const ranges: number[] = [];
  for (const [term, { stretches }] of terms.entries()) {
    for (const [stretch, { from, until }] of stretches.entries()) {
      const [first, last] = [epochOf.get(from) as number, epochOf.get(until) as number];
      for (let epoch = first; epoch < last; epoch += 1) {
        mark(active, epoch * words, term);
        stretchAt[epoch * terms.length + term] = stretch;
      }
      const isNext = ranges.length > 2 * (rangesOf[term] as number) && ranges.at(-1) === first;
      if (isNext) ranges[ranges.length - 1] = last;
      else ranges.push(first, last);
    }
    rangesOf[term + 1] = ranges.length / 2;
  }
  const limited = limitsOf(terms, { bounds, rangesOf, ranges }, partners);
  return { bounds, active, stretchAt, rangesOf, ...limited, ranges: sharedCopy(Uint32Array, ranges) };
}

/** The days within those of a term on which some partner begins or ends to take part. */
export function changesWithin({ atTimes, stretches }: Pick<TableTerm, 'atTimes' | 'stretches'>): number[] {
  const [first, last] = [stretches[0]?.from ?? 0, stretches.at(-1)?.until ?? 0];
  const changes = new Set<number>();
  for (const windows of atTimes.values()) {
    for (const { from, until } of windows) changes.add(from).add(until);
  }
  return [...changes].filter((day) => first < day && day < last);
}

type Ranged = {
  readonly bounds: Float64Array;
  readonly rangesOf: Uint32Array;
  /** Grows by those of partners that take part on some days only. */
  readonly ranges: number[];
};

function limitsOf(terms: readonly TableTerm[], { bounds, rangesOf, ranges }: Ranged, partners: number) {
  const epochAt = (day: number) => firstAtLeast(bounds, day, 0, bounds.length - 1);
  const found: { readonly partner: number; readonly limit: readonly number[] }[] = [];
  for (const [term, { atTimes }] of terms.entries()) {
    const own = ranges.slice(2 * (rangesOf[term] as number), 2 * (rangesOf[term + 1] as number));
    for (const [partner, windows] of atTimes) {
      const first = ranges.length / 2;
      for (const { from, until } of windows) {
        for (let at = 0; at < own.length; at += 2) {
          const since = Math.max(own[at] as number, epochAt(from));
          const end = Math.min(own[at + 1] as number, epochAt(until));
          if (since < end) ranges.push(since, end);
        }
      }
      found.push({ partner, limit: [term, first, ranges.length / 2] });
    }
  }
  found.sort((a, b) => a.partner - b.partner);
  const limits = sharedCopy(
    Uint32Array,
    found.flatMap(({ limit }) => limit),
  );
  const firsts = sharedArray(Uint32Array, partners + 1);
  for (const { partner } of found) firsts[partner + 1] = (firsts[partner + 1] as number) + 1;
  for (let at = 1; at <= partners; at += 1) firsts[at] = (firsts[at] as number) + (firsts[at - 1] as number);
  return { limitsOf: firsts, limits };
}

function mark(bits: Int32Array, row: number, term: number): void {
  const at = row + (term >>> 5);
  bits[at] = (bits[at] as number) | (1 << (term & 31));
}

/** Which stretches go into which groups of cells. */
function groupsOf(terms: readonly TableTerm[]) {
  const groups = [0];
  const firsts = [0];
  const feeds: number[] = [];
  const isOneToOne = sharedArray(Uint8Array, terms.length);
  for (const [term, { stretches, groups: own }] of terms.entries()) {
    for (const { feeds: from } of own) {
      feeds.push(...from);
      firsts.push(feeds.length);
    }
    groups.push(firsts.length - 1);
    const isAlike = own.every(({ feeds: [from, ...more] }, at) => from === at && more.length === 0);
    isOneToOne[term] = isAlike && own.length === stretches.length ? 1 : 0;
  }
  return {
    isOneToOne,
    groupsOf: sharedCopy(Uint32Array, groups),
    feedsOf: sharedCopy(Uint32Array, firsts),
    feeds: sharedCopy(Uint32Array, feeds),
    stretchesOf: sharedCopy(
      Uint16Array,
      terms.map(({ stretches }) => stretches.length),
    ),
    watched: sharedCopy(
      Uint8Array,
      terms.map(({ watched }) => watched),
    ),
  };
}

function insideOf(terms: readonly TableTerm[], words: number, { groups }: PlacedRows): Int32Array {
  const inside = sharedArray(Int32Array, words * (1 + Math.max(0, ...groups.keys())));
  for (const [term, own] of terms.entries()) {
    for (const group of own.inside) mark(inside, group * words, term);
  }
  return inside;
}

/** The words of each partner in which it has terms: few of many. */
function partnerWords(terms: readonly TableTerm[], partners: number) {
  const wordsOf = sharedArray(Uint32Array, partners + 1);
  const last = new Int32Array(partners).fill(-1);
  for (const [term, own] of terms.entries()) {
    for (const partner of own.partners) {
      if (last[partner] === term >>> 5) continue;
      last[partner] = term >>> 5;
      wordsOf[partner + 1] = (wordsOf[partner + 1] as number) + 1;
    }
  }
  for (let at = 1; at <= partners; at += 1)
    wordsOf[at] = (wordsOf[at] as number) + (wordsOf[at - 1] as number);
  const wordAt = sharedArray(Uint16Array, wordsOf[partners] as number);
  const wordBits = sharedArray(Int32Array, wordAt.length);
  const next = wordsOf.slice(0, partners);
  last.fill(-1);
  for (const [term, own] of terms.entries()) {
    for (const partner of own.partners) {
      if (last[partner] !== term >>> 5) {
        last[partner] = term >>> 5;
        wordAt[next[partner] as number] = term >>> 5;
        next[partner] = (next[partner] as number) + 1;
      }
      mark(wordBits, (next[partner] as number) - 1 - (term >>> 5), term);
    }
  }
  return { wordsOf, wordAt, wordBits };
}

import type { Window } from '../calendar/window.ts';
import { BLOCKED, type Cell } from '../cell/cell.ts';
import type { Contribution } from '../cell/contribution.ts';
import { add, multiply, type Rational, rational, ZERO } from '../number/rational.ts';
import { compareTexts } from '../text/compareTexts.ts';
import { dayKey, joinKey } from '../text/key.ts';

/** A sum of lines, exact. */
export type Sum = { readonly value: Rational; readonly lines: number };

/** The sum of one slot, and what each of its buckets (deliveries, products, documents) holds of it. */
export type SlotSum = Sum & { readonly buckets: ReadonlyMap<string, Rational> };

/** The sums of one partner and payout window under one term, for one group that it counts for. */
export type Sums = {
  readonly partner: string;
  readonly window: Window;
  /** "" where the partner stands alone. */
  readonly pool: string;
  readonly slots: ReadonlyMap<string, SlotSum>;
  /** Lines that should count and cannot be computed. */
  readonly blocked: Sum;
};

export const NOTHING: Sum = { value: ZERO, lines: 0 };
export const NO_SLOT: SlotSum = { ...NOTHING, buckets: new Map() };

type Addition = {
  readonly partner: string;
  readonly window: Window;
  readonly pool: string;
  readonly slot: string;
  readonly bucket: string;
  readonly value: Rational;
  readonly lines: number;
};

/** The sums of cells of one term, in order of partner, window and group, whatever the order of the cells. */
export function sumsOfCells(cells: readonly Cell[]): Sums[] {
  return sumsOf(
    cells.map(({ sum, scale, factor, ...cell }) => ({
      ...cell,
      value: multiply(rational(sum, 10n ** BigInt(scale)), factor),
    })),
  );
}

/** The sums of counted lines; what is blocked stands in the cells alone. */
export function sumsOfLines(stream: readonly Contribution[], cells: readonly Cell[]): Sums[] {
  const counted = stream.flatMap(({ partner, addends }) =>
    addends.map(({ pays, ...addend }) => ({ ...addend, partner, window: pays, lines: 1 })),
  );
  const blocked = cells.filter(({ slot }) => slot === BLOCKED);
  const missing = blocked.map(({ sum, scale, ...cell }) => ({
    ...cell,
    value: rational(sum, 10n ** BigInt(scale)),
  }));
  return sumsOf([...counted, ...missing]);
}

/** Several sums as one, such as those of the members of a group. */
export function joinSums(sums: readonly Sums[], partner: string, pool: string, window: Window): Sums {
  const slots = new Map<string, SlotSum>();
  for (const entry of sums) {
    for (const [id, slot] of entry.slots) slots.set(id, joinSlots(slots.get(id) ?? NO_SLOT, slot));
  }
  return {
    partner,
    pool,
    window,
    slots,
    blocked: sums.reduce((all, { blocked }) => plus(all, blocked), NOTHING),
  };
}

function joinSlots(a: SlotSum, b: SlotSum): SlotSum {
  const buckets = new Map(a.buckets);
  for (const [bucket, value] of b.buckets) buckets.set(bucket, add(buckets.get(bucket) ?? ZERO, value));
  return { ...plus(a, b), buckets };
}

export function plus(a: Sum, b: Sum): Sum {
  return { value: add(a.value, b.value), lines: a.lines + b.lines };
}

type Growing = {
  partner: string;
  window: Window;
  pool: string;
  slots: Map<string, { value: Rational; lines: number; buckets: Map<string, Rational> }>;
  blocked: Sum;
};

function sumsOf(additions: readonly Addition[]): Sums[] {
  const groups = new Map<string, Growing>();
  for (const entry of additions) {
    const { partner, window, pool } = entry;
    const key = joinKey(partner, dayKey(window.from), dayKey(window.until), pool);
    const known = groups.get(key) ?? { partner, window, pool, slots: new Map(), blocked: NOTHING };
    groups.set(key, known);
    if (entry.slot === BLOCKED) known.blocked = plus(known.blocked, entry);
    else addTo(known, entry);
  }
  return [...groups].sort(([a], [b]) => compareTexts(a, b)).map(([, sums]) => sums);
}

function addTo(sums: Growing, { slot, bucket, value, lines }: Addition): void {
  const known = sums.slots.get(slot) ?? { value: ZERO, lines: 0, buckets: new Map<string, Rational>() };
  sums.slots.set(slot, known);
  known.value = add(known.value, value);
  known.lines += lines;
  known.buckets.set(bucket, add(known.buckets.get(bucket) ?? ZERO, value));
}

import { scaled } from '../text/figures.ts';

/** What of a partner's progress is drawn; numbers are decimal texts or "n/d". */
export type Climb = {
  readonly volume: string;
  readonly tiers: readonly { readonly from: string; readonly rates: readonly { readonly rate: string }[] }[];
};

/** One tier of the ladder: where it begins and ends in thousandths of the width, how high it is in thousandths. */
export type Rung = {
  readonly from: number;
  readonly until: number;
  readonly filled: number;
  readonly height: number;
  readonly isReached: boolean;
  readonly isNext: boolean;
};

export type Ladder = {
  /** The stretch before the first tier, then the tiers. */
  readonly rungs: readonly Rung[];
  /** Where the volume stands, in thousandths of the width. */
  readonly volume: number;
  /** The volume lies beyond the right edge. */
  readonly isBeyond: boolean;
  /** Where the next tier begins. */
  readonly next?: number;
};

export const WIDTH = 1000;

/** Finer than any threshold that a contract names. */
const PLACES = 9;

/**
 * A tier table as a staircase to scale: thresholds to the right, rates upwards. The last tier is
 * shown for a fifth of the way to it; a volume far beyond is cut at the edge, so that the thresholds stay legible.
 */
export function ladderOf(progress: Climb, tier: number): Ladder {
  const volume = scaled(progress.volume, PLACES);
  const bounds = progress.tiers.map(({ from }) => scaled(from, PLACES));
  const edge = edgeOf(bounds.at(-1) ?? 0n, volume);
  const place = (value: bigint) => thousandths(value, edge);
  const steepest = progress.tiers.reduce((most, one) => larger(most, heightOf(one)), 1n);
  const starts = [0n, ...bounds];
  const rungs = starts.map((from, index) => {
    const start = place(from);
    // Where tiers are still typed, the next one may begin before this one.
    const until = Math.max(place(starts[index + 1] ?? edge), start);
    const rate = index === 0 ? 0n : heightOf(progress.tiers[index - 1]);
    return {
      from: start,
      until,
      filled: Math.min(Math.max(place(volume), start), until),
      height: thousandths(rate, steepest),
      isReached: index > 0 && index <= tier,
      isNext: index === tier + 1,
    };
  });
  const next = bounds[tier];
  return {
    rungs,
    volume: place(volume),
    isBeyond: volume > edge,
    ...(next !== undefined && { next: place(next) }),
  };
}

/** How high a tier is drawn: the rates of several payouts add up. */
function heightOf(tier: Climb['tiers'][number] | undefined): bigint {
  return (tier?.rates ?? []).reduce((sum, { rate }) => sum + scaled(rate, PLACES), 0n);
}

/**
 * On which of the rows below the ladder each label stands, so that no two of a row overlap;
 * undefined where it fits nowhere: the table beside the ladder names it.
 */
export function labelRows(
  places: readonly number[],
  needed: number,
  rows: number,
): readonly (number | undefined)[] {
  const ends: number[] = Array(rows).fill(-WIDTH);
  return places.map((place) => {
    const row = ends.findIndex((end) => place - end >= needed);
    if (row < 0) return undefined;
    ends[row] = place;
    return row;
  });
}

/** The value at the right edge. */
function edgeOf(last: bigint, volume: bigint): bigint {
  const least = (last * 6n) / 5n;
  const most = (last * 8n) / 5n;
  const wanted = volume < least ? least : last > 0n && volume > most ? most : volume;
  return wanted > 0n ? wanted : 1n;
}

/** A drawing, not an amount: whole thousandths are enough. */
function thousandths(value: bigint, whole: bigint): number {
  const part = (value * BigInt(WIDTH)) / whole;
  return Math.min(Math.max(Number(part), 0), WIDTH);
}

function larger(a: bigint, b: bigint): bigint {
  if (a > b) return a;
  return b;
}

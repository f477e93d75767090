// @ts-check
import { scaled } from './figures.js';

/** @typedef {import('./api.js').Progress} Progress */

/** One tier of the ladder: where it begins and ends in thousandths of the width, how high it is in thousandths. */
/** @typedef {{ from: number, until: number, filled: number, height: number, isReached: boolean, isNext: boolean }} Rung */

/**
 * @typedef {object} Ladder
 * @property {readonly Rung[]} rungs the stretch before the first tier, then the tiers
 * @property {number} volume where the volume stands, in thousandths of the width
 * @property {boolean} isBeyond the volume lies beyond the right edge
 * @property {number} [next] where the next tier begins
 */

export const WIDTH = 1000;

/** Finer than any threshold that a contract names. */
const PLACES = 9;

/**
 * A tier table as a staircase to scale: thresholds to the right, rates upwards. The last tier is
 * shown for a fifth of the way to it; a volume far beyond is cut at the edge, so that the thresholds stay legible.
 * @param {Progress} progress
 * @param {number} tier the tier reached, 0 for none
 * @returns {Ladder}
 */
export function ladderOf(progress, tier) {
  const volume = scaled(progress.volume, PLACES);
  const bounds = progress.tiers.map(({ from }) => scaled(from, PLACES));
  const edge = edgeOf(bounds.at(-1) ?? 0n, volume);
  /** @param {bigint} value */
  const place = (value) => thousandths(value, edge);
  const steepest = progress.tiers.reduce((most, tier) => larger(most, heightOf(tier)), 1n);
  const starts = [0n, ...bounds];
  const rungs = starts.map((from, index) => {
    const start = place(from);
    const until = place(starts[index + 1] ?? edge);
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

/**
 * How high a tier is drawn: the rates of several payouts add up.
 * @param {Progress['tiers'][number] | undefined} tier
 */
function heightOf(tier) {
  return (tier?.rates ?? []).reduce((sum, { rate }) => sum + scaled(rate, PLACES), 0n);
}

/**
 * On which of the rows below the ladder each label stands, so that no two of a row overlap;
 * undefined where it fits nowhere: the table beside the ladder names it.
 * @param {readonly number[]} places in thousandths, rising
 * @param {number} needed the width of a label, in thousandths
 * @param {number} rows
 */
export function labelRows(places, needed, rows) {
  /** @type {number[]} */
  const ends = Array(rows).fill(-WIDTH);
  return places.map((place) => {
    const row = ends.findIndex((end) => place - end >= needed);
    if (row < 0) return undefined;
    ends[row] = place;
    return row;
  });
}

/**
 * The value at the right edge.
 * @param {bigint} last the last threshold
 * @param {bigint} volume
 */
function edgeOf(last, volume) {
  const least = (last * 6n) / 5n;
  const most = (last * 8n) / 5n;
  const wanted = volume < least ? least : last > 0n && volume > most ? most : volume;
  return wanted > 0n ? wanted : 1n;
}

/**
 * A drawing, not an amount: whole thousandths are enough.
 * @param {bigint} value
 * @param {bigint} whole
 */
function thousandths(value, whole) {
  const part = (value * BigInt(WIDTH)) / whole;
  return Math.min(Math.max(Number(part), 0), WIDTH);
}

/** @param {bigint} a @param {bigint} b */
function larger(a, b) {
  if (a > b) return a;
  return b;
}

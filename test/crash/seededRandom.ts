/** Whole numbers from 0 up to (not including) `below`; the same seed gives the same row of them. */
export type Draw = (below: number) => number;

/** mulberry32: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c (public domain). */
export function seededRandom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

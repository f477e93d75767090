const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long a delivery waits after each failed attempt; after the last it is given up, three days on. */
const WAITS_MS: readonly number[] = [
  ...[5 * SECOND, 30 * SECOND, 5 * MINUTE, 30 * MINUTE],
  ...[2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR],
];

/** How often a delivery is tried at most, before somebody asks for it again. */
export const DELIVERY_ATTEMPTS: number = WAITS_MS.length + 1;

/** An address at which nothing was taken for so long is written to no more. Units: milliseconds. */
export const STOPPED_AFTER_MS: number = 120 * HOUR;

const HELD_FIRST_MS = 2 * SECOND;
const HELD_MOST_MS = 10 * MINUTE;

/** How long a delivery waits that has failed so often; undefined: it is given up. Units: milliseconds. */
export function waitAfter(attempts: number): number | undefined {
  return WAITS_MS[attempts - 1];
}

/**
 * How long an address is left alone that has not answered so often in a row, whatever there is to tell it: twice as long each time,
 * so that one that is away costs few tries. Units: milliseconds.
 */
export function heldAfter(silences: number): number {
  const doublings = Math.min(silences - 1, 20);
  return Math.min(HELD_FIRST_MS * 2 ** doublings, HELD_MOST_MS);
}

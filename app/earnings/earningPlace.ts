import type { EarningPlace, EarningRow } from '../ports.ts';

/** Where a row stands in the list: the next page begins behind its last row. */
export function earningPlace({ id, earnedMinor, account }: EarningRow): EarningPlace {
  const { partner, agreement, term, window } = account;
  return { earnedMinor, partner, agreement, term, window, id };
}

import type { LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import { type DailySums, sumOf } from './dailySums.ts';
import { median } from './statistics.ts';

/**
 * How the last days of a window stand out of what a partner usually buys in so many days. `usual` is the median of the blocks of
 * so many days in the year before and after, those at other ends of windows left out where enough others remain.
 */
export type WindowPeak = {
  readonly last: number;
  readonly usual: number;
  readonly blocks: readonly number[];
  /** What was bought in as many days after the end; absent where they are not over. */
  readonly after?: number;
  /** Times the usual, at the same days a year before; absent where nothing is known of them. */
  readonly yearBefore?: number;
};

const YEAR = 364;
/** Fewer blocks than this say nothing of what is usual. */
const BLOCKS_MIN = 6;

export function windowPeak(
  sums: DailySums,
  window: Window,
  days: number,
  today: LocalDate,
): WindowPeak | undefined {
  const [first, last] = [sums.days[0], sums.days.at(-1)];
  if (first === undefined || last === undefined || window.until > today + 1) return undefined;
  const blocks = usualBlocks(sums, window.until, days, first, Math.min(last + 1, today));
  if (blocks.length < BLOCKS_MIN) return undefined;
  const usual = median(blocks);
  const before = { from: window.until - YEAR - days, until: window.until - YEAR };
  const blocksBefore = usualBlocks(sums, before.until, days, first, before.until);
  const usualBefore = median(blocksBefore);
  return {
    last: sumOf(sums, 'sold', { from: window.until - days, until: window.until }),
    usual,
    blocks,
    ...(window.until + days <= Math.max(last + 1, today) && {
      after: sumOf(sums, 'sold', { from: window.until, until: window.until + days }),
    }),
    ...(before.from >= first && usualBefore > 0 && { yearBefore: sumOf(sums, 'sold', before) / usualBefore }),
  };
}

/** Sums of blocks around the end of a window, but for the block before and the one after it. */
function usualBlocks(
  sums: DailySums,
  end: LocalDate,
  days: number,
  first: LocalDate,
  until: LocalDate,
): number[] {
  const blocks: number[] = [];
  for (let from = end - YEAR; from < end + YEAR; from += days) {
    const isOfEnd = from + days > end - days && from < end + days;
    if (from >= first && from + days <= until && !isOfEnd) {
      blocks.push(sumOf(sums, 'sold', { from, until: from + days }));
    }
  }
  return blocks;
}

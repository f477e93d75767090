import type { LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import { type DailySums, sumOf } from './dailySums.ts';
import { median, medianDeviation } from './statistics.ts';

/**
 * How the last days of a window stand out of what a partner usually buys in so many days. `usual` is the median of the blocks of
 * so many days in the year before and after; of a partner that buys seldom, so that most blocks are empty, it is their mean without the
 * highest one. `spread` is the robust deviation of the blocks; of one that buys seldom at least the size of a usual purchase.
 */
export type WindowPeak = {
  readonly last: number;
  readonly usual: number;
  readonly blocks: readonly number[];
  readonly spread: number;
  /** What was bought in as many days after the end; absent where they are not over. */
  readonly after?: number;
  /** Times the usual, at the same days a year before; absent where nothing is known of them. */
  readonly yearBefore?: number;
  /** The same a year after. */
  readonly yearAfter?: number;
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
  const { usual, spread } = usualOf(blocks);
  const before = { from: window.until - YEAR - days, until: window.until - YEAR };
  const { usual: usualBefore } = usualOf(usualBlocks(sums, before.until, days, first, before.until));
  const after = { from: window.until + YEAR - days, until: window.until + YEAR };
  return {
    last: sumOf(sums, 'sold', { from: window.until - days, until: window.until }),
    usual,
    blocks,
    spread,
    ...(window.until + days <= Math.max(last + 1, today) && {
      after: sumOf(sums, 'sold', { from: window.until, until: window.until + days }),
    }),
    ...(before.from >= first && usualBefore > 0 && { yearBefore: sumOf(sums, 'sold', before) / usualBefore }),
    ...(after.until <= Math.min(last + 1, today) &&
      usual > 0 && { yearAfter: sumOf(sums, 'sold', after) / usual }),
  };
}

function usualOf(blocks: readonly number[]): Pick<WindowPeak, 'usual' | 'spread'> {
  const middle = median(blocks);
  if (middle > 0) return { usual: middle, spread: Math.max(medianDeviation(blocks), middle / 4) };
  const bought = blocks.filter((sum) => sum > 0);
  if (bought.length < 2) return { usual: 0, spread: 0 };
  const sum = blocks.reduce((total, one) => total + one, 0) - Math.max(...blocks);
  return { usual: sum / (blocks.length - 1), spread: Math.max(medianDeviation(bought), median(bought) / 2) };
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

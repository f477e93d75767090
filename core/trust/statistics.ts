/**
 * Robust statistics: a few wild values move neither the middle nor the spread. Scores only; no amount is made of them.
 * Order of the values is of no account.
 */

/** The middle of the values; 0 of none. */
export function median(values: readonly number[]): number {
  return quantile(values, 1, 2);
}

/** The value that `part` of `of` equal parts of all are below, between two values by their distance. */
export function quantile(values: readonly number[], part: number, of: number): number {
  if (values.length === 0) return 0;
  const sorted = Float64Array.from(values).sort();
  const place = ((sorted.length - 1) * part) / of;
  const low = Math.floor(place);
  const below = sorted[low] as number;
  return below + ((sorted[Math.min(low + 1, sorted.length - 1)] as number) - below) * (place - low);
}

/** Median distance from the median, scaled to a standard deviation of a normal distribution. */
export function medianDeviation(values: readonly number[]): number {
  const middle = median(values);
  return (median(values.map((value) => Math.abs(value - middle))) * 14_826) / 10_000;
}

/** How many robust deviations a value is above the others; a spread below `least` is taken for `least`. */
export function deviationsAbove(value: number, others: readonly number[], least: number): number {
  const spread = Math.max(medianDeviation(others), least);
  if (spread === 0) return value > median(others) ? Number.MAX_SAFE_INTEGER : 0;
  return (value - median(others)) / spread;
}

/** Sum of (seen − expected)² / expected; `expected` are counts, and none of them is 0. */
export function chiSquare(seen: readonly number[], expected: readonly number[]): number {
  return seen.reduce((sum, count, index) => {
    const awaited = expected[index] as number;
    return sum + (count - awaited) ** 2 / awaited;
  }, 0);
}

/**
 * The chance of at least `many` of `of` where each comes with the chance `each`, all by themselves: the upper tail of a binomial
 * distribution, summed from its smallest terms by their logarithms.
 */
export function chanceOfMany(many: number, of: number, each: number): number {
  if (many <= 0 || each >= 1) return many > of ? 0 : 1;
  if (many > of || each <= 0) return 0;
  let ways = 0;
  for (let taken = 1; taken <= many; taken += 1) ways += Math.log((of - taken + 1) / taken);
  let term = ways + many * Math.log(each) + (of - many) * Math.log1p(-each);
  let sum = 0;
  for (let count = many; count <= of; count += 1) {
    sum += Math.exp(term);
    term += Math.log(((of - count) / (count + 1)) * (each / (1 - each)));
  }
  return Math.min(1, sum);
}

/** The first place from `from` on, before `until`, whose value is at least `wanted`; `until` if there is none. Shape: sorted. */
export function firstAtLeast(
  sorted: Int32Array | Float64Array,
  wanted: number,
  from: number,
  until: number,
): number {
  let [low, high] = [from, until];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

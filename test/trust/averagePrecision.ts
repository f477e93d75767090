/** A finding as a ranking sees it: how strongly it is held, and which of the cases it hits (none: it is false). */
export type Ranked = { readonly score: number; readonly hits: readonly number[] };

/**
 * The area under precision over recall: at each score, the precision of all findings of that score and
 * above, weighted by the share of cases that this score adds. Findings of one score come together, so their order is nothing. 0 to 1.
 */
export function averagePrecision(ranked: readonly Ranked[], cases: number): number {
  if (cases === 0) return 0;
  const found = new Set<number>();
  let [seen, right, area, before] = [0, 0, 0, 0];
  const order = ranked.toSorted((a, b) => b.score - a.score);
  for (const [at, { score, hits }] of order.entries()) {
    seen += 1;
    right += hits.length > 0 ? 1 : 0;
    for (const hit of hits) found.add(hit);
    if (order[at + 1]?.score === score) continue;
    area += ((found.size - before) / cases) * (right / seen);
    before = found.size;
  }
  return area;
}

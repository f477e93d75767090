import type { PlanTerm } from '../../core/plan/plan.ts';
import { namesAsked } from './lineFlags.ts';
import { isBucketed, type PlacedSource, type Placement, placementOf } from './placedLines.ts';
import { needsAllLines, whyAsked } from './whyAsked.ts';

/** Lines that so many `terms` look at in one placement. */
export type SharedSource = { readonly source: PlacedSource; readonly terms: number };

/** By the key of their placement what terms look at, with whatever any of them asks of lines. */
export function sourcesOf(terms: readonly PlanTerm[]): ReadonlyMap<string, SharedSource> {
  const looking = terms.filter((planned) => !needsAllLines(whyAsked(planned)));
  const sources = [...Map.groupBy(looking, sourceKey)].map(([key, alike]) => {
    const placement = placementOf(alike[0] as PlanTerm);
    const names = [...new Set(alike.flatMap(namesAsked))];
    const buckets = alike.flatMap(({ slots }) => slots.flatMap((slot) => slot.buckets));
    return [
      key,
      { source: { placement, names, isBucketed: isBucketed(buckets) }, terms: alike.length },
    ] as const;
  });
  return new Map(sources);
}

export function sourceKey(planned: PlanTerm): string {
  const { date, linked, isUnlinkedAsked }: Placement = placementOf(planned);
  return `${date} ${linked} ${isUnlinkedAsked}`;
}

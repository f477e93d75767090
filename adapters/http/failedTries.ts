/** Where a try comes from, and which key it is about (its part that is no secret). */
export type Try = { readonly from: string; readonly key: string };

/**
 * Counts wrong keys; memory is bounded, and the oldest are forgotten first. Few are let pass about
 * one key; more from one address, where a whole company may be behind one.
 */
export type FailedTries = {
  /** Whether there were so many within a minute that nothing more is looked at. */
  readonly isTooMany: (tried: Try) => boolean;
  readonly add: (tried: Try) => void;
};

const TRIES_ABOUT_KEY = 20;
const TRIES_FROM_ADDRESS = 300;
const WINDOW_MS = 60_000;
const PLACES_MAX = 10_000;

export function failedTries(now: () => Date): FailedTries {
  const counts = new Map<string, { count: number; since: number }>();
  const current = (place: string) => {
    const found = counts.get(place);
    return found !== undefined && now().getTime() - found.since < WINDOW_MS ? found : undefined;
  };
  const count = (place: string) => {
    const found = current(place);
    counts.delete(place);
    counts.set(place, { count: (found?.count ?? 0) + 1, since: found?.since ?? now().getTime() });
    const oldest = counts.size > PLACES_MAX ? counts.keys().next().value : undefined;
    if (oldest !== undefined) counts.delete(oldest);
  };
  return {
    isTooMany: ({ from, key }) =>
      (current(`${from} ${key}`)?.count ?? 0) >= TRIES_ABOUT_KEY ||
      (current(from)?.count ?? 0) >= TRIES_FROM_ADDRESS,
    add: ({ from, key }) => {
      count(from);
      count(`${from} ${key}`);
    },
  };
}

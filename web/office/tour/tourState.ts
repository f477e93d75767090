import { useSyncExternalStore } from 'react';
import { remember, remembered } from '../../text/remembered.ts';

const NAME = 'tour';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Goes to a stop, from 0, or ends the tour. It outlives the page: being somebody else begins one anew. */
export function goTo(stop: number | 'end'): void {
  remember(NAME, String(stop));
  for (const listener of listeners) listener();
}

/** The stop at which the reader is; undefined where they are on no tour. */
export function useStop(): number | undefined {
  const kept = useSyncExternalStore(subscribe, () => remembered(NAME));
  return kept !== null && /^\d$/.test(kept) ? Number(kept) : undefined;
}

import { useSyncExternalStore } from 'react';
import { remember, remembered } from '../../text/remembered.ts';

const NAME = 'firstSteps';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shows or hides the first steps on the home page; this browser remembers it for the tenant. */
export function showSteps(tenant: string, isShown: boolean): void {
  remember(`${NAME}.${tenant}`, isShown ? 'shown' : 'hidden');
  for (const listener of listeners) listener();
}

/** What the reader chose; null where they never did. */
export function useShownSteps(tenant: string): string | null {
  return useSyncExternalStore(subscribe, () => remembered(`${NAME}.${tenant}`));
}

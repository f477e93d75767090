import type { OpenStore } from '../../adapters/db/store.ts';
import type { Store } from '../../app/ports.ts';

/**
 * Room for so many exports at once, on connections of their own: whoever takes one away slowly keeps
 * other exports waiting at most, and never another request.
 */
export type ExportPlaces = {
  readonly store: Store;
  /** Takes a place, and gives what frees it; undefined where none is free. */
  readonly take: () => (() => void) | undefined;
  readonly close: () => Promise<void>;
};

export function exportPlaces(open: (poolSize: number) => OpenStore, places = 2): ExportPlaces {
  const store = open(places);
  let taken = 0;
  return {
    store,
    take: () => {
      if (taken === places) return undefined;
      taken += 1;
      let isFree = false;
      return () => {
        if (!isFree) taken -= 1;
        isFree = true;
      };
    },
    close: () => store.close(),
  };
}

import type { OpenStore } from '../../adapters/db/store.ts';
import type { Store, TenantId } from '../../app/ports.ts';

/**
 * Room for so many exports at once, on connections of their own: whoever takes one away slowly keeps
 * other exports of the same tenant waiting at most, and never another request.
 */
export type ExportPlaces = {
  readonly store: Store;
  /** Takes a place, and gives what frees it; undefined where none is free for this tenant. */
  readonly take: (tenant: TenantId) => (() => void) | undefined;
  readonly close: () => Promise<void>;
};

const PLACES = 4;
const PLACES_OF_TENANT = 2;

export function exportPlaces(open: (poolSize: number) => OpenStore): ExportPlaces {
  const store = open(PLACES);
  const taken = new Set<{ readonly tenant: TenantId }>();
  return {
    store,
    take: (tenant) => {
      const own = [...taken].filter((place) => place.tenant === tenant);
      if (taken.size === PLACES || own.length === PLACES_OF_TENANT) return undefined;
      const place = { tenant };
      taken.add(place);
      return () => taken.delete(place);
    },
    close: () => store.close(),
  };
}

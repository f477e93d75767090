import { createHash, randomBytes } from 'node:crypto';
import { type OpenStore, openStore } from '../adapters/db/store.ts';
import { systemClock } from '../adapters/system/systemClock.ts';
import { uuidV7 } from '../adapters/system/uuidV7.ts';
import type { AccessPorts } from '../app/access/issueKey.ts';

export type Composed = AccessPorts & { readonly store: OpenStore };

/** The use cases' outside on a database, with the machine's clock and randomness. */
export function compose(appUrl: string, onRetry?: (code: string) => void): Composed {
  return {
    store: openStore({ url: appUrl, ...(onRetry && { onRetry }) }),
    clock: systemClock,
    ids: uuidV7(systemClock),
    random: randomBytes,
    sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  };
}

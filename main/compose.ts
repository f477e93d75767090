import { createHash, randomBytes } from 'node:crypto';
import { type OpenStore, openStore } from '../adapters/db/store.ts';
import { systemClock } from '../adapters/system/systemClock.ts';
import { uuidV7 } from '../adapters/system/uuidV7.ts';
import type { AccessPorts } from '../app/access/issueKey.ts';
import type { KeyPorts } from '../app/ports/keyRing.ts';
import type { Database } from './openDatabase.ts';

export type Composed = AccessPorts & KeyPorts & { readonly store: OpenStore };

/** The use cases' outside on a database, with the machine's clock and randomness. */
export function compose(
  { appUrl, keys }: Pick<Database, 'appUrl' | 'keys'>,
  onRetry?: (code: string) => void,
): Composed {
  return {
    store: openStore({ url: appUrl, ...(onRetry && { onRetry }) }),
    keys,
    clock: systemClock,
    ids: uuidV7(systemClock),
    random: randomBytes,
    sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  };
}

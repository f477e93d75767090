import { onceOnly } from '../../../adapters/http/onceOnly.ts';
import { answer } from '../../../adapters/http/route.ts';
import { joinedPorts } from '../../../app/joinedStore.ts';
import type { KeyPorts } from '../../../app/ports/keyRing.ts';
import type { TenantId } from '../../../app/ports.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { ANNA } from './moneyWorld.ts';

/** Does something as the API does a write: under a key, in one transaction with the key and its answer. */
export function keyed(
  ports: KeyPorts,
  tenant: TenantId,
  key: string,
  work: (ports: KeyPorts) => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const caller = { tenant, actor: ANNA, scopes: new Set<never>() };
  return onceOnly<KeyPorts>(
    (_, done) => ports.store.inTenant(tenant, (tx) => done(joinedPorts(ports, tenant, tx), tx.idempotency)),
    { caller, key, requestHash: '0'.repeat(64), at: ports.clock.now() },
    async (joined) => {
      const result = await work(joined);
      return result.ok ? answer({ done: true }) : result;
    },
  );
}

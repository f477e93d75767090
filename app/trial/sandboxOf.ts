import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Trial } from '../ports/trial.ts';
import type { Store, TenantId } from '../ports.ts';

/**
 * The sandbox that a server lets everybody into. That it is one is asked each time, and of the database: a tenant in which a
 * company stands on the real day is open to nobody without signing in.
 * Refuses: trial-not-here, tenant-not-sandbox.
 */
export async function sandboxOf(
  { store }: { readonly store: Store },
  trial: Trial | undefined,
): Promise<Result<TenantId>> {
  if (trial === undefined) return refused(refuse('trial-not-here', ''));
  const tenant = trial.sandbox();
  const isSandbox = await store.inTenant(tenant, ({ access }) => access.isSandbox());
  return isSandbox ? accept(tenant) : refused(refuse('tenant-not-sandbox', ''));
}

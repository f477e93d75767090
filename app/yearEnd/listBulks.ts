import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { isUuid } from '../isUuid.ts';
import type { CountedBulk } from '../ports/bulkStore.ts';
import type { Ports, TenantId } from '../ports.ts';

/**
 * Spreadsheets of agreements that were handed in, the latest first; `before` is the id of the last one seen.
 * Refuses: bulk-not-found.
 */
export async function listBulks(
  ports: Ports,
  tenant: TenantId,
  { limit, before }: { readonly limit: number; readonly before?: string },
): Promise<Result<readonly CountedBulk[]>> {
  if (before !== undefined && !isUuid(before)) {
    return refused(refuse('bulk-not-found', 'before', { id: before }));
  }
  return accept(await ports.store.inTenant(tenant, (tx) => tx.bulks.latest(limit, before)));
}

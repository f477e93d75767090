import { businessDay } from '../businessDay.ts';
import type { LinePlace, LineSearch, ListedLine } from '../ports/linePage.ts';
import type { Ports, TenantId } from '../ports.ts';

export type LinePageAsked = LineSearch & { readonly after?: LinePlace; readonly limit: number };

/** Lines as their last words stand, those that became known last first. */
export function listLines(
  ports: Ports,
  tenant: TenantId,
  { after, limit, ...search }: LinePageAsked,
): Promise<readonly ListedLine[]> {
  return ports.store.inTenant(tenant, async (tx) => {
    const effective = await businessDay(tx, ports.clock);
    return tx.lines.page(search, { limit, effective, ...(after && { after }) });
  });
}

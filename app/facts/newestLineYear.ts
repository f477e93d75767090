import type { Side } from '../../core/fact/line.ts';
import { businessDay } from '../businessDay.ts';
import type { Ports, TenantId } from '../ports.ts';

/** Of which year the newest lines of a side are, later days than ours left out; undefined where there are none. */
export function newestLineYear(ports: Ports, tenant: TenantId, side: Side): Promise<number | undefined> {
  return ports.store.inTenant(tenant, async (tx) =>
    tx.lines.newestYear(side, await businessDay(tx, ports.clock)),
  );
}

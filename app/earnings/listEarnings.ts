import type { LocalDate } from '../../core/calendar/localDate.ts';
import { businessDay } from '../businessDay.ts';
import type { EarningFilter, EarningRow, EarningTotal, Ports, TenantId } from '../ports.ts';

export type EarningList = {
  readonly rows: readonly EarningRow[];
  readonly hasMore: boolean;
  readonly total: number;
  readonly totals: readonly EarningTotal[];
  readonly asOf: { readonly batch: number; readonly effective: LocalDate; readonly knownOn: LocalDate };
};

/** Who has earned what, largest amount first, and as of when. */
export function listEarnings(ports: Ports, tenant: TenantId, filter: EarningFilter): Promise<EarningList> {
  return ports.store.inTenant(tenant, async (tx) => {
    const day = await businessDay(tx, ports.clock);
    const listed = await tx.earnings.list(filter);
    return { ...listed, asOf: { batch: await tx.batches.last(), effective: day, knownOn: day } };
  });
}

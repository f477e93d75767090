import type { LocalDate } from '../../core/calendar/localDate.ts';
import { businessDay } from '../businessDay.ts';
import type { EarningFilter, EarningRow, EarningTotal, Ports, TenantId } from '../ports.ts';

export type EarningList = {
  readonly rows: readonly EarningRow[];
  readonly hasMore: boolean;
  readonly total: number;
  readonly totals: readonly EarningTotal[];
  readonly asOf: { readonly batch: number; readonly effective: LocalDate; readonly knownOn: LocalDate };
  /** Agreements that newer facts may touch and that are calculated again; partners are not told of others' agreements. */
  readonly due?: number;
};

/** Who has earned what, largest amount first, and as of when. */
export function listEarnings(
  ports: Ports,
  tenant: TenantId,
  filter: EarningFilter,
  { isOurs = true }: { readonly isOurs?: boolean } = {},
): Promise<EarningList> {
  return ports.store.inTenant(tenant, async (tx) => {
    const day = await businessDay(tx, ports.clock);
    const listed = await tx.earnings.list(filter);
    const batch = await tx.batches.last();
    const asOf = { batch, effective: day, knownOn: day };
    return { ...listed, asOf, ...(isOurs && { due: await tx.runs.dueCount(batch, day) }) };
  });
}

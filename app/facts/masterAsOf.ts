import type { LocalDate } from '../../core/calendar/localDate.ts';
import { businessDay } from '../businessDay.ts';
import type { KnownMaster, MasterPage } from '../ports/masterPage.ts';
import type { Ports, TenantId } from '../ports.ts';
import { batchKnown } from './batchKnown.ts';

/**
 * Which master data: in force on a day (else today), as known at the end of another one (else now).
 * A page that follows names the batch of the first one, so that all pages show one state.
 */
export type MasterQuestion = Omit<MasterPage, 'effective' | 'batch'> & {
  readonly effective?: LocalDate;
  readonly known?: LocalDate;
  readonly batch?: number;
};

export type MasterAnswer = {
  readonly effective: LocalDate;
  readonly batch: number;
  readonly rows: readonly KnownMaster[];
  readonly hasMore: boolean;
};

/** Of each thing the one version that describes it on a day, as calculations of that day see it. */
export function masterAsOf(
  ports: Ports,
  tenant: TenantId,
  { effective, known, batch, limit, ...filter }: MasterQuestion,
): Promise<MasterAnswer> {
  return ports.store.inTenant(tenant, async (tx) => {
    const asOf = {
      effective: effective ?? (await businessDay(tx, ports.clock)),
      batch: batch ?? (await batchKnown(tx, known)),
    };
    const rows = await tx.master.page({ ...asOf, ...filter, limit: limit + 1 });
    return { ...asOf, rows: rows.slice(0, limit), hasMore: rows.length > limit };
  });
}

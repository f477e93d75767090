import { type AdjustmentTexts, adjustmentTexts } from '../../core/earning/adjustmentTexts.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { AdjustmentFilter, StoredAdjustment } from '../ports/adjustmentStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { adjustmentOf } from './lockedAdjustment.ts';

export type AdjustmentList = { readonly rows: readonly StoredAdjustment[]; readonly hasMore: boolean };

/** Adjustments, the latest first: what waits, what was approved, what was rejected. */
export function listAdjustments(
  ports: Ports,
  tenant: TenantId,
  filter: AdjustmentFilter,
): Promise<AdjustmentList> {
  return ports.store.inTenant(tenant, async (tx) => {
    const rows = await tx.adjustments.list({ ...filter, limit: filter.limit + 1 });
    return { rows: rows.slice(0, filter.limit), hasMore: rows.length > filter.limit };
  });
}

/**
 * What was approved beside the terms of an agreement, as files and proofs hold it: without our reasons.
 * Refuses: agreement-not-found.
 */
export function approvedAdjustments(
  ports: Ports,
  tenant: TenantId,
  agreement: string,
): Promise<Result<readonly AdjustmentTexts[]>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const batch = await tx.batches.last();
    const stored = await tx.agreements.knownAt(agreement, batch);
    if (stored === undefined) return refused(refuse('agreement-not-found', 'agreement', { id: agreement }));
    const known = await tx.adjustments.knownAt(agreement, batch);
    return accept(adjustmentTexts(known, stored.agreement.currency));
  });
}

/** Refuses: adjustment-not-found. */
export function getAdjustment(ports: Ports, tenant: TenantId, id: string): Promise<Result<StoredAdjustment>> {
  return ports.store.inTenant(tenant, (tx) => adjustmentOf(tx, id));
}

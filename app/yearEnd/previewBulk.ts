import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Ports, TenantId } from '../ports.ts';
import { type BulkOutcome, type BulkTexts, planBulk } from './planBulk.ts';

/**
 * What would become of a spreadsheet of agreements, row by row. Nothing is written.
 * Refuses: bulk-empty.
 */
export function previewBulk(
  ports: Ports,
  tenant: TenantId,
  rows: readonly BulkTexts[],
): Promise<Result<readonly BulkOutcome[]>> {
  return ports.store.inTenant(tenant, async (tx) => {
    if (rows.length === 0) return refused(refuse('bulk-empty', ''));
    return accept(await planBulk(tx, rows));
  });
}

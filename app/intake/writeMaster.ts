import { accept, type Refusal, type Result, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import type { MasterRow, Ports, TenantId } from '../ports.ts';
import { knownTrees, lockTrees, refuseUnfit } from './checkMaster.ts';
import { invalidRate } from './invalidRate.ts';
import { recordMaster } from './recordMaster.ts';
import { repeatedMaster } from './wholeMaster.ts';

/** Whether the row said something new. */
export type MasterWritten = { readonly isChanged: boolean };

/**
 * Rows of master data, each taken or refused for itself, in the order in which they came; what is
 * taken becomes known in one batch. Two rows of one thing for one day are both refused: neither
 * goes before the other.
 * Refuses: known-day-backwards; each row: master-invalid, master-version-repeated.
 */
export function writeMaster(
  ports: Ports,
  tenant: TenantId,
  rows: readonly MasterRow[],
  actor: Actor,
): Promise<Result<readonly Result<MasterWritten>[]>> {
  return ports.store.inTenant(tenant, async (tx) => {
    await lockTrees(tx, rows);
    const refusals = refuseUnfit(rows, alone(rows), await knownTrees(tx, rows));
    const fit = rows.filter((_, index) => refusals[index]?.length === 0);
    const recorded = await recordMaster(ports, tx, fit, actor);
    if (!recorded.ok) return recorded;
    const changed = new Set(recorded.value.changes);
    return accept(
      rows.map((row, index) => {
        const own = refusals[index] ?? [];
        return own.length > 0 ? refused(...own) : accept({ isChanged: changed.has(row) });
      }),
    );
  });
}

/** What is wrong with rows whatever is known. */
function alone(rows: readonly MasterRow[]): Refusal[][] {
  const placed = rows.map((row) => ({ ...row, at: `${row.kind} ${row.code}` }));
  const repeated = repeatedMaster(placed);
  return placed.map((row, index) => {
    const twice = repeated[index];
    const rate = row.kind === 'rate' ? invalidRate(row, row.at) : [];
    return twice === undefined ? rate : [...rate, twice];
  });
}

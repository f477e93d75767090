import { type Result, refused } from '../../core/refusal/refusals.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { ImportRefused } from './importRefused.ts';

/** One transaction of an intake: what it throws as ImportRefused undoes it, and ends as refusals. */
export async function inImport<T>(
  ports: Ports,
  tenant: TenantId,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await ports.store.inTenant(tenant, work);
  } catch (error) {
    if (error instanceof ImportRefused) return refused(...error.refusals);
    throw error;
  }
}

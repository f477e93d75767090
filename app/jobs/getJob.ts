import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { isUuid } from '../isUuid.ts';
import type { Job } from '../ports/jobStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

/**
 * Where a job stands.
 * Refuses: job-not-found.
 */
export function getJob(ports: Ports, tenant: TenantId, id: string): Promise<Result<Job>> {
  return ports.store.inTenant(tenant, (tx) => jobOf(tx, id));
}

/** Refuses: job-not-found. */
export async function jobOf(tx: Tx, id: string): Promise<Result<Job>> {
  const job = isUuid(id) ? await tx.jobs.get(id) : undefined;
  return job === undefined ? refused(refuse('job-not-found', 'id', { id })) : accept(job);
}

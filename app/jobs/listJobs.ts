import type { Job, JobFilter } from '../ports/jobStore.ts';
import type { Ports, TenantId } from '../ports.ts';

/** What there is to do, is being done and was done; the newest first. */
export function listJobs(ports: Ports, tenant: TenantId, filter: JobFilter): Promise<readonly Job[]> {
  return ports.store.inTenant(tenant, (tx) => tx.jobs.list(filter));
}

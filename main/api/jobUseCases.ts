import type { JobUseCases } from '../../adapters/http/routes/jobRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { cancelJob, retryJob } from '../../app/jobs/changeJob.ts';
import { getJob } from '../../app/jobs/getJob.ts';
import { listJobs } from '../../app/jobs/listJobs.ts';
import { requestCalculation } from '../../app/jobs/requestCalculation.ts';
import type { Ports } from '../../app/ports.ts';

export function jobUseCases(ports: Ports, { tenant, actor }: Caller): JobUseCases {
  return {
    listJobs: (filter) => listJobs(ports, tenant, filter),
    getJob: (id) => getJob(ports, tenant, id),
    retryJob: (id) => retryJob(ports, tenant, id, actor),
    cancelJob: (id) => cancelJob(ports, tenant, id, actor),
    requestCalculation: (agreement) =>
      requestCalculation(ports, tenant, { actor, ...(agreement !== undefined && { agreement }) }),
  };
}

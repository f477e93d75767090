import type { ShownJob } from '../../adapters/http/jobJson.ts';
import type { JobUseCases } from '../../adapters/http/routes/jobRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { cancelJob, retryJob } from '../../app/jobs/changeJob.ts';
import { getJob } from '../../app/jobs/getJob.ts';
import { listJobs } from '../../app/jobs/listJobs.ts';
import { requestCalculation } from '../../app/jobs/requestCalculation.ts';
import type { Job } from '../../app/ports/jobStore.ts';
import type { Ports } from '../../app/ports.ts';
import { accept } from '../../core/refusal/refusals.ts';
import type { LinesUnderWay } from '../linesUnderWay.ts';

/** They calculate, each worker one at a time. */
const WAITING_FOR_LINES: ReadonlySet<Job['kind']> = new Set(['calculate', 'preview']);

export function jobUseCases(
  ports: Ports,
  { tenant, actor }: Caller,
  lines: Pick<LinesUnderWay, 'of'>,
): JobUseCases {
  const shown = (job: Job): ShownJob => {
    const linesRead = lines.of(tenant);
    const isWaiting = job.state === 'running' && WAITING_FOR_LINES.has(job.kind);
    return isWaiting && linesRead !== undefined ? { ...job, linesRead } : job;
  };
  return {
    listJobs: async (filter) => (await listJobs(ports, tenant, filter)).map(shown),
    getJob: async (id) => {
      const job = await getJob(ports, tenant, id);
      return job.ok ? accept(shown(job.value)) : job;
    },
    retryJob: (id) => retryJob(ports, tenant, id, actor),
    cancelJob: (id) => cancelJob(ports, tenant, id, actor),
    requestCalculation: (agreement) =>
      requestCalculation(ports, tenant, { actor, ...(agreement !== undefined && { agreement }) }),
  };
}

import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import type { Job } from '../ports/jobStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { jobOf } from './getJob.ts';

/**
 * A job that failed, or waits for its next attempt, is due now, its attempts counted anew.
 * Refuses: job-not-found, job-not-open.
 */
export function retryJob(ports: Ports, tenant: TenantId, id: string, actor: Actor): Promise<Result<Job>> {
  const retry = (tx: Tx) => tx.jobs.retry(id, actorText(actor));
  return change(ports, tenant, { id, actor, action: 'job.retry', deed: retry });
}

/**
 * A job that waits or has failed is not done at all. A calculation is due by what is known and not
 * by its job, so that is refused.
 * Refuses: job-not-found, job-not-open.
 */
export function cancelJob(ports: Ports, tenant: TenantId, id: string, actor: Actor): Promise<Result<Job>> {
  const cancel = async (tx: Tx, job: Job) => job.kind !== 'calculate' && (await tx.jobs.cancel(id));
  return change(ports, tenant, { id, actor, action: 'job.cancel', deed: cancel });
}

type Change = {
  readonly id: string;
  readonly actor: Actor;
  readonly action: string;
  readonly deed: (tx: Tx, job: Job) => Promise<boolean>;
};

async function change(ports: Ports, tenant: TenantId, asked: Change): Promise<Result<Job>> {
  const { id, actor, action, deed } = asked;
  return ports.store.inTenant(tenant, async (tx) => {
    const job = await jobOf(tx, id);
    if (!job.ok) return job;
    const { kind, subject, state, attempts, error } = job.value;
    if (!(await deed(tx, job.value))) return refused(refuse('job-not-open', 'id', { id, state }));
    await tx.audit.write({
      id: ports.ids.next(),
      at: ports.clock.now(),
      actor,
      action,
      object: id,
      batch: await tx.batches.last(),
      body: { kind, subject, state, attempts, error: error ?? null },
    });
    const changed = await tx.jobs.get(id);
    return accept(changed ?? job.value);
  });
}

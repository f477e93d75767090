import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import type { Job } from '../ports/jobStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { jobOf } from './getJob.ts';

/**
 * Somebody asks for the calculation of what is due, of one agreement or of all; gives the job,
 * which shows how far it is.
 * Refuses: agreement-not-found.
 */
export function requestCalculation(
  ports: Ports,
  tenant: TenantId,
  asked: { readonly actor: Actor; readonly agreement?: string },
): Promise<Result<Job>> {
  const { actor, agreement } = asked;
  return ports.store.inTenant(tenant, async (tx) => {
    const batch = await tx.batches.last();
    if (agreement !== undefined && (await tx.agreements.knownAt(agreement, batch)) === undefined) {
      return refused(refuse('agreement-not-found', 'agreement', { id: agreement }));
    }
    const subject = agreement ?? '';
    const requestedBy = actorText(actor);
    const id = await tx.jobs.add({
      id: ports.ids.next(),
      kind: 'calculate',
      subject,
      requestedBy,
      delayMs: 0,
    });
    const job = await jobOf(tx, id);
    if (!job.ok) return job;
    await tx.audit.write({
      id: ports.ids.next(),
      at: ports.clock.now(),
      actor,
      action: 'calculation.request',
      object: id,
      batch,
      body: { agreement: agreement ?? null },
    });
    return accept(job.value);
  });
}

import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { backTested } from '../../core/trust/backTest.ts';
import { type Actor, actorOf, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { isUuid } from '../isUuid.ts';
import type { Attempt, Outcome } from '../jobs/attempt.ts';
import type { ParametersByDetector, Scan, TrustRun } from '../ports/trustStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { detect } from './detecting.ts';
import { checkParameters, detectorParameters, leastScoreOf, parametersNow } from './tuneDetector.ts';

/**
 * Asks a worker to look at everything by other parameters and to compare what is found with what was decided; no case is opened.
 * Refuses: those of checkParameters.
 */
export function startBackTest(
  ports: Ports,
  tenant: TenantId,
  { parameters, actor }: { readonly parameters: ParametersByDetector; readonly actor: Actor },
): Promise<Result<{ readonly id: string }>> {
  return ports.store.inTenant(tenant, async (tx) => {
    for (const [detector, own] of Object.entries(parameters)) {
      const known = checkParameters(detector, own);
      if (!known.ok) return known;
    }
    const [id, requestedBy] = [ports.ids.next(), actorText(actor)];
    await tx.trust.addBackTest(id, parameters, { actor: requestedBy, at: ports.clock.now() });
    await tx.jobs.add({ id: ports.ids.next(), kind: 'backTest', subject: id, requestedBy, delayMs: 0 });
    const body = {
      parameters: Object.fromEntries(Object.entries(parameters).map(([k, v]) => [k, { ...v }])),
    };
    await auditDeed(ports, tx, { actor, action: 'trust.backTest', object: id, body });
    return accept({ id });
  });
}

/** What a back-test came to; no run while it is under way. Refuses: trust-back-test-not-found. */
export function showBackTest(
  ports: Ports,
  tenant: TenantId,
  id: string,
): Promise<
  Result<{ readonly id: string; readonly parameters: ParametersByDetector; readonly run?: TrustRun }>
> {
  return ports.store.inTenant(tenant, async (tx) => {
    const asked = isUuid(id) ? await tx.trust.backTest(id) : undefined;
    if (asked === undefined) return refused(refuse('trust-back-test-not-found', 'id', { id }));
    const run = await tx.trust.run(id);
    return accept({ id, parameters: asked.parameters, ...(run && { run }) });
  });
}

export function backTestJob(ports: Ports, tenant: TenantId, { job }: Attempt): Promise<Outcome> {
  return runBackTest(ports, tenant, { id: job.subject, scan: detect });
}

/** Done once, however often it is begun. */
export async function runBackTest(
  ports: Ports,
  tenant: TenantId,
  { id, scan }: { readonly id: string; readonly scan: Scan },
): Promise<Outcome> {
  const asked = await ports.store.inTenant(tenant, async (tx) => {
    const test = (await tx.trust.run(id)) === undefined ? await tx.trust.backTest(id) : undefined;
    return test && { ...test, now: await parametersNow(tx) };
  });
  if (asked === undefined) return 'done';
  const parameters = { ...asked.now, ...asked.parameters };
  const found = await scan(ports, tenant, { parameters: detectorParameters(parameters) });
  const counting = found.filter(({ detector, score }) => score >= leastScoreOf(parameters[detector]));
  await ports.store.inTenant(tenant, async (tx) => {
    const outcome = backTested(counting, await tx.trust.judged());
    const requestedBy = actorText(actorOf(asked.requestedBy));
    const run = { id, kind: 'backTest', parameters, outcome, requestedBy } as const;
    await tx.trust.record({ ...run, findings: counting.length, fresh: 0, endedAt: ports.clock.now() }, []);
  });
  return 'done';
}

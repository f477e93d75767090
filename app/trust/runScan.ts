import { subjectKey } from '../../core/trust/subject.ts';
import { type Actor, actorText, systemActor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { decideByRules } from '../claims/decideByRules.ts';
import type { Attempt, Outcome } from '../jobs/attempt.ts';
import type { Arrival, Scan, TrustRun } from '../ports/trustStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { detect } from './detecting.ts';
import { type Recorded, type Recording, recordFindings } from './recordFindings.ts';
import { detectorParameters, parametersNow } from './tuneDetector.ts';

export type Scanning = Pick<Recording, 'kind' | 'partner' | 'actor'> & {
  readonly scan: Scan;
  /** What follows from it, in the transaction that keeps what was found. */
  readonly then?: (tx: Tx, recorded: Recorded) => Promise<void>;
};

/** Looks at everything, or at what concerns one partner, and keeps what was found. */
export async function runScan(
  ports: Ports,
  tenant: TenantId,
  { scan, kind, partner, actor, then }: Scanning,
): Promise<TrustRun> {
  const parameters = await ports.store.inTenant(tenant, parametersNow);
  const asked = { parameters: detectorParameters(parameters), ...(partner !== undefined && { partner }) };
  const findings = await scan(ports, tenant, asked);
  return ports.store.inTenant(tenant, async (tx) => {
    const recording = { kind, parameters, findings, actor, ...(partner !== undefined && { partner }) };
    const recorded = await recordFindings(ports, tx, recording);
    await then?.(tx, recorded);
    return recorded.run;
  });
}

/** Looks at what came, partner by partner, and lets through what the policy passes. */
export async function scanArrivals(
  ports: Ports,
  tenant: TenantId,
  { scan, isStopping }: Pick<Attempt, 'isStopping'> & { readonly scan: Scan },
): Promise<Outcome> {
  const arrivals = await ports.store.inTenant(tenant, (tx) => tx.trust.arrivals());
  for (const [partner, own] of Map.groupBy(arrivals, (arrival) => arrival.partner)) {
    if (isStopping()) return 'again';
    const then = (tx: Tx, recorded: Recorded) => letThrough(ports, tx, own, recorded);
    await runScan(ports, tenant, { scan, kind: 'arrival', partner, actor: systemActor('trust'), then });
  }
  return 'done';
}

async function letThrough(
  ports: Ports,
  tx: Tx,
  arrivals: readonly Arrival[],
  { run, verdicts }: Recorded,
): Promise<void> {
  for (const { id, subject } of arrivals) {
    const verdict = verdicts.get(subjectKey(subject)) ?? 'pass';
    await tx.trust.scanned(id, { run: run.id, verdict, at: ports.clock.now() });
    if (subject.object === 'claim' && verdict === 'pass') await decideByRules(ports, tx, subject.id);
  }
}

export function scanArrivalsJob(ports: Ports, tenant: TenantId, attempt: Attempt): Promise<Outcome> {
  return scanArrivals(ports, tenant, { scan: detect, isStopping: attempt.isStopping });
}

/** `subject`: the day of a nightly scan; '' is one that somebody asked for. */
export async function scanHistoryJob(ports: Ports, tenant: TenantId, { job }: Attempt): Promise<Outcome> {
  const kind = job.subject === '' ? 'asked' : 'nightly';
  await runScan(ports, tenant, { scan: detect, kind, actor: systemActor('trust') });
  return 'done';
}

/** Asks a worker to look at everything now; gives the id of the job. */
export function askForScan(ports: Ports, tenant: TenantId, actor: Actor): Promise<string> {
  return ports.store.inTenant(tenant, async (tx) => {
    const id = await tx.jobs.add({
      ...{ id: ports.ids.next(), kind: 'scanHistory', subject: '', delayMs: 0 },
      requestedBy: actorText(actor),
    });
    await auditDeed(ports, tx, { actor, action: 'trust.scanAsked', object: id, body: {} });
    return id;
  });
}

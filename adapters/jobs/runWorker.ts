import { setTimeout as delay } from 'node:timers/promises';
import { linkAudit } from '../../app/audit/linkAudit.ts';
import { sweep } from '../../app/jobs/sweep.ts';
import { claimNext, giveSign, type Watch, work } from '../../app/jobs/workNext.ts';
import type { Ports, TenantId } from '../../app/ports.ts';

export type WorkerOptions = Pick<Watch, 'calculated' | 'failed' | 'errorOf'> & {
  /** After so long without a sign of life another worker takes the job over. */
  readonly leaseMs?: number;
  /** How often it is asked whether there is something to do. */
  readonly pollMs?: number;
  /** How often it is asked what is due and was asked for by nobody. */
  readonly sweepMs?: number;
  /** How often entries of the audit trail are bound into its chain. */
  readonly linkMs?: number;
  /** Lets go of what is over outside of tenants, at each sweep. */
  readonly sweepBeside?: () => Promise<void>;
  /** How long the answer to a request is given again; without it 30 days. */
  readonly answersKeptDays?: number;
};

const LEASE_MS = 30_000;
const POLL_MS = 1000;
const SWEEP_MS = 60_000;
const LINK_MS = 10_000;

/**
 * Does the jobs of all tenants, one after the other, until it is told to stop; then it ends or gives
 * back the one that it holds. Several may run at once, in one process or on many machines. A failure
 * is told, and tried again: what a broken-off attempt has not committed has not happened.
 */
export async function runWorker(ports: Ports, signal: AbortSignal, options: WorkerOptions): Promise<void> {
  const { leaseMs = LEASE_MS, pollMs = POLL_MS, sweepMs = SWEEP_MS, linkMs = LINK_MS } = options;
  const watch: Watch = { ...options, leaseMs, isStopping: () => signal.aborted };
  let [sweptAt, linkedAt] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  while (!signal.aborted) {
    try {
      if (performance.now() - sweptAt >= sweepMs) {
        sweptAt = performance.now();
        await options.sweepBeside?.().catch(options.failed);
        for (const tenant of await ports.store.tenants('all')) {
          // What is wrong with one tenant keeps no other from being looked after.
          await sweep(ports, tenant, options.answersKeptDays).catch(options.failed);
        }
      }
      if (performance.now() - linkedAt >= linkMs) {
        linkedAt = performance.now();
        for (const tenant of await ports.store.tenants('all'))
          await linkAudit(ports, tenant).catch(options.failed);
      }
      while (!signal.aborted && (await round(ports, watch, signal)));
    } catch (error) {
      options.failed(error);
    }
    await delay(pollMs, undefined, { signal }).catch(() => undefined);
  }
}

/** One job of each tenant that has one, so that none waits for all of another; whether there was any. */
async function round(ports: Ports, watch: Watch, signal: AbortSignal): Promise<boolean> {
  let worked = false;
  for (const tenant of await ports.store.tenants('withJobs')) {
    if (signal.aborted) break;
    const job = await claimNext(ports, tenant, watch);
    if (job === undefined) continue;
    worked = true;
    await withSigns(ports, tenant, job, watch);
  }
  return worked;
}

type Claimed = NonNullable<Awaited<ReturnType<typeof claimNext>>>;

async function withSigns(ports: Ports, tenant: TenantId, job: Claimed, watch: Watch): Promise<void> {
  const { leaseMs } = watch;
  const signs = setInterval(() => {
    giveSign(ports, tenant, job, leaseMs).catch(watch.failed);
  }, leaseMs / 3);
  try {
    await work(ports, tenant, job, watch);
  } finally {
    clearInterval(signs);
  }
}

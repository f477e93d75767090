import { setTimeout as delay } from 'node:timers/promises';
import { linkAudit } from '../../app/audit/linkAudit.ts';
import { sweep } from '../../app/jobs/sweep.ts';
import { claimNext, giveSign, type Watch, work } from '../../app/jobs/workNext.ts';
import { tellDeeds } from '../../app/notices/tellDeeds.ts';
import { JOB_KINDS, OUTWARD_JOBS } from '../../app/ports/jobStore.ts';
import type { Ports, TenantId } from '../../app/ports.ts';

export type WorkerOptions = Pick<Watch, 'calculated' | 'failed' | 'errorOf' | 'desk' | 'outside'> & {
  /** After so long without a sign of life another worker takes the job over. */
  readonly leaseMs?: number;
  /** How often it is asked whether there is something to do. */
  readonly pollMs?: number;
  /** How often it is asked what is due and was asked for by nobody. */
  readonly sweepMs?: number;
  /** How often the audit trail of every tenant is looked at, whether or not something is known to wait in it. */
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
/** So many jobs at most wait for programs of others beside the one at hand. */
const OUTWARD_AT_ONCE = 8;
const INWARD_JOBS = JOB_KINDS.filter((kind) => !OUTWARD_JOBS.includes(kind));

/**
 * Does the jobs of all tenants, one after the other, until it is told to stop; then it ends or gives
 * back the one that it holds. Several may run at once, in one process or on many machines. A failure
 * is told, and tried again: what a broken-off attempt has not committed has not happened. What people and programs of others are told is
 * done beside the rest: no calculation keeps them waiting.
 */
export async function runWorker(ports: Ports, signal: AbortSignal, options: WorkerOptions): Promise<void> {
  const { leaseMs = LEASE_MS, pollMs = POLL_MS, sweepMs = SWEEP_MS, linkMs = LINK_MS } = options;
  const watch: Watch = { ...options, leaseMs, isStopping: () => signal.aborted };
  const [isTimeToSweep, isTimeToLink] = [every(sweepMs), every(linkMs)];
  const underWay = new Set<Promise<void>>();
  const untilStopped = async (step: () => Promise<boolean>) => {
    while (!signal.aborted) {
      const worked = await step().catch((error) => {
        options.failed(error);
        return false;
      });
      if (!worked) await delay(pollMs, undefined, { signal }).catch(() => undefined);
    }
  };
  const sweepInTime = async () => {
    if (isTimeToSweep()) await sweepAll(ports, options).catch(options.failed);
  };
  // What nobody has asked for is asked for before anything else.
  await sweepInTime();
  await Promise.all([
    untilStopped(async () => {
      await sweepInTime();
      return round(ports, watch, signal);
    }),
    untilStopped(async () => {
      await tell(ports, isTimeToLink() ? 'all' : 'withDeeds', options);
      return outwardRound(ports, watch, { signal, underWay });
    }),
  ]);
  await Promise.all(underWay);
}

/** True at first, and then when so many milliseconds have passed since it was. */
function every(ms: number): () => boolean {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const isTime = performance.now() - last >= ms;
    if (isTime) last = performance.now();
    return isTime;
  };
}

async function sweepAll(
  ports: Ports,
  { sweepBeside, failed, answersKeptDays }: WorkerOptions,
): Promise<void> {
  await sweepBeside?.().catch(failed);
  for (const tenant of await ports.store.tenants('all')) {
    // What is wrong with one tenant keeps no other from being looked after.
    await sweep(ports, tenant, answersKeptDays).catch(failed);
  }
}

/** Binds entries of the audit trail into its chain, and tells people and programs of them. */
async function tell(ports: Ports, which: 'withDeeds' | 'all', { failed }: WorkerOptions): Promise<void> {
  for (const tenant of await ports.store.tenants(which)) {
    await linkAudit(ports, tenant).catch(failed);
    await tellDeeds(ports, tenant).catch(failed);
  }
}

/** One job of each tenant that has one, so that none waits for all of another; whether there was any. */
async function round(ports: Ports, watch: Watch, signal: AbortSignal): Promise<boolean> {
  let worked = false;
  for (const tenant of await ports.store.tenants('withJobs')) {
    if (signal.aborted) break;
    const job = await claimNext(ports, tenant, watch, OUTWARD_JOBS);
    if (job === undefined) continue;
    worked = true;
    await withSigns(ports, tenant, job, watch);
  }
  return worked;
}

type Hands = { readonly signal: AbortSignal; readonly underWay: Set<Promise<void>> };

/** The same of what waits for programs of others, some of them at once; whether any was begun. */
async function outwardRound(ports: Ports, watch: Watch, { signal, underWay }: Hands): Promise<boolean> {
  let worked = false;
  for (const tenant of await ports.store.tenants('withJobs')) {
    if (signal.aborted || underWay.size >= OUTWARD_AT_ONCE) break;
    const job = await claimNext(ports, tenant, watch, INWARD_JOBS);
    if (job === undefined) continue;
    worked = true;
    const working: Promise<void> = withSigns(ports, tenant, job, watch)
      .catch(watch.failed)
      .finally(() => underWay.delete(working));
    underWay.add(working);
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

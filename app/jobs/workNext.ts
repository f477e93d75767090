import { takeMessagesJob } from '../claims/takeMessages.ts';
import { sendNoticesJob } from '../notices/sendNotices.ts';
import { ATTEMPTS, type Claim, type ClaimedJob, type JobError, type JobKind } from '../ports/jobStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { previewJob } from '../preview/previewJob.ts';
import { sendReportsJob } from '../reports/sendReports.ts';
import { backTestJob } from '../trust/backTest.ts';
import { scanArrivalsJob, scanHistoryJob } from '../trust/runScan.ts';
import { sendWebhooksJob } from '../webhooks/sendWebhooks.ts';
import type { Attempt, Outcome } from './attempt.ts';
import { calculateJob } from './calculateJob.ts';
import { passDayJob } from './passDayJob.ts';

/** Each delay is three times the one before: eight attempts take about half an hour. */
const FIRST_DELAY_MS = 2000;
const AGAIN_MS = 1000;

const DEEDS: Readonly<
  Record<JobKind, (ports: Ports, tenant: TenantId, attempt: Attempt) => Promise<Outcome>>
> = {
  calculate: calculateJob,
  preview: previewJob,
  takeMessages: takeMessagesJob,
  passDay: passDayJob,
  sendNotices: sendNoticesJob,
  sendReports: sendReportsJob,
  sendWebhooks: sendWebhooksJob,
  scanArrivals: scanArrivalsJob,
  scanHistory: scanHistoryJob,
  backTest: backTestJob,
};

export type Watch = Omit<Attempt, 'job' | 'progress'> & {
  /** How long a job is held without a sign of life. */
  readonly leaseMs: number;
};

/**
 * Takes up one job of the tenant; undefined where none is due. What is done with it is begun by
 * `work`, so that whoever has a clock can give signs of life meanwhile.
 */
export async function claimNext(
  ports: Ports,
  tenant: TenantId,
  { leaseMs }: Pick<Watch, 'leaseMs'>,
  except: readonly JobKind[] = [],
): Promise<ClaimedJob | undefined> {
  return ports.store.inTenant(tenant, (tx) => tx.jobs.claim(ports.ids.next(), leaseMs, except));
}

/** A sign of life; false where the job is not ours any more. */
export function giveSign(ports: Ports, tenant: TenantId, claim: Claim, leaseMs: number): Promise<boolean> {
  return ports.store.inTenant(tenant, (tx) => tx.jobs.beat(claim, leaseMs));
}

/**
 * Does a job that was taken up, and says in the database how it ended. Another worker may have
 * taken it over meanwhile, which does no harm: what a job does is done once, whoever does it.
 */
export async function work(ports: Ports, tenant: TenantId, job: ClaimedJob, watch: Watch): Promise<void> {
  const attempt: Attempt = {
    ...watch,
    job,
    progress: async (tx, progress) => void (await tx.jobs.beat(job, watch.leaseMs, progress)),
  };
  try {
    const outcome = await DEEDS[job.kind](ports, tenant, attempt);
    await ports.store.inTenant(tenant, (tx) =>
      outcome === 'done' ? tx.jobs.finish(job) : tx.jobs.giveBack(job, watch.isStopping() ? 0 : AGAIN_MS),
    );
  } catch (error) {
    watch.failed(error);
    const reason = watch.errorOf(error);
    await ports.store.inTenant(tenant, (tx) => tx.jobs.fail(job, reason, delayAfter(job, reason)));
  }
}

/** Undefined: given up. Whoever can record that the database was away has got it back. */
function delayAfter({ attempts }: ClaimedJob, reason: JobError): number | undefined {
  if (attempts >= ATTEMPTS) return undefined;
  return reason === 'outage' ? AGAIN_MS : FIRST_DELAY_MS * 3 ** (attempts - 1);
}

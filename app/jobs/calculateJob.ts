import { businessDay } from '../businessDay.ts';
import { attemptNext, beginRound, type CalculatedAgreement } from '../calculation/calculateDue.ts';
import { LineSnapshots } from '../calculation/lineSnapshots.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import type { Attempt, Outcome } from './attempt.ts';

/** After so many attempts that came to nothing each agreement gets a job of its own. */
const TOGETHER = 2;

/**
 * Calculates what is due, of one agreement or of all, each in a transaction of its own, so that a
 * worker that dies has lost one at most and doubled none. What fails becomes a job of its own, and
 * keeps no other agreement waiting.
 */
export async function calculateJob(ports: Ports, tenant: TenantId, attempt: Attempt): Promise<Outcome> {
  const { job } = attempt;
  if (job.subject !== '') return calculateOne(ports, tenant, attempt);
  if (job.attempts > TOGETHER) return calculateApart(ports, tenant, attempt);
  const snapshots = new LineSnapshots(ports.keeper);
  const failed: string[] = [];
  let done = 0;
  const { upTo, due } = await beginRound(ports, tenant);
  const also = async (tx: Tx, calculated: CalculatedAgreement) => {
    await tx.jobs.settle('calculate', calculated.agreement);
    await attempt.progress(tx, { done: done + 1, total: Math.max(due - failed.length, done + 1) });
  };
  for (;;) {
    if (attempt.isStopping()) return 'again';
    const next = await attemptNext(ports, tenant, { snapshots, upTo, passedOver: failed, also });
    if (next === undefined) break;
    if ('failed' in next) {
      // No agreement is to blame for that, and another worker may have more luck.
      if (attempt.errorOf(next.error) === 'outage') throw next.error;
      failed.push(next.failed);
      attempt.failed(next.error);
      await ports.store.inTenant(tenant, (tx) => addOne(ports, tx, attempt, next.failed));
    } else {
      done += 1;
      attempt.calculated(next);
    }
  }
  // Another worker may hold one since before it knew all that this job was asked for. What became
  // known after the round was begun has asked for a job of its own.
  const held = await ports.store.inTenant(tenant, (tx) => left(ports, tx, upTo, failed));
  return held.length > 0 ? 'again' : 'done';
}

async function calculateOne(ports: Ports, tenant: TenantId, attempt: Attempt): Promise<Outcome> {
  const { subject } = attempt.job;
  const { upTo } = await beginRound(ports, tenant);
  const next = await attemptNext(ports, tenant, {
    snapshots: new LineSnapshots(ports.keeper),
    upTo,
    passedOver: [],
    only: subject,
    also: (tx) => attempt.progress(tx, { done: 1, total: 1 }),
  });
  if (next !== undefined && 'failed' in next) throw next.error;
  if (next !== undefined) attempt.calculated(next);
  const held = await ports.store.inTenant(tenant, (tx) => left(ports, tx, upTo, []));
  return held.includes(subject) ? 'again' : 'done';
}

/** What took workers down with it is found by taking each agreement by itself. */
async function calculateApart(ports: Ports, tenant: TenantId, attempt: Attempt): Promise<Outcome> {
  const { upTo } = await beginRound(ports, tenant);
  await ports.store.inTenant(tenant, async (tx) => {
    for (const code of await left(ports, tx, upTo, [])) await addOne(ports, tx, attempt, code);
  });
  return 'done';
}

function addOne(ports: Ports, tx: Tx, { job }: Attempt, subject: string): Promise<string> {
  const { requestedBy } = job;
  return tx.jobs.add({ id: ports.ids.next(), kind: 'calculate', subject, requestedBy, delayMs: 0 });
}

/** The agreements that are due by what is known up to a batch, but for those that failed. */
async function left(
  ports: Ports,
  tx: Tx,
  upTo: number,
  failed: readonly string[],
): Promise<readonly string[]> {
  const due = await tx.runs.due(upTo, await businessDay(tx, ports.clock));
  return due.filter((code) => !failed.includes(code));
}

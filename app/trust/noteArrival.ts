import type { Subject } from '../../core/trust/subject.ts';
import { actorText, systemActor } from '../actor.ts';
import type { Ports, Tx } from '../ports.ts';
import { policyNow } from './trustPolicy.ts';

/**
 * Notes that something came which is to be looked at before anything is granted or paid because of it, and asks a worker to look.
 * Gives whether the policy wants that.
 */
export async function noteArrival(ports: Ports, tx: Tx, subject: Subject, partner: string): Promise<boolean> {
  const { policy } = await policyNow(tx);
  if (!policy.awaitsScan) return false;
  const arrivedAt = ports.clock.now();
  const within = policy.scanWithinMinutes;
  await tx.trust.arrive({ id: ports.ids.next(), subject, partner, arrivedAt, within });
  await askForArrivals(ports, tx);
  return true;
}

export async function askForArrivals(ports: Ports, tx: Tx): Promise<void> {
  const requestedBy = actorText(systemActor('trust'));
  const job = { id: ports.ids.next(), kind: 'scanArrivals', subject: '', delayMs: 0 } as const;
  await tx.jobs.add({ ...job, requestedBy });
}

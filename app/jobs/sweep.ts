import { CALCULATION_VERSION } from '../../core/earning/earning.ts';
import { actorText, systemActor } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import { askToTake } from '../claims/sendMessage.ts';
import { markUnknown } from '../payments/resolvePayment.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

/** How long a job that ended well can be looked at. */
const KEPT_DAYS = 30;

/** How long the answer to a request is given again, where nothing else is said; never shorter. */
export const ANSWERS_KEPT_DAYS = 30;

/** So that a sweep is short after years in which nobody swept. */
const FORGOTTEN_AT_ONCE = 10_000;

/**
 * Asks for the calculation of what is due and asked for by nobody: a day that has begun, or
 * whatever got lost. An agreement whose calculation has failed waits until somebody asks again, or
 * something new becomes known. Jobs that ended and answers that were given are kept for their time.
 */
export async function sweep(
  ports: Ports,
  tenant: TenantId,
  answersKeptDays: number = ANSWERS_KEPT_DAYS,
): Promise<void> {
  await ports.store.inTenant(tenant, async (tx) => {
    await tx.jobs.forget(KEPT_DAYS);
    const old = { now: ports.clock.now(), days: answersKeptDays };
    await tx.idempotency.forget(old, FORGOTTEN_AT_ONCE);
    await markUnknown(ports, tx);
    await askForMessages(ports, tx);
    const batch = await tx.batches.last();
    await tx.runs.passUntouched(batch, CALCULATION_VERSION);
    const due = await tx.runs.due(batch, await businessDay(tx, ports.clock));
    const open = await tx.jobs.open('calculate');
    if (open.some(({ subject, state }) => subject === '' && state !== 'failed')) return;
    const asked = new Set(open.map(({ subject }) => subject));
    if (due.every((code) => asked.has(code))) return;
    await tx.jobs.add({
      id: ports.ids.next(),
      kind: 'calculate',
      subject: '',
      requestedBy: actorText(systemActor('worker')),
      delayMs: 0,
    });
  });
}

/** What partners have sent and nobody was asked to take in. What has failed waits until somebody asks again. */
async function askForMessages(ports: Ports, tx: Tx): Promise<void> {
  if ((await tx.jobs.open('takeMessages')).length > 0) return;
  if ((await tx.messages.untaken()).length > 0) await askToTake(ports, tx, systemActor('worker'));
}

import { formatDate } from '../../core/calendar/localDate.ts';
import { CALCULATION_VERSION } from '../../core/earning/earning.ts';
import { actorText, systemActor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { businessDay } from '../businessDay.ts';
import { askToTake } from '../claims/sendMessage.ts';
import { markUnknown } from '../payments/resolvePayment.ts';
import type { JobKind } from '../ports/jobStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { keptDays, RETENTION } from '../retention/retention.ts';
import { askForArrivals } from '../trust/noteArrival.ts';
import { policyNow } from '../trust/trustPolicy.ts';

/** So that a sweep is short after years in which nobody swept. */
const FORGOTTEN_AT_ONCE = 10_000;

/**
 * Asks for what is due and asked for by nobody: calculations, what partners have sent, what a day that
 * has begun brings, or whatever got lost. An agreement whose calculation has failed waits until somebody asks again, or
 * something new becomes known. What may go is kept for its time, and let go of then.
 */
export async function sweep(
  ports: Ports,
  tenant: TenantId,
  answersKeptDays: number = RETENTION.answers.default,
): Promise<void> {
  await ports.store.inTenant(tenant, async (tx) => {
    await letGo(ports, tx, answersKeptDays);
    await markUnknown(ports, tx);
    await askForMessages(ports, tx);
    await askForMails(ports, tx);
    await askForWebhooks(ports, tx);
    await askForScans(ports, tx);
    // What a day brings is worked out from what is calculated.
    if (!(await isCalculating(ports, tx))) await askForDay(ports, tx);
  });
}

/** What is kept for a time and no longer; nothing else is ever deleted. */
async function letGo(ports: Ports, tx: Tx, answersAtLeast: number): Promise<void> {
  const now = ports.clock.now();
  const kept = keptDays(await tx.retention.rules(), answersAtLeast);
  await tx.jobs.forget(kept.jobs);
  await tx.idempotency.forget({ now, days: kept.answers }, FORGOTTEN_AT_ONCE);
  await tx.webhooks.forget({ now, days: kept.events }, FORGOTTEN_AT_ONCE);
  await tx.retention.forgetNotices({ now, days: kept.notices }, FORGOTTEN_AT_ONCE);
  await tx.retention.forgetInvitations({ now, days: kept.invitations }, FORGOTTEN_AT_ONCE);
}

/** Whether something is due, or under way, and not only what has failed; asks for it. */
async function isCalculating(ports: Ports, tx: Tx): Promise<boolean> {
  const batch = await tx.batches.last();
  await tx.runs.passUntouched(batch, CALCULATION_VERSION);
  const due = await tx.runs.due(batch, await businessDay(tx, ports.clock));
  const open = await tx.jobs.open('calculate');
  if (open.some(({ subject, state }) => subject === '' && state !== 'failed')) return true;
  const asked = new Set(open.map(({ subject }) => subject));
  if (due.every((code) => asked.has(code))) return open.some(({ state }) => state !== 'failed');
  await ask(ports, tx, 'calculate', '');
  return true;
}

async function askForDay(ports: Ports, tx: Tx): Promise<void> {
  const day = formatDate(await businessDay(tx, ports.clock));
  if (!(await tx.jobs.isKnown('passDay', day))) await ask(ports, tx, 'passDay', day);
}

async function ask(ports: Ports, tx: Tx, kind: JobKind, subject: string): Promise<void> {
  const requestedBy = actorText(systemActor('worker'));
  await tx.jobs.add({ id: ports.ids.next(), kind, subject, requestedBy, delayMs: 0 });
}

/** What is to go out by mail now, as in the morning; nothing while mails are paused. */
async function askForMails(ports: Ports, tx: Tx): Promise<void> {
  if ((await tx.mailing.mailing()).isPaused) return;
  const now = ports.clock.now();
  const isOpen = async (kind: JobKind) => (await tx.jobs.open(kind)).some(({ state }) => state !== 'failed');
  if ((await tx.notices.isMailDue(now)) && !(await isOpen('sendNotices')))
    await ask(ports, tx, 'sendNotices', '');
  if ((await tx.subscriptions.isDue(now)) && !(await isOpen('sendReports')))
    await ask(ports, tx, 'sendReports', '');
}

/** What an address outside is to be told and nobody was asked to send. */
async function askForWebhooks(ports: Ports, tx: Tx): Promise<void> {
  const now = ports.clock.now();
  // What was given up is tried again: whoever died over it was killed, and deliveries have their own patience.
  const jobs = (await tx.jobs.open('sendWebhooks')).filter(({ state }) => state !== 'failed');
  const open = new Set(jobs.map(({ subject }) => subject));
  for (const webhook of await tx.webhooks.due(now)) {
    if (!open.has(webhook)) await ask(ports, tx, 'sendWebhooks', webhook);
  }
}

/**
 * What came and nobody was asked to look at, or was given up; and everything once a day, where the policy wants it. What waits
 * too long is written into the trail once: nothing is paid meanwhile, and somebody has to see why.
 */
async function askForScans(ports: Ports, tx: Tx): Promise<void> {
  const now = ports.clock.now();
  const late = await tx.trust.late(now);
  await tx.trust.tellLate(
    late.map(({ id }) => id),
    now,
  );
  const actor = systemActor('trust');
  for (const { subject, partner } of late) {
    const body = { of: subject.object, partner };
    await auditDeed(ports, tx, { actor, action: 'trust.scanLate', object: subject.id, body });
  }
  const isAsked = (await tx.jobs.open('scanArrivals')).some(({ state }) => state !== 'failed');
  if (!isAsked && (await tx.trust.arrivals()).length > 0) await askForArrivals(ports, tx);
  if (!(await policyNow(tx)).policy.isNightly) return;
  const day = formatDate(await businessDay(tx, ports.clock));
  if (!(await tx.jobs.isKnown('scanHistory', day))) await ask(ports, tx, 'scanHistory', day);
}

/** What partners have sent and nobody was asked to take in. What has failed waits until somebody asks again. */
async function askForMessages(ports: Ports, tx: Tx): Promise<void> {
  if ((await tx.jobs.open('takeMessages')).length > 0) return;
  if ((await tx.messages.untaken()).length > 0) await askToTake(ports, tx, systemActor('worker'));
}

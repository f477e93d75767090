import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Caller } from '../access/caller.ts';
import { personOf } from '../agreements/personOf.ts';
import { auditDeed } from '../auditDeed.ts';
import { isTimeZone } from '../companies/isTimeZone.ts';
import { isUuid } from '../isUuid.ts';
import { joinedPorts } from '../joinedStore.ts';
import type { Subscription, SubscriptionStore } from '../ports/subscriptionStore.ts';
import type { Ports, Tx } from '../ports.ts';
import { makeReport } from './makeReport.ts';

/** More than anybody reads. */
const SUBSCRIPTIONS_MAX = 20;

export type NewSubscription = Omit<Subscription, 'id' | 'person' | 'nextAt' | 'timeZone'> & {
  /** Left out: that of our first company. */
  readonly timeZone?: string;
};

export type ListedSubscription = Awaited<ReturnType<SubscriptionStore['list']>>[number];

/** What whoever asks has sent to them, and whether it waits because mails are paused; a program has none. */
export function listSubscriptions(
  ports: Ports,
  { tenant, actor }: Caller,
): Promise<{ readonly rows: readonly ListedSubscription[]; readonly isPaused: boolean }> {
  return ports.store.inTenant(tenant, async (tx) => ({
    rows: actor.kind === 'person' ? await tx.subscriptions.list(actor.id) : [],
    isPaused: (await tx.mailing.mailing()).isPaused,
  }));
}

/**
 * Has a report sent to whoever asks, from its next day on. It is made once, to see that it can be.
 * Refuses: person-needed, time-zone-unknown, subscription-too-many (limit), those of makeReport.
 */
export function subscribeReport(
  ports: Ports,
  { tenant, actor }: Caller,
  { timeZone: wanted, ...said }: NewSubscription,
): Promise<Result<Subscription>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    const timeZone = wanted ?? (await tx.company.all())[0]?.timeZone ?? 'UTC';
    if (!isTimeZone(timeZone)) return refused(refuse('time-zone-unknown', 'timeZone', { timeZone }));
    if ((await tx.subscriptions.list(person.value)).length >= SUBSCRIPTIONS_MAX)
      return refused(refuse('subscription-too-many', 'report', { limit: String(SUBSCRIPTIONS_MAX) }));
    const made = await makeReport(joinedPorts(ports, tenant, tx), tenant, {
      name: said.report,
      filter: said.filter,
    });
    if (!made.ok) return made;
    const now = ports.clock.now();
    const nextAt = await nextSending(tx, now, { timeZone, rhythm: said.rhythm });
    const subscription = { ...said, id: ports.ids.next(), person: person.value, timeZone, nextAt };
    await tx.subscriptions.add(subscription, now);
    const { id, report, filter, format, rhythm } = subscription;
    const body = { report, filter, format, rhythm, timeZone };
    await auditDeed(ports, tx, { actor, action: 'report.subscribe', object: id, body });
    return accept(subscription);
  });
}

/** When it is sent next: in the morning of a Monday, or of the first day of a calendar month. */
export function nextSending(
  tx: Tx,
  now: Date,
  { timeZone, rhythm }: Pick<Subscription, 'timeZone' | 'rhythm'>,
): Promise<Date> {
  return tx.notices.nextMorning(now, timeZone, rhythm === 'weekly' ? 'week' : 'month');
}

/** Refuses: person-needed, subscription-not-found of another one's too. */
export function endSubscription(
  ports: Ports,
  { tenant, actor }: Caller,
  id: string,
): Promise<Result<undefined>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    const isEnded = isUuid(id) && (await tx.subscriptions.end(person.value, id, ports.clock.now()));
    if (!isEnded) return refused(refuse('subscription-not-found', 'id', { id }));
    await auditDeed(ports, tx, { actor, action: 'report.unsubscribe', object: id, body: {} });
    return accept(undefined);
  });
}

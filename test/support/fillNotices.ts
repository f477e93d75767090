import { createHash, randomUUID } from 'node:crypto';
import type { Subscription } from '../../app/ports/subscriptionStore.ts';
import type { Tx } from '../../app/ports.ts';
import { AT } from './facts.ts';

/** A comment that names somebody, whom a notice tells of it, by mail too, with a link that ends such mails. */
export async function fillNotices(tx: Tx, mark: string): Promise<void> {
  const person = randomUUID();
  const place = { kind: 'agreement', id: mark } as const;
  await tx.access.addPerson({ id: person, login: `${mark} told`, name: mark, isActive: true, version: 1 });
  const comment = { id: randomUUID(), place, author: `person:${mark}`, said: mark, at: AT };
  await tx.notices.addComment({ ...comment, mentions: [person] });
  await tx.notices.comment(comment.id);
  const about = { id: randomUUID(), person, kind: 'mentioned', place, about: mark } as const;
  await tx.notices.add({ ...about, deed: randomUUID(), at: AT, mailAt: AT });
  await tx.notices.setChoice(person, { language: 'en', mail: { mentioned: 'now' } }, AT);
  await tx.notices.makeMails(AT, randomUUID);
  for (const { id } of await tx.notices.unsentMails(AT)) {
    await tx.notices.noticesOf(id);
    await tx.notices.lockMail(id);
    await tx.notices.sentMail(id, AT);
  }
  await tx.notices.isMailDue(AT);
  const secret = createHash('sha256').update(`${mark} mail`).digest('hex');
  await tx.notices.addLink(secret, person, AT);
  await tx.notices.personOfLink(secret);
  const { position } = await tx.notices.lockPlace(AT);
  await tx.notices.movePlace(position + 1);
  await tx.notices.nextMorning(AT, 'UTC', 'day');
  await fillViews(tx, mark, person);
  await fillWebhooks(tx, mark);
}

/** An address outside with a secret, an event, and an attempt to tell it there. */
async function fillWebhooks(tx: Tx, mark: string): Promise<void> {
  const [id, event] = [randomUUID(), randomUUID()];
  const hook = { id, version: 1, name: mark, url: `https://example.com/${mark}`, silences: 0 };
  const state = { kinds: ['claim.sent'], state: 'active' } as const;
  await tx.webhooks.add({ ...hook, ...state, createdBy: `person:${mark}`, createdAt: AT });
  await tx.webhooks.lock(id);
  await tx.webhooks.change({ ...hook, ...state, version: 2 }, AT);
  await tx.webhooks.fare({ id, state: 'active', silences: 1, failingSince: AT }, { at: AT, forMs: 1 });
  const sealed = { key: '0123456789abcdef', bytes: Buffer.from(mark) };
  await tx.webhooks.addSecret(id, { number: 1, sealed }, AT);
  await tx.webhooks.endSecrets(id, 1, AT, 1);
  const about = { kind: 'claim.sent', objectKind: 'claim', object: mark, address: mark } as const;
  await tx.webhooks.tell([{ id: event, ...about, sequence: 1, at: AT }], AT);
  await tx.webhooks.again({ webhook: id, event }, AT);
  await tx.webhooks.allAgain({ id, kinds: ['claim.sent'] }, AT, AT);
  for (const delivery of await tx.webhooks.take(id, { now: AT, forMs: 1, limit: 1 })) {
    const attempt = { at: AT, tookMs: 1, outcome: 'refused', status: 500, said: mark } as const;
    await tx.webhooks.record(delivery, attempt, { state: 'failed', waitMs: 0 });
  }
  await tx.webhooks.forget({ now: AT, days: 1 }, 1);
}

/** A view that a person keeps, and a report that is sent to them. */
async function fillViews(tx: Tx, mark: string, person: string): Promise<void> {
  const view = { id: randomUUID(), person, list: 'claims', name: mark, filter: {}, isDefault: true } as const;
  await tx.views.add(view, AT);
  const subscription: Subscription = {
    id: randomUUID(),
    person,
    report: 'liability',
    filter: {},
    format: 'csv',
    rhythm: 'weekly',
    timeZone: 'UTC',
    language: 'en',
    nextAt: AT,
  };
  await tx.subscriptions.add(subscription, AT);
  await tx.subscriptions.isDue(AT);
  await tx.subscriptions.lockDue(AT, []);
  await tx.subscriptions.sent(subscription, { outcome: 'sent', at: AT, nextAt: new Date('2100-01-01') });
}

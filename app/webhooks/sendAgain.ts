import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { TEST_EVENT } from '../../core/webhook/eventKind.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { Delivery, DeliveryPlace } from '../ports/webhookStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { askToSend } from './askToSend.ts';
import { lockedWebhook } from './changeWebhook.ts';

/**
 * Sends something once more, under the same id: whoever has it already can tell. What failed since nobody answered is tried at once.
 * Refuses: webhook-not-found, webhook-delivery-not-found.
 */
export function sendAgain(
  ports: Ports,
  tenant: TenantId,
  place: DeliveryPlace,
  actor: Actor,
): Promise<Result<Delivery>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await lockedWebhook(tx, place.webhook);
    if (!found.ok) return found;
    const isThere = await tx.webhooks.again(place, ports.clock.now());
    if (!isThere) return refused(refuse('webhook-delivery-not-found', 'event', { id: place.event }));
    await sendNow(ports, tx, place.webhook, actor);
    const body = { events: 1, event: place.event };
    await auditDeed(ports, tx, { actor, action: 'webhook.replay', object: place.webhook, body });
    return accept((await tx.webhooks.delivery(place)) as Delivery);
  });
}

/**
 * Sends all of the kinds that an address wants to know of since an instant, in their order: also what happened before it was there.
 * Refuses: webhook-not-found.
 */
export function sendAllAgain(
  ports: Ports,
  tenant: TenantId,
  { webhook, since }: { readonly webhook: string; readonly since: Date },
  actor: Actor,
): Promise<Result<{ readonly events: number }>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await lockedWebhook(tx, webhook);
    if (!found.ok) return found;
    const events = await tx.webhooks.allAgain(found.value, since, ports.clock.now());
    await sendNow(ports, tx, webhook, actor);
    const body = { events, since: since.toISOString() };
    await auditDeed(ports, tx, { actor, action: 'webhook.replay', object: webhook, body });
    return accept({ events });
  });
}

/** Sends an event of which nothing comes, to see whether an address takes it. Refuses: webhook-not-found. */
export function sendTest(
  ports: Ports,
  tenant: TenantId,
  webhook: string,
  actor: Actor,
): Promise<Result<Delivery>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await lockedWebhook(tx, webhook);
    if (!found.ok) return found;
    const [id, at] = [ports.ids.next(), ports.clock.now()];
    const about = { objectKind: 'webhook', object: webhook, address: `/api/v1/webhooks/${webhook}` } as const;
    await tx.webhooks.tellOne(webhook, { id, kind: TEST_EVENT, ...about, sequence: 0, at }, at);
    await sendNow(ports, tx, webhook, actor);
    await auditDeed(ports, tx, { actor, action: 'webhook.test', object: webhook, body: { event: id } });
    return accept((await tx.webhooks.delivery({ webhook, event: id })) as Delivery);
  });
}

/** Whoever asks does not wait for an address that was left alone. */
async function sendNow(ports: Ports, tx: Tx, webhook: string, actor: Actor): Promise<void> {
  const found = await tx.webhooks.get(webhook);
  if (found?.heldUntil !== undefined) await tx.webhooks.fare(found, { at: ports.clock.now(), forMs: 0 });
  await askToSend(ports, tx, webhook, actor);
}

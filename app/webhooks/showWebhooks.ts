import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Delivery, DeliveryAttempt, DeliveryState, Webhook } from '../ports/webhookStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

export type ShownWebhook = {
  readonly webhook: Webhook;
  /** How many deliveries are in which state. */
  readonly counts: Readonly<Record<DeliveryState, number>>;
  /** Until when an earlier secret signs beside the last one. */
  readonly bothUntil?: Date;
};

const NONE: ShownWebhook['counts'] = { waiting: 0, taken: 0, failed: 0 };
const ATTEMPTS_SHOWN = 50;

/** Those that have not ended, by the time they were made. */
export function listWebhooks(ports: Ports, tenant: TenantId): Promise<readonly ShownWebhook[]> {
  return ports.store.inTenant(tenant, async (tx) => {
    const counts = await tx.webhooks.counts();
    const shown: ShownWebhook[] = [];
    for (const webhook of await tx.webhooks.all()) shown.push(await show(ports, tx, webhook, counts));
    return shown;
  });
}

/** Refuses: webhook-not-found. */
export function getWebhook(ports: Ports, tenant: TenantId, id: string): Promise<Result<ShownWebhook>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await knownWebhook(tx, id);
    return found.ok ? accept(await show(ports, tx, found.value, await tx.webhooks.counts())) : found;
  });
}

async function show(
  ports: Ports,
  tx: Tx,
  webhook: Webhook,
  counts: ReadonlyMap<string, ShownWebhook['counts']>,
): Promise<ShownWebhook> {
  const [, earlier] = await tx.webhooks.secrets(webhook.id, ports.clock.now());
  const own = { webhook, counts: counts.get(webhook.id) ?? NONE };
  return { ...own, ...(earlier?.endsAt && { bothUntil: earlier.endsAt }) };
}

/** One that has not ended. Refuses: webhook-not-found. */
export async function knownWebhook(tx: Tx, id: string): Promise<Result<Webhook>> {
  const found = await tx.webhooks.get(id);
  const isThere = found !== undefined && found.state !== 'ended';
  return isThere ? accept(found) : refused(refuse('webhook-not-found', 'id', { id }));
}

export type DeliveryPage = { readonly rows: readonly Delivery[]; readonly hasMore: boolean };

/** What was told at an address or waits to be, the latest first. Refuses: webhook-not-found. */
export function listDeliveries(
  ports: Ports,
  tenant: TenantId,
  {
    webhook,
    limit,
    ...page
  }: {
    readonly webhook: string;
    readonly state?: DeliveryState;
    readonly after?: string;
    readonly limit: number;
  },
): Promise<Result<DeliveryPage>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await knownWebhook(tx, webhook);
    if (!found.ok) return found;
    const rows = await tx.webhooks.deliveries(webhook, { ...page, limit: limit + 1 });
    return accept({ rows: rows.slice(0, limit), hasMore: rows.length > limit });
  });
}

export type ShownDelivery = { readonly delivery: Delivery; readonly attempts: readonly DeliveryAttempt[] };

/** One delivery with its latest attempts. Refuses: webhook-not-found, webhook-delivery-not-found. */
export function getDelivery(
  ports: Ports,
  tenant: TenantId,
  place: { readonly webhook: string; readonly event: string },
): Promise<Result<ShownDelivery>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await knownWebhook(tx, place.webhook);
    if (!found.ok) return found;
    const delivery = await tx.webhooks.delivery(place);
    if (delivery === undefined)
      return refused(refuse('webhook-delivery-not-found', 'event', { id: place.event }));
    return accept({ delivery, attempts: await tx.webhooks.attempts(place, ATTEMPTS_SHOWN) });
  });
}

import { eventBody } from '../../core/webhook/eventBody.ts';
import { heldAfter, STOPPED_AFTER_MS, waitAfter } from '../../core/webhook/nextAttempt.ts';
import { systemActor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { Attempt, Outcome } from '../jobs/attempt.ts';
import type { CourierPorts, Receipt } from '../ports/courier.ts';
import type {
  Delivery,
  DeliveryAttempt,
  Webhook,
  WebhookSecret,
  WebhookStore,
} from '../ports/webhookStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { askToSend } from './askToSend.ts';
import { webhookBound } from './changeWebhook.ts';

/** How many are under way to one address at once, of different things. */
const AT_ONCE = 8;
/** How long a delivery is held by whoever sends it: longer than sending can take. */
const HELD_MS = 60_000;
/** After so many rounds others come first. */
const ROUNDS = 25;

/**
 * Sends what is due at one address. What is sent is held first and marked after, in transactions of their own: none is open while
 * the world is slow, and whoever dies between the two lets it be sent again under the same id. Of one thing, nothing is sent before
 * what happened earlier was taken or given up.
 */
export async function sendWebhooksJob(ports: Ports, tenant: TenantId, attempt: Attempt): Promise<Outcome> {
  const { subject } = attempt.job;
  const all = { ...ports, ...attempt.outside };
  for (let round = 0; round < ROUNDS; round += 1) {
    if (attempt.isStopping()) return 'again';
    if (!(await sendSome(all, tenant, subject))) break;
  }
  await ports.store.inTenant(tenant, async (tx) => {
    const webhook = await tx.webhooks.get(subject);
    const next = webhook?.state === 'active' ? await tx.webhooks.nextDue(subject) : undefined;
    if (next === undefined) return;
    const from = Math.max(next.getTime(), webhook?.heldUntil?.getTime() ?? 0);
    const delayMs = Math.max(0, from - ports.clock.now().getTime());
    await askToSend(ports, tx, subject, systemActor('worker'), delayMs);
  });
  return 'done';
}

type Held = {
  readonly webhook: Webhook;
  readonly deliveries: readonly Delivery[];
  readonly secrets: readonly WebhookSecret[];
  readonly tenantCode: string;
};

/** One round; false where there was nothing to send, or nobody answers. */
async function sendSome(ports: CourierPorts, tenant: TenantId, id: string): Promise<boolean> {
  const held = await hold(ports, tenant, id);
  if (held === undefined || held.deliveries.length === 0) return false;
  const secrets = await opened(ports, tenant, id, held.secrets);
  const tried = await Promise.all(
    held.deliveries.map(async (delivery) => ({
      delivery,
      attempt: secrets === undefined ? unsigned(ports) : await sent(ports, held, delivery, secrets),
    })),
  );
  return mark(ports, tenant, held.webhook, tried);
}

function hold(ports: Ports, tenant: TenantId, id: string): Promise<Held | undefined> {
  return ports.store.inTenant(tenant, async (tx) => {
    const now = ports.clock.now();
    const webhook = await tx.webhooks.lock(id);
    if (webhook?.state !== 'active') return undefined;
    if (webhook.heldUntil !== undefined && webhook.heldUntil > now) return undefined;
    // One that has fallen silent is asked with one of them, whether it is back.
    const limit = webhook.silences > 0 ? 1 : AT_ONCE;
    const deliveries = await tx.webhooks.take(id, { now, forMs: HELD_MS, limit });
    const secrets = await tx.webhooks.secrets(id, now);
    return { webhook, deliveries, secrets, tenantCode: await tx.access.tenantCode() };
  });
}

/** Undefined where one of them cannot be opened: what nobody can check is not sent. */
async function opened(
  { keys }: CourierPorts,
  tenant: TenantId,
  webhook: string,
  secrets: readonly WebhookSecret[],
): Promise<readonly string[] | undefined> {
  const texts: string[] = [];
  for (const { number, sealed } of secrets) {
    const text = await keys.open(sealed, webhookBound(tenant, webhook, number));
    if (!text.ok) return undefined;
    texts.push(text.value);
  }
  return texts.length === 0 ? undefined : texts;
}

type Tried = Omit<DeliveryAttempt, 'number'> & Pick<Receipt, 'againMs'>;

function unsigned({ clock }: Ports): Tried {
  return { at: clock.now(), tookMs: 0, outcome: 'unsigned', said: '' };
}

async function sent(
  { clock, courier }: CourierPorts,
  { webhook, tenantCode }: Held,
  { event }: Delivery,
  secrets: readonly string[],
): Promise<Tried> {
  const at = clock.now();
  const body = eventBody({ ...event, at: event.at.toISOString() }, tenantCode);
  return { at, ...(await courier.send({ url: webhook.url, id: event.id, at, body, secrets })) };
}

type Marked = { readonly delivery: Delivery; readonly attempt: Tried };

function mark(ports: Ports, tenant: TenantId, { id }: Webhook, tried: readonly Marked[]): Promise<boolean> {
  return ports.store.inTenant(tenant, async (tx) => {
    const webhook = await tx.webhooks.lock(id);
    for (const { delivery, attempt } of tried) {
      const { againMs: _, ...written } = attempt;
      await tx.webhooks.record(delivery, written, leftBy(delivery, attempt));
    }
    if (webhook?.state !== 'active') return false;
    const at = ports.clock.now();
    const fared = faredBy(webhook, tried, at);
    await tx.webhooks.fare(fared, { at, forMs: fared.heldMs });
    if (fared.state === 'stopped') {
      const body = { name: webhook.name, since: (webhook.failingSince ?? at).toISOString() };
      await auditDeed(ports, tx, { actor: systemActor('worker'), action: 'webhook.stop', object: id, body });
    }
    return fared.state === 'active' && fared.heldMs === 0;
  });
}

function leftBy({ attempts }: Delivery, { outcome }: Tried): Parameters<WebhookStore['record']>[2] {
  if (outcome === 'taken') return { state: 'taken', waitMs: 0 };
  const waitMs = waitAfter(attempts);
  return waitMs === undefined ? { state: 'failed', waitMs: 0 } : { state: 'waiting', waitMs };
}

const GONE = 410;

/**
 * How an address fares after a round. One that answers nobody is left alone for longer each time; one at which nothing was taken for
 * days, or that says it is gone, is stopped.
 */
function faredBy(webhook: Webhook, tried: readonly Marked[], now: Date) {
  const { id } = webhook;
  const attempts = tried.map(({ attempt }) => attempt);
  if (attempts.some(({ status }) => status === GONE))
    return {
      id,
      state: 'stopped' as const,
      silences: webhook.silences,
      failingSince: webhook.failingSince ?? now,
      heldMs: 0,
    };
  const askedMs = Math.max(0, ...attempts.map(({ againMs }) => againMs ?? 0));
  if (attempts.some(({ outcome }) => outcome === 'taken'))
    return { id, state: 'active' as const, silences: 0, heldMs: askedMs };
  const failingSince = webhook.failingSince ?? now;
  const isOver = now.getTime() - failingSince.getTime() >= STOPPED_AFTER_MS;
  const isSilent = attempts.every(({ status }) => status === undefined);
  const silences = isSilent ? webhook.silences + 1 : 0;
  const heldMs = Math.max(askedMs, isSilent ? heldAfter(silences) : 0);
  return { id, state: isOver ? ('stopped' as const) : ('active' as const), silences, failingSince, heldMs };
}

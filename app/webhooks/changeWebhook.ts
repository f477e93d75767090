import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { EventKind } from '../../core/webhook/eventKind.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { lockSettings } from '../companies/lockSettings.ts';
import type { Courier, CourierPorts } from '../ports/courier.ts';
import type { Webhook } from '../ports/webhookStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { sameVersion } from '../sameVersion.ts';
import { askToSend } from './askToSend.ts';

export const WEBHOOKS_MAX = 50;

export type NewWebhook = {
  readonly name: string;
  readonly url: string;
  readonly kinds: readonly EventKind[];
};

/** The address with its secret: the only time that anybody sees it. */
export type MadeWebhook = { readonly webhook: Webhook; readonly secret: string };

/**
 * Has an address told of what happens from now on. What signs is made here, sealed, and shown this once.
 * Refuses: webhook-address-invalid, webhook-address-not-https, webhook-address-private (url), webhook-too-many, key-ring-invalid.
 */
export async function createWebhook(
  ports: CourierPorts,
  tenant: TenantId,
  { name, url, kinds }: NewWebhook,
  actor: Actor,
): Promise<Result<MadeWebhook>> {
  const address = addressOf(ports.courier, url);
  if (!address.ok) return address;
  const [id, secret] = [ports.ids.next(), ports.courier.newSecret()];
  const sealed = await ports.keys.seal(secret, webhookBound(tenant, id, 1));
  if (!sealed.ok) return sealed;
  return ports.store.inTenant(tenant, async (tx) => {
    await lockSettings(tx);
    if ((await tx.webhooks.all()).length >= WEBHOOKS_MAX) {
      return refused(refuse('webhook-too-many', '', { max: String(WEBHOOKS_MAX) }));
    }
    const at = ports.clock.now();
    const webhook: Webhook = {
      ...{
        id,
        version: 1,
        name,
        url: address.value,
        kinds: [...new Set(kinds)],
        state: 'active',
        silences: 0,
      },
      ...{ createdBy: actorText(actor), createdAt: at },
    };
    await tx.webhooks.add(webhook);
    await tx.webhooks.addSecret(id, { number: 1, sealed: sealed.value }, at);
    await audit(ports, tx, { actor, action: 'webhook.create', webhook });
    return accept({ webhook, secret });
  });
}

export type WebhookChange = NewWebhook & {
  readonly id: string;
  readonly state: 'active' | 'paused';
  /** The version that the changer has seen. */
  readonly seen: string;
};

/**
 * Changes what is told where, or whether it is. What waited while it was paused or stopped is told when it is active again, in its order.
 * Refuses: those of an address as createWebhook does, webhook-not-found, version-differs.
 */
export async function changeWebhook(
  ports: CourierPorts,
  tenant: TenantId,
  { id, seen, url, ...wanted }: WebhookChange,
  actor: Actor,
): Promise<Result<Webhook>> {
  const address = addressOf(ports.courier, url);
  if (!address.ok) return address;
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await lockedWebhook(tx, id);
    if (!found.ok) return found;
    const same = sameVersion(seen, String(found.value.version));
    if (!same.ok) return same;
    const kinds = [...new Set(wanted.kinds)];
    const changed = { ...found.value, ...wanted, kinds, url: address.value };
    return accept(await writeChange(ports, tx, changed, actor));
  });
}

/**
 * Pauses one, or lets it go on; or all of them: then those that are active are paused, or those go on that are paused. Gives what was changed.
 * Refuses: webhook-not-found.
 */
export function setWebhookStates(
  ports: Ports,
  tenant: TenantId,
  { id, state }: { readonly id: string | undefined; readonly state: 'active' | 'paused' },
  actor: Actor,
): Promise<Result<readonly Webhook[]>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const others = (await tx.webhooks.all()).filter((one) => one.state === OTHER_STATE[state]);
    const changed: Webhook[] = [];
    for (const one of id === undefined ? others.map((other) => other.id) : [id]) {
      const found = await lockedWebhook(tx, one);
      if (!found.ok) return found;
      if (found.value.state !== state)
        changed.push(await writeChange(ports, tx, { ...found.value, state }, actor));
    }
    return accept(changed);
  });
}

const OTHER_STATE = { active: 'paused', paused: 'active' } as const;

/** Whoever changes something begins anew with it. */
async function writeChange(
  ports: Ports,
  tx: Tx,
  { failingSince: _, heldUntil: __, ...changed }: Webhook,
  actor: Actor,
): Promise<Webhook> {
  const webhook = { ...changed, version: changed.version + 1, silences: 0 };
  const at = ports.clock.now();
  await tx.webhooks.change(webhook, at);
  await tx.webhooks.fare(webhook, { at, forMs: 0 });
  await audit(ports, tx, { actor, action: 'webhook.change', webhook });
  if (webhook.state === 'active') await askToSend(ports, tx, webhook.id, actor);
  return webhook;
}

/** Nothing is told there any more, and what waits never is. Refuses: webhook-not-found. */
export function endWebhook(
  ports: Ports,
  tenant: TenantId,
  id: string,
  actor: Actor,
): Promise<Result<undefined>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await lockedWebhook(tx, id);
    if (!found.ok) return found;
    const webhook = { ...found.value, state: 'ended' as const, version: found.value.version + 1 };
    const at = ports.clock.now();
    await tx.webhooks.change(webhook, at);
    await tx.webhooks.endSecrets(id, (await tx.webhooks.lastSecret(id)) + 1, at, 0);
    await audit(ports, tx, { actor, action: 'webhook.end', webhook });
    return accept(undefined);
  });
}

/** How long an old secret signs beside the new one. */
const BOTH_SIGN_MS = 24 * 60 * 60 * 1000;

/** The new secret, shown this once, and until when the old one signs as well. */
export type RotatedSecret = { readonly secret: string; readonly bothUntil: Date };

/**
 * A new secret; for a day what is sent is signed with the old one, too, so that nothing that checks signatures ever stops.
 * Refuses: webhook-not-found, key-ring-invalid.
 */
export function rotateSecret(
  ports: CourierPorts,
  tenant: TenantId,
  id: string,
  actor: Actor,
): Promise<Result<RotatedSecret>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await lockedWebhook(tx, id);
    if (!found.ok) return found;
    const number = (await tx.webhooks.lastSecret(id)) + 1;
    const secret = ports.courier.newSecret();
    const sealed = await ports.keys.seal(secret, webhookBound(tenant, id, number));
    if (!sealed.ok) return sealed;
    const at = ports.clock.now();
    const bothUntil = await tx.webhooks.endSecrets(id, number, at, BOTH_SIGN_MS);
    await tx.webhooks.addSecret(id, { number, sealed: sealed.value }, at);
    await auditDeed(ports, tx, { actor, action: 'webhook.secret', object: id, body: { number } });
    return accept({ secret, bothUntil });
  });
}

/** What a secret is sealed for. */
export function webhookBound(tenant: TenantId, webhook: string, number: number): string {
  return `webhook ${tenant} ${webhook} ${number}`;
}

/** One that has not ended, locked. Refuses: webhook-not-found. */
export async function lockedWebhook(tx: Tx, id: string): Promise<Result<Webhook>> {
  const found = await tx.webhooks.lock(id);
  const isThere = found !== undefined && found.state !== 'ended';
  return isThere ? accept(found) : refused(refuse('webhook-not-found', 'id', { id }));
}

function addressOf(courier: Courier, url: string): Result<string> {
  const why = courier.faultOf(url);
  return why === undefined ? accept(url) : refused(refuse(why, 'url', { url }));
}

function audit(
  ports: Ports,
  tx: Tx,
  { actor, action, webhook }: { readonly actor: Actor; readonly action: string; readonly webhook: Webhook },
): Promise<void> {
  const { id: object, name, url, kinds, state } = webhook;
  return auditDeed(ports, tx, { actor, action, object, body: { name, url, kinds, state } });
}

import { accept, type Result } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { lockSettings } from '../companies/lockSettings.ts';
import type { Mailing } from '../ports/mailingStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { sameVersion } from '../sameVersion.ts';

export function getMailing(ports: Ports, tenant: TenantId): Promise<Mailing> {
  return ports.store.inTenant(tenant, (tx) => tx.mailing.mailing());
}

export type MailingChange = {
  readonly isPaused: boolean;
  /** The version that the changer has seen; a command has looked at none. */
  readonly seen?: string;
};

/**
 * Pauses what goes out by mail by itself, or lets it go on: then what has waited goes out, to each person in one mail. What somebody asks
 * for, such as a new password, goes out in any case. Refuses: version-differs.
 */
export function setMailing(
  ports: Ports,
  tenant: TenantId,
  { isPaused, seen }: MailingChange,
  actor: Actor,
): Promise<Result<Mailing>> {
  return ports.store.inTenant(tenant, async (tx) => {
    await lockSettings(tx);
    const before = await tx.mailing.mailing();
    const same = seen === undefined ? accept(true) : sameVersion(seen, String(before.version));
    if (!same.ok) return same;
    if (before.isPaused === isPaused) return accept(before);
    const mailing = { version: before.version + 1, isPaused, setAt: ports.clock.now() };
    await tx.mailing.set(mailing, actorText(actor));
    await audit(ports, tx, mailing, actor);
    return accept(mailing);
  });
}

/** Writes into the trail that mails were paused where a backup was put back, before any went out from there. */
export async function recordMailingPaused(ports: Ports, tenant: TenantId, actor: Actor): Promise<void> {
  await ports.store.inTenant(tenant, async (tx) => {
    await audit(ports, tx, await tx.mailing.mailing(), actor, { restored: true });
  });
}

function audit(
  ports: Ports,
  tx: Tx,
  { version, isPaused }: Mailing,
  actor: Actor,
  why: { readonly restored?: true } = {},
): Promise<void> {
  const body = { state: isPaused ? 'paused' : 'active', ...why };
  return auditDeed(ports, tx, { actor, action: 'mailing.set', object: String(version), body });
}

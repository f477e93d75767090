import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { lockSettings } from '../companies/lockSettings.ts';
import type { Ports, TenantId } from '../ports.ts';
import { sameVersion } from '../sameVersion.ts';
import { RETENTION, type RetentionKind, type RetentionRules } from './retention.ts';

export function getRetention(ports: Ports, tenant: TenantId): Promise<RetentionRules> {
  return ports.store.inTenant(tenant, (tx) => tx.retention.rules());
}

export type RetentionChange = {
  readonly kind: RetentionKind;
  /** Undefined: as long as the program says. */
  readonly days: number | undefined;
  /** The version that the changer has seen; a command has looked at none. */
  readonly seen?: string;
};

/** Says how long one kind is kept; the next round of the worker lets go of what is past. Refuses: retention-out-of-bounds, version-differs. */
export async function setRetention(
  ports: Ports,
  tenant: TenantId,
  { kind, days, seen }: RetentionChange,
  actor: Actor,
): Promise<Result<RetentionRules>> {
  const { least, most } = RETENTION[kind];
  if (days !== undefined && !(Number.isInteger(days) && days >= least && days <= most)) {
    const facts = { kind, days: String(days), least: String(least), most: String(most) };
    return refused(refuse('retention-out-of-bounds', 'days', facts));
  }
  return ports.store.inTenant(tenant, async (tx) => {
    await lockSettings(tx);
    const before = await tx.retention.rules();
    const same = seen === undefined ? accept(true) : sameVersion(seen, String(before.version));
    if (!same.ok) return same;
    if (before.days[kind] === days) return accept(before);
    const wanted = new Map(Object.entries(before.days));
    wanted.delete(kind);
    if (days !== undefined) wanted.set(kind, days);
    const rules = { version: before.version + 1, days: Object.fromEntries(wanted), setAt: ports.clock.now() };
    await tx.retention.set(rules, actorText(actor));
    const body = { kind, from: before.days[kind] ?? null, to: days ?? null };
    await auditDeed(ports, tx, { actor, action: 'retention.set', object: kind, body });
    return accept(rules);
  });
}

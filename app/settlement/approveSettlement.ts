import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { withinGrant } from '../access/withinGrant.ts';
import type { Actor } from '../actor.ts';
import { personOf } from '../agreements/personOf.ts';
import { auditDeed } from '../auditDeed.ts';
import type { StoredSettlement } from '../ports/settlementStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { settlementNotHeld } from '../trust/holdsOn.ts';
import { lockedSettlement } from './lockedSettlement.ts';

/** A level that was given, and those that are still missing, in order. */
export type ApprovedSettlement = {
  readonly id: string;
  readonly level: string;
  readonly missing: readonly string[];
};

/**
 * Gives the next level of approval. Whoever has proposed a settlement, or has approved it on another
 * level, does not. With the last level it can be issued.
 * Refuses: person-needed, those of lockedSettlement, approver-is-author, approver-repeated,
 * approver-not-named, those of withinGrant and settlementNotHeld.
 */
export function approveSettlement(
  ports: Ports,
  tenant: TenantId,
  { actor, id }: { readonly actor: Actor; readonly id: string },
): Promise<Result<ApprovedSettlement>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    const locked = await lockedSettlement(tx, id, 'approve');
    if (!locked.ok) return locked;
    const { settlement } = locked.value;
    const free = await settlementNotHeld(tx, settlement);
    if (!free.ok) return free;
    const next = await nextLevel(tx, settlement, person.value);
    if (!next.ok) return next;
    const { company, currency, grossMinor: minor } = settlement;
    const deed = { scope: 'settlements:approve', company, amount: { minor, currency } } as const;
    const reaches = await withinGrant(tx, actor, deed);
    if (!reaches.ok) return reaches;
    const { level, missing } = next.value;
    await tx.settlements.approve(id, { person: person.value, level, at: ports.clock.now() });
    if (missing.length === 0) await tx.settlements.move(id, locked.value.after);
    const body = { level, missing: missing.length };
    await auditDeed(ports, tx, { actor, action: 'settlement.approve', object: id, body });
    return accept({ id, level, missing });
  });
}

/** The level that is next, if this person may give it. */
async function nextLevel(
  tx: Tx,
  { id, levels }: StoredSettlement,
  person: string,
): Promise<Result<{ readonly level: string; readonly missing: readonly string[] }>> {
  const parts = await tx.settlements.parts(id);
  const own = parts.find((part) => part.person === person);
  if (own !== undefined) {
    return refused(refuse(own.level === undefined ? 'approver-is-author' : 'approver-repeated', 'actor'));
  }
  const open = levels.filter((level) => !parts.some((part) => part.level === level.id));
  const [next, ...later] = open;
  if (next === undefined) throw new Error(`Fault: settlement ${id} has every approval`);
  if (next.approvers !== 'anyone' && !next.approvers.includes(person)) {
    return refused(refuse('approver-not-named', 'actor', { level: next.id }));
  }
  return accept({ level: next.id, missing: later.map((level) => level.id) });
}

/**
 * Takes a settlement back before it is issued; what it had on it is settled by a later run.
 * Refuses: person-needed, reason-missing, those of lockedSettlement.
 */
export function rejectSettlement(
  ports: Ports,
  tenant: TenantId,
  { actor, id, reason }: { readonly actor: Actor; readonly id: string; readonly reason: string },
): Promise<Result<{ readonly id: string }>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    if (reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
    const locked = await lockedSettlement(tx, id, 'reject');
    if (!locked.ok) return locked;
    await tx.settlements.move(id, locked.value.after);
    await auditDeed(ports, tx, { actor, action: 'settlement.reject', object: id, body: { reason } });
    return accept({ id });
  });
}

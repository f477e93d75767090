import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { withinGrant } from '../access/withinGrant.ts';
import { type Actor, actorText } from '../actor.ts';
import { personOf } from '../agreements/personOf.ts';
import { auditDeed } from '../auditDeed.ts';
import { businessDay } from '../businessDay.ts';
import type { AdjustmentDecision, StoredAdjustment } from '../ports/adjustmentStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { adjustmentOf, lockedProposal, takenBack } from './lockedAdjustment.ts';

type Verdict = { readonly id: string; readonly actor: Actor };

/**
 * A second person says yes: from now on the amount is known, and the next calculation books it with its own cause.
 * Refuses: person-needed, those of lockedProposal, approver-is-author, those of withinGrant and takenBack,
 * known-day-backwards.
 */
export function approveAdjustment(
  ports: Ports,
  tenant: TenantId,
  { id, actor }: Verdict,
): Promise<Result<StoredAdjustment>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    const locked = await lockedProposal(tx, id);
    if (!locked.ok) return locked;
    const { author, withdraws } = locked.value;
    if (author === actorText(actor)) return refused(refuse('approver-is-author', 'actor'));
    const { currency, parts } = locked.value;
    const minor = parts.reduce((sum, part) => sum + (part.minor < 0n ? -part.minor : part.minor), 0n);
    const reaches = await withinGrant(tx, actor, {
      scope: 'agreements:approve',
      amount: { minor, currency },
    });
    if (!reaches.ok) return reaches;
    const today = await businessDay(tx, ports.clock);
    if (withdraws !== undefined) {
      const first = await adjustmentOf(tx, withdraws);
      const possible = first.ok ? await takenBack(tx, first.value, today) : first;
      if (!possible.ok) return possible;
    }
    const at = ports.clock.now();
    const batch = await tx.batches.take('adjustments', today, at);
    if (!batch.ok) return batch;
    const decision = { is: 'approved' as const, by: actorText(actor), at, reason: '', batch: batch.value };
    return accept(await decide(ports, tx, locked.value, decision, actor));
  });
}

/**
 * Says no, with a reason; whoever has proposed it may do so as well.
 * Refuses: person-needed, reason-missing, those of lockedProposal.
 */
export function rejectAdjustment(
  ports: Ports,
  tenant: TenantId,
  { id, actor, reason }: Verdict & { readonly reason: string },
): Promise<Result<StoredAdjustment>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    if (reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
    const locked = await lockedProposal(tx, id);
    if (!locked.ok) return locked;
    const by = { by: actorText(actor), at: ports.clock.now(), reason: reason.trim() };
    return accept(await decide(ports, tx, locked.value, { is: 'rejected', ...by }, actor));
  });
}

async function decide(
  ports: Ports,
  tx: Tx,
  adjustment: StoredAdjustment,
  decision: AdjustmentDecision,
  actor: Actor,
): Promise<StoredAdjustment> {
  await tx.adjustments.decide(adjustment, decision);
  const { is, reason, batch = null } = decision;
  const action = is === 'approved' ? 'adjustment.approve' : 'adjustment.reject';
  await auditDeed(ports, tx, { actor, action, object: adjustment.id, body: { reason, known: batch } });
  return { ...adjustment, decision };
}

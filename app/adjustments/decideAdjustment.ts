import { formatDate } from '../../core/calendar/localDate.ts';
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
 * adjustment-place-unknown, known-day-backwards.
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
    // A version that is being made at this moment is waited for, and seen.
    await tx.batches.lock();
    const placed = await placeStands(tx, locked.value);
    if (!placed.ok) return placed;
    const at = ports.clock.now();
    const batch = await tx.batches.take('adjustments', today, at);
    if (!batch.ok) return batch;
    const decision = { is: 'approved' as const, by: actorText(actor), at, reason: '', batch: batch.value };
    return accept(await decide(ports, tx, locked.value, decision, actor));
  });
}

/** The term may have gone since it was proposed. Refuses: adjustment-place-unknown. */
async function placeStands(
  tx: Tx,
  { agreement, term, currency, parts }: StoredAdjustment,
): Promise<Result<true>> {
  const stored = await tx.agreements.knownAt(agreement, await tx.batches.last());
  const isThere = stored?.agreement.terms.some(({ id }) => id === term);
  if (isThere && stored?.agreement.currency === currency) return accept(true);
  const firstDay = formatDate(parts[0]?.window.from ?? 0);
  return refused(refuse('adjustment-place-unknown', 'id', { term, firstDay, windows: '–' }));
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

import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { withinGrant } from '../access/withinGrant.ts';
import { type Actor, actorText } from '../actor.ts';
import { personOf } from '../agreements/personOf.ts';
import { auditDeed } from '../auditDeed.ts';
import type { PaymentRun } from '../ports/paymentStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { lockedRun } from './lockedRun.ts';
import { runNotHeld } from './runNotHeld.ts';
import { takeBack } from './takeBack.ts';

type RunDeed = { readonly id: string; readonly actor: Actor };

/**
 * One approval by one person; with the last one that the rules wanted when it was proposed the run is
 * approved. Two persons at once are two approvals, and one person twice is one.
 * Refuses: person-needed, payment-run-not-found, payment-run-out-of-place, approver-is-author, approver-repeated,
 * those of withinGrant and runNotHeld.
 */
export function approveRun(
  ports: Ports,
  tenant: TenantId,
  { id, actor }: RunDeed,
): Promise<Result<{ readonly id: string; readonly state: PaymentRun['state']; readonly missing: number }>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    const run = await lockedRun(tx, id, ['proposed']);
    if (!run.ok) return run;
    const { author, approvers, approvals } = run.value;
    const by = actorText(actor);
    if (author === by) return refused(refuse('approver-is-author', 'actor'));
    if (approvers.some((approver) => approver.person === by))
      return refused(refuse('approver-repeated', 'actor'));
    const { company, currency, total: minor } = run.value;
    const deed = { scope: 'payments:approve', company, amount: { minor, currency } } as const;
    const reaches = await withinGrant(tx, actor, deed);
    if (!reaches.ok) return reaches;
    const free = await runNotHeld(tx, id);
    if (!free.ok) return free;
    await tx.payments.approve(id, by, ports.clock.now());
    const missing = approvals - approvers.length - 1;
    if (missing === 0) await tx.payments.moveRun(id, 'approved');
    await auditDeed(ports, tx, { actor, action: 'paymentRun.approve', object: id, body: { missing } });
    return accept({ id, state: missing === 0 ? 'approved' : 'proposed', missing });
  });
}

/**
 * Gives a run up before it is sent: what it would have paid is open again.
 * Refuses: reason-missing, payment-run-not-found, payment-run-out-of-place.
 */
export function withdrawRun(
  ports: Ports,
  tenant: TenantId,
  { id, actor, reason }: RunDeed & { readonly reason: string },
): Promise<Result<{ readonly id: string; readonly state: 'withdrawn' }>> {
  return ports.store.inTenant(tenant, async (tx) => {
    if (reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
    const run = await lockedRun(tx, id, ['proposed', 'approved']);
    if (!run.ok) return run;
    for (const instruction of await tx.payments.instructionsOf(id)) {
      await takeBack(tx, instruction, instruction.minor);
    }
    await tx.payments.moveRun(id, 'withdrawn');
    await auditDeed(ports, tx, { actor, action: 'paymentRun.withdraw', object: id, body: { reason } });
    return accept({ id, state: 'withdrawn' });
  });
}

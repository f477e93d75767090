import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { withinGrant } from '../access/withinGrant.ts';
import { type Actor, actorText } from '../actor.ts';
import { personOf } from '../agreements/personOf.ts';
import { auditDeed } from '../auditDeed.ts';
import { isUuid } from '../isUuid.ts';
import type { EntryDeed, ShownEntry } from '../ports/bankEntryStore.ts';
import type { StoredInstruction } from '../ports/paymentStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { wholeOrNothing } from '../wholeOrNothing.ts';
import { applyEntry, bookable, newsOfEntry } from './matchEntry.ts';

export type Assignment = {
  readonly entry: string;
  /** These payments; or those of a run that were not rejected. */
  readonly payments?: readonly string[];
  readonly run?: string;
  readonly reason: string;
  readonly actor: Actor;
};

/**
 * Says to which payments an entry belongs that waits. Nothing moves before another person has approved it.
 * Refuses: bank-entry-not-found, bank-entry-not-waiting, bank-entry-proposed, payment-not-found, those of newsOfEntry.
 */
export function assignEntry(
  ports: Ports,
  tenant: TenantId,
  { entry: id, actor, reason, ...asked }: Assignment,
): Promise<Result<ShownEntry>> {
  return wholeOrNothing(ports, tenant, async (tx) => {
    const waiting = await waitingEntry(tx, id);
    if (!waiting.ok) return waiting;
    if (waiting.value.proposal !== undefined) return refused(refuse('bank-entry-proposed', 'id', { id }));
    const payments = await paymentsAsked(tx, asked);
    if (!payments.ok) return payments;
    const told = await newsOfEntry(tx, waiting.value, payments.value, actor);
    if (!told.ok) return told;
    return write(ports, tx, waiting.value, {
      ...{ kind: 'proposed', payments: payments.value.map((one) => one.id), reason, actor },
    });
  });
}

/**
 * Approves or rejects what another person has proposed for an entry; approved, it moves the payments.
 * Refuses: person-needed, bank-entry-not-found, bank-entry-not-waiting, bank-entry-not-proposed, approver-is-author,
 * those of newsOfEntry and withinGrant.
 */
export function decideEntry(
  ports: Ports,
  tenant: TenantId,
  {
    entry: id,
    is,
    reason,
    actor,
  }: {
    readonly entry: string;
    readonly is: 'approved' | 'rejected';
    readonly reason: string;
    readonly actor: Actor;
  },
): Promise<Result<ShownEntry>> {
  return wholeOrNothing(ports, tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    const waiting = await waitingEntry(tx, id);
    if (!waiting.ok) return waiting;
    const { proposal } = waiting.value;
    if (proposal === undefined) return refused(refuse('bank-entry-not-proposed', 'id', { id }));
    if (proposal.actor === actorText(actor)) return refused(refuse('approver-is-author', 'actor'));
    if (is === 'approved') {
      const { minor, currency } = waiting.value;
      const reaches = await withinGrant(tx, actor, {
        scope: 'payments:approve',
        amount: { minor, currency },
      });
      if (!reaches.ok) return reaches;
      const payments = await paymentsAsked(tx, { payments: proposal.payments });
      if (!payments.ok) return payments;
      const done = await applyEntry(ports, tx, waiting.value, payments.value, actor);
      if (!done.ok) return done;
      await tx.bankEntries.settle(id, '');
    }
    return write(ports, tx, waiting.value, { kind: is, payments: [], reason, actor });
  });
}

/**
 * Says that an entry is none of ours, and why: it waits no more, and moves nothing.
 * Refuses: reason-missing, bank-entry-not-found, bank-entry-not-waiting, bank-entry-proposed.
 */
export function dismissEntry(
  ports: Ports,
  tenant: TenantId,
  { entry: id, reason, actor }: { readonly entry: string; readonly reason: string; readonly actor: Actor },
): Promise<Result<ShownEntry>> {
  return wholeOrNothing(ports, tenant, async (tx) => {
    if (reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
    const waiting = await waitingEntry(tx, id);
    if (!waiting.ok) return waiting;
    if (waiting.value.proposal !== undefined) return refused(refuse('bank-entry-proposed', 'id', { id }));
    await tx.bankEntries.dismiss(id);
    return write(ports, tx, waiting.value, { kind: 'dismissed', payments: [], reason, actor });
  });
}

async function waitingEntry(tx: Tx, id: string): Promise<Result<ShownEntry>> {
  const entry = isUuid(id) ? await tx.bankEntries.lock(id) : undefined;
  if (entry === undefined) return refused(refuse('bank-entry-not-found', 'id', { id }));
  const { state } = entry;
  return state === 'waits' ? accept(entry) : refused(refuse('bank-entry-not-waiting', 'id', { id, state }));
}

async function paymentsAsked(
  tx: Tx,
  { payments = [], run }: Pick<Assignment, 'payments' | 'run'>,
): Promise<Result<readonly StoredInstruction[]>> {
  if (run !== undefined) {
    const all = isUuid(run) ? await tx.payments.instructionsOf(run) : [];
    return accept(bookable(all));
  }
  const found: StoredInstruction[] = [];
  for (const id of new Set(payments)) {
    const payment = isUuid(id) ? await tx.payments.instruction(id) : undefined;
    if (payment === undefined) return refused(refuse('payment-not-found', 'payments', { id }));
    found.push(payment);
  }
  return accept(found);
}

type NewDeed = Pick<EntryDeed, 'kind' | 'payments' | 'reason'> & { readonly actor: Actor };

async function write(ports: Ports, tx: Tx, { id }: ShownEntry, deed: NewDeed): Promise<Result<ShownEntry>> {
  const { kind, payments, reason, actor } = deed;
  await tx.bankEntries.write(id, { ...deed, actor: actorText(actor), at: ports.clock.now() });
  await auditDeed(ports, tx, { actor, action: `bankEntry.${kind}`, object: id, body: { payments, reason } });
  const now = await tx.bankEntries.lock(id);
  if (now === undefined) throw new Error(`Fault: the entry ${id} is gone`);
  return accept(now);
}

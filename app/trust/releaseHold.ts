import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { isHeldObject } from '../../core/trust/policy.ts';
import type { Subject } from '../../core/trust/subject.ts';
import { type Actor, actorText } from '../actor.ts';
import { personOf } from '../agreements/personOf.ts';
import { isUuid } from '../isUuid.ts';
import type { StoredCase } from '../ports/trustStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { bankChangeOf } from './holdsOn.ts';
import { caseFor, writeCaseEvent } from './lockedCase.ts';
import { policyNow } from './trustPolicy.ts';

type HoldDeed = { readonly id: string; readonly reason: string; readonly actor: Actor };

/**
 * Holds what a case is about by hand, whatever its risk: nothing of it is granted, settled or paid until it is released.
 * Refuses: person-needed, reason-missing, trust-case-not-found, trust-case-decided, trust-case-held, trust-object-not-held.
 */
export function holdCase(
  ports: Ports,
  tenant: TenantId,
  { id, reason, actor }: HoldDeed,
): Promise<Result<StoredCase>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    if (reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
    const found = await caseFor(tx, id, 'held');
    if (!found.ok) return found;
    const { case: before, after: stands } = found.value;
    if (!isHeldObject(before.subject.object)) return refused(refuse('trust-object-not-held', 'id'));
    const event = { kind: 'held', actor, said: reason.trim(), stands } as const;
    return accept(await writeCaseEvent(ports, tx, before, event));
  });
}

/**
 * Lets go of what a decided case holds. Where the policy wants four eyes, whoever put it on hold, decided the case or has made
 * what is held does not.
 * Refuses: person-needed, reason-missing, trust-case-not-found, trust-case-not-held, trust-case-undecided, trust-release-own.
 */
export function releaseHold(
  ports: Ports,
  tenant: TenantId,
  { id, reason, actor }: HoldDeed,
): Promise<Result<StoredCase>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    if (reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
    const found = await caseFor(tx, id, 'released');
    if (!found.ok) return found;
    const { case: before, after: stands } = found.value;
    const { policy } = await policyNow(tx);
    if (policy.fourEyes && (await hasPart(tx, before, actorText(actor))))
      return refused(refuse('trust-release-own', 'actor'));
    const event = { kind: 'released', actor, said: reason.trim(), stands } as const;
    return accept(await writeCaseEvent(ports, tx, before, event));
  });
}

async function hasPart(tx: Tx, { id, subject }: StoredCase, who: string): Promise<boolean> {
  const events = await tx.trust.events(id);
  if (events.some(({ kind, actor }) => (kind === 'held' || kind === 'decided') && actor === who)) return true;
  return (await makersOf(tx, subject)).includes(who);
}

/** Who has made what is held, and so may gain by its release. */
async function makersOf(tx: Tx, { object, id }: Subject): Promise<readonly string[]> {
  if (object === 'bankChange') {
    const { partner, batch } = bankChangeOf(id);
    const changes = await tx.bankAccounts.knownAt(partner, Number.MAX_SAFE_INTEGER);
    return changes.flatMap((change) => (change.batch === batch && change.said ? [change.said.by] : []));
  }
  if (!isUuid(id)) return [];
  if (object === 'claim') {
    const sent = await tx.audit.list({ object: id, action: 'claim.sent', limit: 1 });
    return sent.map(({ entry }) => entry.actor);
  }
  if (object === 'settlement') {
    const settlement = await tx.settlements.get(id);
    return settlement === undefined ? [] : [actorText(settlement.author)];
  }
  const instruction = object === 'payment' ? await tx.payments.instruction(id) : undefined;
  const run = instruction && (await tx.payments.run(instruction.run));
  return run === undefined ? [] : [run.author];
}

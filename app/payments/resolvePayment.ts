import type { PaymentState } from '../../core/payment/paymentState.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText, systemActor } from '../actor.ts';
import { personOf } from '../agreements/personOf.ts';
import { auditDeed } from '../auditDeed.ts';
import { businessDay } from '../businessDay.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { wholeOrNothing } from '../wholeOrNothing.ts';
import { hearNews } from './hearNews.ts';
import { paymentRulesNow } from './paymentRules.ts';

export type Resolution = {
  readonly id: string;
  readonly is: 'confirm' | 'reject';
  /** What the bank has said, and who asked it. */
  readonly reason: string;
  readonly actor: Actor;
};

/**
 * What a person has found out of a payment that no bank has spoken of. Rejected, its settlement is open again
 * and would be paid once more, so whoever has sent it does not say so.
 * Refuses: person-needed, reason-missing, payment-not-found, payment-sender-has-part, those of hearNews.
 */
export function resolvePayment(
  ports: Ports,
  tenant: TenantId,
  { id, is, reason, actor }: Resolution,
): Promise<Result<{ readonly id: string; readonly state: PaymentState }>> {
  return wholeOrNothing(ports, tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    if (reason.trim() === '') return refused(refuse('reason-missing', 'reason'));
    const instruction = await tx.payments.instruction(id);
    if (instruction === undefined) return refused(refuse('payment-not-found', 'payment', { id }));
    const run = await tx.payments.run(instruction.run);
    if (run?.sent?.sender === actorText(actor)) return refused(refuse('payment-sender-has-part', 'actor'));
    const day = await businessDay(tx, ports.clock);
    const { minor } = instruction;
    await auditDeed(ports, tx, { actor, action: `payment.${is}`, object: id, body: { reason } });
    const heard = { instruction: id, news: is, minor, source: 'person', isBooked: false, reason, day, actor };
    const state = await hearNews(ports, tx, heard);
    return state.ok ? accept({ id, state: state.value }) : state;
  });
}

/**
 * Payments of which nothing was heard within the days of the rules are unknown: they may have been made, so
 * nothing is paid again before a person has asked the bank. Gives how many became unknown.
 */
export async function markUnknown(ports: Ports, tx: Tx): Promise<number> {
  const rules = await paymentRulesNow(tx);
  if (!rules.ok) return 0;
  const silent = await tx.payments.silent({ now: ports.clock.now(), days: rules.value.unknownAfterDays });
  const actor = systemActor('worker');
  for (const { id } of silent) {
    const day = await businessDay(tx, ports.clock);
    const heard = { instruction: id, news: 'lapse', minor: 0n, source: 'clock', isBooked: false } as const;
    const state = await hearNews(ports, tx, { ...heard, reason: '', day, actor });
    if (!state.ok) continue;
    await auditDeed(ports, tx, { actor, action: 'payment.lapse', object: id, body: {} });
  }
  return silent.length;
}

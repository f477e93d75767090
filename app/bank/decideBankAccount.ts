import type { AccountDecision } from '../../core/bank/accountChange.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { personOf } from '../agreements/personOf.ts';
import { auditDeed } from '../auditDeed.ts';
import { businessDay } from '../businessDay.ts';
import { paymentRulesNow } from '../payments/paymentRules.ts';
import type { BankAccountChange, NewAccountDecision } from '../ports/bankAccountStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { bankChangeNotHeld } from '../trust/holdsOn.ts';

export type AccountVerdict = {
  readonly partner: string;
  /** The batch in which the account was said. */
  readonly batch: number;
  readonly is: 'approved' | 'rejected';
  /** Needed for a rejection. */
  readonly reason: string;
  readonly actor: Actor;
};

/**
 * What a second person makes of where a partner is to be paid. Approved, it is paid to once the cooling-off is
 * over; rejected, it is as if it had not been said. Two persons at once: the first one decides.
 * Refuses: person-needed, reason-missing, bank-account-change-not-found, approver-is-author, bank-account-decided,
 * payment-rules-missing, known-day-backwards, those of bankChangeNotHeld.
 */
export function decideBankAccount(
  ports: Ports,
  tenant: TenantId,
  verdict: AccountVerdict,
): Promise<Result<AccountDecision>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const { partner, batch, is, actor } = verdict;
    const person = personOf(actor);
    if (!person.ok) return person;
    const reason = verdict.reason.trim();
    if (is === 'rejected' && reason === '') return refused(refuse('reason-missing', 'reason'));
    await tx.batches.lock();
    const change = await openChange(tx, verdict);
    if (!change.ok) return change;
    const free = is === 'approved' ? await bankChangeNotHeld(tx, partner, batch) : accept(true);
    if (!free.ok) return free;
    const today = await businessDay(tx, ports.clock);
    const rules = is === 'approved' ? await paymentRulesNow(tx) : undefined;
    if (rules?.ok === false) return rules;
    const at = ports.clock.now();
    const known = await tx.batches.take('bankAccounts', today, at);
    if (!known.ok) return known;
    const by = { by: actorText(actor), at, reason, batch: known.value };
    const decision: NewAccountDecision =
      rules === undefined
        ? { ...by, is: 'rejected' }
        : { ...by, is: 'approved', payableFrom: today + rules.value.coolingOffDays };
    await tx.bankAccounts.decide(change.value, decision);
    const { payableFrom } = decision;
    await auditDeed(ports, tx, {
      actor,
      action: is === 'approved' ? 'bankAccount.approve' : 'bankAccount.reject',
      object: partner,
      body: { batch, payableFrom: payableFrom === undefined ? null : formatDate(payableFrom), reason },
    });
    return accept(payableFrom === undefined ? { is: 'rejected' } : { is: 'approved', payableFrom });
  });
}

/** What waits for a second person who did not say it. */
async function openChange(
  tx: Tx,
  { partner, batch, actor }: AccountVerdict,
): Promise<Result<BankAccountChange>> {
  const change = await tx.bankAccounts.lockChange(partner, batch);
  const facts = { partner, batch: String(batch) };
  if (change === undefined) return refused(refuse('bank-account-change-not-found', 'batch', facts));
  if (change.said?.by === actorText(actor)) return refused(refuse('approver-is-author', 'actor'));
  if (change.decision.is !== 'waits') return refused(refuse('bank-account-decided', 'batch', facts));
  return accept(change);
}

import { minorOf } from '../../core/money/minorOf.ts';
import { type Decimal, formatDecimal } from '../../core/number/decimal.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import {
  type CaseDecision,
  DECISION_REASONS,
  type DecisionReason,
  REASONS,
} from '../../core/trust/caseState.ts';
import type { Actor } from '../actor.ts';
import { personOf } from '../agreements/personOf.ts';
import type { StoredCase } from '../ports/trustStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { caseFor, writeCaseEvent } from './lockedCase.ts';

export type CaseVerdict = {
  readonly id: string;
  readonly decision: CaseDecision;
  readonly reason: DecisionReason;
  readonly text: string;
  /** What was not paid because of it, and what came back; in major units, none where nothing is said. */
  readonly prevented?: Decimal;
  readonly recovered?: Decimal;
  readonly actor: Actor;
};

/**
 * Says what a case was, why, and what it has saved. What it holds stays held until it is released.
 * Refuses: person-needed, trust-case-not-found, trust-case-decided, trust-reason-differs, reason-missing, trust-amount-invalid.
 */
export function decideCase(
  ports: Ports,
  tenant: TenantId,
  { id, decision, reason, text, prevented, recovered, actor }: CaseVerdict,
): Promise<Result<StoredCase>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    const found = await caseFor(tx, id, 'decided');
    if (!found.ok) return found;
    if (DECISION_REASONS[reason] !== decision) {
      const allowed = REASONS.filter((one) => DECISION_REASONS[one] === decision).join(', ');
      return refused(refuse('trust-reason-differs', 'reason', { value: reason, allowed }));
    }
    if (text.trim() === '') return refused(refuse('reason-missing', 'text'));
    const { case: before, after } = found.value;
    const [kept, back] = [amountOf(before, prevented, 'prevented'), amountOf(before, recovered, 'recovered')];
    if (!kept.ok) return kept;
    if (!back.ok) return back;
    const amounts = { prevented: kept.value, recovered: back.value };
    const stands = { ...after, decision, reason, ...amounts };
    const about = { decision, reason, prevented: String(kept.value), recovered: String(back.value) };
    const event = { kind: 'decided', actor, said: text.trim(), stands, about } as const;
    return accept(await writeCaseEvent(ports, tx, before, event));
  });
}

/** In minor units of the case. Refuses: trust-amount-invalid. */
function amountOf({ currency }: StoredCase, amount: Decimal | undefined, at: string): Result<bigint> {
  if (amount === undefined || amount.digits === 0n) return accept(0n);
  const minor = currency === undefined ? undefined : minorOf(amount, currency);
  if (minor !== undefined && minor >= 0n) return accept(minor);
  const facts = { amount: formatDecimal(amount), currency: currency ?? '–' };
  return refused(refuse('trust-amount-invalid', at, facts));
}

import { minorDigits } from '../../core/money/currency.ts';
import { type Decimal, formatDecimal } from '../../core/number/decimal.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { CLAIM_DUTIES, type ClaimDuty, type ClaimRule } from '../ports/claimStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { claimMinor } from './lockedClaim.ts';

/** What a company decides by itself in one currency; amounts in major units. */
export type ClaimRuleTexts = {
  readonly company: string;
  readonly currency: string;
  readonly tolerance: { readonly amount: Decimal; readonly percent: Decimal };
  readonly writeOffLimit: Decimal;
  readonly remindAfterDays: readonly number[];
  readonly answerDays?: number;
  readonly byItself?: readonly ClaimDuty[];
};

/**
 * Says what counts from now on. The same again changes nothing.
 * Refuses: line-company-unknown, claim-amount-invalid, claim-reminders-not-rising.
 */
export async function setClaimRule(
  ports: Ports,
  tenant: TenantId,
  { company, currency, tolerance, writeOffLimit, remindAfterDays, answerDays, byItself = [] }: ClaimRuleTexts,
  actor: Actor,
): Promise<Result<ClaimRule>> {
  if (minorDigits(currency) === undefined)
    return refused(refuse('claim-amount-invalid', 'currency', { amount: '', currency }));
  const toleranceMinor = claimMinor(tolerance.amount, currency, 'tolerance.amount');
  if (!toleranceMinor.ok) return toleranceMinor;
  const writeOffMinor = claimMinor(writeOffLimit, currency, 'writeOffLimit');
  if (!writeOffMinor.ok) return writeOffMinor;
  const isRising = remindAfterDays.every((days, at) => at === 0 || days > (remindAfterDays[at - 1] ?? 0));
  if (!isRising)
    return refused(
      refuse('claim-reminders-not-rising', 'remindAfterDays', { days: remindAfterDays.join(', ') }),
    );
  return ports.store.inTenant(tenant, async (tx) => {
    if (!(await tx.company.all()).some(({ code }) => code === company))
      return refused(refuse('line-company-unknown', 'company', { row: '', value: company }));
    const known = await tx.claims.rule(company, currency);
    const rule = {
      company,
      currency,
      toleranceMinor: toleranceMinor.value,
      tolerancePercent: tolerance.percent,
      writeOffMinor: writeOffMinor.value,
      remindAfterDays,
      byItself: CLAIM_DUTIES.filter((duty) => byItself.includes(duty)),
      ...(answerDays !== undefined && { answerDays }),
    };
    if (known !== undefined && textOf(known) === textOf(rule)) return accept(known);
    const at = ports.clock.now();
    const setBy = actorText(actor);
    const version = await tx.claims.setRule({ ...rule, setBy, at });
    const body = { version, rule: textOf(rule) };
    await auditDeed(ports, tx, { actor, action: 'claimRule.set', object: `${company} ${currency}`, body });
    return accept({ ...rule, version, setBy, at });
  });
}

/** Refuses: claim-rule-not-found. */
export function getClaimRule(
  ports: Ports,
  tenant: TenantId,
  { company, currency }: { readonly company: string; readonly currency: string },
): Promise<Result<ClaimRule>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const rule = await tx.claims.rule(company, currency);
    if (rule === undefined) return refused(refuse('claim-rule-not-found', 'company', { company, currency }));
    return accept(rule);
  });
}

function textOf(rule: Omit<ClaimRule, 'version' | 'setBy' | 'at'>): string {
  const { toleranceMinor, tolerancePercent, writeOffMinor, remindAfterDays, answerDays = null } = rule;
  return JSON.stringify([
    String(toleranceMinor),
    formatDecimal(tolerancePercent),
    String(writeOffMinor),
    remindAfterDays,
    answerDays,
    rule.byItself,
  ]);
}

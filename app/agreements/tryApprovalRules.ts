import type { Agreement } from '../../core/agreement/agreement.ts';
import {
  type ApprovalLevel,
  type ApprovalRules,
  type Approved,
  decodeApprovalRules,
} from '../../core/lifecycle/approvalRules.ts';
import { neededLevels, rulesThatApply } from '../../core/lifecycle/neededLevels.ts';
import { type Decimal, decimalToRational } from '../../core/number/decimal.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Ports, TenantId } from '../ports.ts';
import { rulesInForce } from './rulesInForce.ts';

/** Something that somebody might have to approve. */
export type ApprovalTrial = Pick<Agreement, 'direction' | 'programme' | 'currency'> & {
  readonly subject: Approved;
  readonly amount: Decimal;
  /** Left out: anybody may take part. */
  readonly partner?: string;
  /** The text of other rules; left out: those in force. */
  readonly parsed?: unknown;
};

export type TriedApproval = {
  /** The rules that apply, by their ids. */
  readonly rules: readonly string[];
  /** Who has to approve, in that order. */
  readonly levels: readonly ApprovalLevel[];
};

/**
 * Who would have to approve something, by the rules in force or by others that nobody has proposed yet. Nothing is kept.
 * Refuses: those of decodeApprovalRules.
 */
export async function tryApprovalRules(
  ports: Ports,
  tenant: TenantId,
  { parsed, subject, amount, partner, ...agreement }: ApprovalTrial,
): Promise<Result<TriedApproval>> {
  const rules = parsed === undefined ? accept(await inForce(ports, tenant)) : decodeApprovalRules(parsed);
  if (!rules.ok) return rules;
  const question = {
    subject,
    agreement,
    value: decimalToRational(amount),
    concerns: (other: string) => partner === undefined || other === partner,
  };
  const applying = rulesThatApply(rules.value, question).map(({ id }) => id);
  return accept({ rules: applying, levels: neededLevels(rules.value, question) });
}

function inForce(ports: Ports, tenant: TenantId): Promise<ApprovalRules> {
  return ports.store.inTenant(tenant, async (tx) => (await rulesInForce(tx, await tx.batches.last())).rules);
}

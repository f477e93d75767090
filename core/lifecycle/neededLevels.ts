import type { Agreement } from '../agreement/agreement.ts';
import type { Decimal } from '../number/decimal.ts';
import { decimalToRational } from '../number/decimal.ts';
import { compare, type Rational } from '../number/rational.ts';
import type { ApprovalLevel, ApprovalRule, ApprovalRules, Approved } from './approvalRules.ts';

/** What rules look at. `value` is in the currency of the agreement. */
export type ApprovalQuestion = {
  readonly subject: Approved;
  readonly agreement: Pick<Agreement, 'direction' | 'programme' | 'currency'>;
  readonly value: Rational;
  /** Whether a partner could ever take part. */
  readonly concerns: (partner: string) => boolean;
};

/**
 * The levels that something needs, in their order: those that any rule which applies names.
 * An amount in another currency cannot be compared, and a rule that may apply does.
 */
export function neededLevels(rules: ApprovalRules, question: ApprovalQuestion): readonly ApprovalLevel[] {
  const wanted = new Set(
    rules.rules.filter((rule) => applies(rule, question)).flatMap(({ levels }) => levels),
  );
  return rules.levels.filter(({ id }) => wanted.has(id));
}

function applies(rule: ApprovalRule, { subject, agreement, value, concerns }: ApprovalQuestion): boolean {
  const { subjects = 'any', directions, programmes, partners, amount } = rule;
  return (
    (subjects === 'any' || subjects.includes(subject)) &&
    (directions === 'any' || directions.includes(agreement.direction)) &&
    (programmes === 'any' || programmes.includes(agreement.programme)) &&
    (partners === 'any' || partners.some(concerns)) &&
    (amount === 'any' || amount.currency !== agreement.currency || reaches(value, amount.atLeast))
  );
}

function reaches(value: Rational, atLeast: Decimal): boolean {
  return compare(value, decimalToRational(atLeast)) >= 0;
}

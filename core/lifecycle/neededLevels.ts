import type { Agreement } from '../agreement/agreement.ts';
import type { Decimal } from '../number/decimal.ts';
import { decimalToRational } from '../number/decimal.ts';
import { compare, type Rational } from '../number/rational.ts';
import type { ApprovalLevel, ApprovalRule, ApprovalRules, Approved } from './approvalRules.ts';

/** What rules look at. `value` is in the currency of the agreement. */
export type ApprovalQuestion = {
  readonly subject: Approved;
  /** Of a deduction nobody knows whose it is: rules of any direction and programme may apply. */
  readonly agreement: Partial<Pick<Agreement, 'direction' | 'programme'>> & Pick<Agreement, 'currency'>;
  readonly value: Rational;
  /** Whether a partner could ever take part. */
  readonly concerns: (partner: string) => boolean;
};

/**
 * The levels that something needs, in their order: those that any rule which applies names.
 * An amount in another currency cannot be compared, and a rule that may apply does.
 */
export function neededLevels(rules: ApprovalRules, question: ApprovalQuestion): readonly ApprovalLevel[] {
  const wanted = new Set(rulesThatApply(rules, question).flatMap(({ levels }) => levels));
  return rules.levels.filter(({ id }) => wanted.has(id));
}

export function rulesThatApply(rules: ApprovalRules, question: ApprovalQuestion): readonly ApprovalRule[] {
  return rules.rules.filter((rule) => applies(rule, question));
}

function applies(rule: ApprovalRule, { subject, agreement, value, concerns }: ApprovalQuestion): boolean {
  const { subjects = 'any', directions, programmes, partners, amount } = rule;
  return (
    (subjects === 'any' || subjects.includes(subject)) &&
    mayBe(directions, agreement.direction) &&
    mayBe(programmes, agreement.programme) &&
    (partners === 'any' || partners.some(concerns)) &&
    (amount === 'any' || amount.currency !== agreement.currency || reaches(value, amount.atLeast))
  );
}

function mayBe<T>(wanted: 'any' | readonly T[], own: T | undefined): boolean {
  return wanted === 'any' || own === undefined || wanted.includes(own);
}

function reaches(value: Rational, atLeast: Decimal): boolean {
  return compare(value, decimalToRational(atLeast)) >= 0;
}

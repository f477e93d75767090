import type { AccountDecision } from '../../core/bank/accountChange.ts';
import type { BankAccount } from '../../core/bank/bankAccount.ts';
import { formatDate } from '../../core/calendar/localDate.ts';

/** An account with each of its fields, null where it has none. */
export function accountJson({ holder, ...account }: BankAccount) {
  const { iban = null, number = null, bankCode = null, bic = null } = account;
  return { holder, iban, number, bankCode, bic };
}

export function decisionJson(decision: AccountDecision) {
  const isApproved = decision.is === 'approved';
  return { decision: decision.is, payableFrom: isApproved ? formatDate(decision.payableFrom) : null };
}

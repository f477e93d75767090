import { payableAccount } from '../../core/bank/accountChange.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import type { BankAccountChange } from '../ports/bankAccountStore.ts';
import type { Tx } from '../ports.ts';

/**
 * The account that a partner is paid to on a day, as everything stands today.
 * Refuses: bank-account-not-found, bank-account-not-approved, bank-account-cooling-off.
 */
export async function accountToPay(
  tx: Tx,
  question: { readonly partner: string; readonly day: LocalDate; readonly today: LocalDate },
): Promise<Result<BankAccountChange>> {
  const { partner, day, today } = question;
  const known = await tx.bankAccounts.knownAt(partner, await tx.batches.last());
  const changes = known.map((change) => ({ ...change, hasAccount: change.sealed !== undefined }));
  return payableAccount(changes, day, today);
}

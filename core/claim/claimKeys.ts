import type { LineReference } from '../fact/line.ts';
import { dayKey, joinKey } from '../text/key.ts';
import type { ClaimedTransaction, ClaimLine } from './claim.ts';

/** The account that a claim line is on, without its agreement. */
export type ClaimAccount = Pick<ClaimLine, 'term' | 'participant' | 'window'>;

/** The account as one sortable text, the same for earnings and claim lines. */
export function claimAccountKey({ term, participant, window }: ClaimAccount): string {
  return joinKey(term, participant, dayKey(window.from), dayKey(window.until));
}

/** A transaction as one sortable text. */
export function transactionKey({
  source,
  document,
  line,
}: LineReference & { readonly source: string }): string {
  return joinKey(source, document, line);
}

/** A transaction under an account, as one text. */
export function claimedKey(account: ClaimAccount, transaction: ClaimedTransaction): string {
  return joinKey(claimAccountKey(account), transactionKey(transaction));
}

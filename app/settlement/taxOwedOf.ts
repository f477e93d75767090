import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { TaxOwed } from '../../core/document/rebateDocument.ts';
import { bookAmount } from '../../core/ledger/bookAmount.ts';
import type { Master } from '../../core/master/master.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { StoredSettlement } from '../ports/settlementStore.ts';
import type { Tx } from '../ports.ts';

/**
 * The tax of a document in the currency of the company's books, by the rate of the day of issue; undefined where it is in
 * that currency, has no tax, or the books name none. Source: VAT directive 2006/112/EC, articles 91 and 230; EN 16931, BT-6.
 * Refuses: rebate-document-invalid (tax-rate-missing).
 */
export async function taxOwedOf(
  tx: Tx,
  { company, currency, taxMinor }: Pick<StoredSettlement, 'company' | 'currency' | 'taxMinor'>,
  { day, rates }: { readonly day: LocalDate } & Pick<Master, 'rates'>,
): Promise<Result<TaxOwed | undefined>> {
  const policy = (await tx.ledger.policies()).get(company);
  if (policy === undefined || policy.currency === currency || taxMinor === 0n) return accept(undefined);
  const owed = bookAmount({ minor: taxMinor, currency }, day, policy, rates);
  const facts = { field: 'taxOwed', reason: 'tax-rate-missing' };
  return owed === undefined ? refused(refuse('rebate-document-invalid', 'taxOwed', facts)) : accept(owed);
}

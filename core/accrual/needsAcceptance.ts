import type { Agreement } from '../agreement/agreement.ts';

/**
 * Whether the books take nothing for an agreement until the supplier has accepted it: what suppliers owe us
 * is income once agreement and acceptance are on file, unless the agreement itself says that its terms are
 * enough. Source: IAS 2.11.
 */
export function needsAcceptance({
  direction,
  settlement,
}: Pick<Agreement, 'direction' | 'settlement'>): boolean {
  return direction === 'supplierRebate' && settlement.recognition !== 'onTerms';
}

import type { Decimal } from '../number/decimal.ts';

/**
 * What a rebate is for the tax: the price of goods falls and their tax with it; the partner renders
 * a service for it; nothing that the tax knows; or it goes to somebody who did not buy from us.
 */
export const TAX_TREATMENTS = [
  'priceReduction',
  'partnerService',
  'outsideScope',
  'nonAdjacentPayer',
] as const;

/** The tax of a settlement, every choice named. Rates are in percent. Source: semantics 5.24. */
export type TaxTerms = {
  readonly treatment: (typeof TAX_TREATMENTS)[number];
  readonly rate: 'perLineRate' | 'none' | { readonly percent: Decimal };
  readonly amounts: 'net' | 'taxInclusive';
  readonly withholding: 'none' | { readonly percent: Decimal };
};

/** As an agreement says it: a word or one rate where the price of goods falls or nothing is taxed, or in full. */
export type SettlementTax = 'perLineRate' | 'none' | { readonly percent: Decimal } | TaxTerms;

/** What the short forms stand for. */
export function taxTermsOf(tax: SettlementTax): TaxTerms {
  if (typeof tax === 'object' && 'treatment' in tax) return tax;
  const treatment = tax === 'none' ? 'outsideScope' : 'priceReduction';
  return { treatment, rate: tax, amounts: 'net', withholding: 'none' };
}

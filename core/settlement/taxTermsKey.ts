import type { TaxTerms } from '../agreement/settlementTax.ts';
import { formatDecimal, trimDecimal } from '../number/decimal.ts';

/** What two agreements have to have alike for the tax to stand on one document, as texts that differ where they do. */
export function taxTermsKey({
  treatment,
  amounts,
  withholding,
}: Pick<TaxTerms, 'treatment' | 'amounts' | 'withholding'>): readonly string[] {
  const withheld = withholding === 'none' ? '' : formatDecimal(trimDecimal(withholding.percent));
  return [treatment, amounts, withheld];
}

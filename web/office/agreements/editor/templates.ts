/** The examples of the server in the order in which they are offered: what is asked for most often first. */
export const TEMPLATES = [
  'whole-volume',
  'marginal',
  'growth-whole',
  'upsell',
  'logistics',
  'cross-sell',
  'product-mix',
  'special-price',
  'marketing-fund',
  'lump-sum',
  'new-product',
  'loyalty',
  'early-payment',
  'freight-allowance',
  'listing-fee',
  'ship-and-debit',
  'chargeback',
  'price-protection',
  'buying-group',
  'commission',
  'royalty',
] as const;
export type Template = (typeof TEMPLATES)[number];

export function templateIn(value: unknown): Template | undefined {
  return TEMPLATES.find((template) => template === value);
}

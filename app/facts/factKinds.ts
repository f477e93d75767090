import {
  PAYMENT_FIELDS,
  type Payment,
  parsePayment,
  paymentContent,
  paymentKey,
} from '../../core/fact/payment.ts';
import {
  parseStockCount,
  STOCK_FIELDS,
  type StockCount,
  stockContent,
  stockKey,
} from '../../core/fact/stockCount.ts';
import type { Decimal } from '../../core/number/decimal.ts';
import { type Refusal, type Result, refuse } from '../../core/refusal/refusals.ts';
import type { FactKind } from '../ports/factStore.ts';
import type { Tx } from '../ports.ts';

/** What has to be known of a kind of facts to import them. */
export type FactParser<F> = {
  readonly fields: readonly string[];
  readonly needed: readonly string[];
  readonly parse: (texts: Readonly<Record<string, string>>) => Result<F>;
  readonly keyOf: (value: F) => string;
  readonly contentOf: (value: F) => string;
  /** What the control totals add up. */
  readonly sizeOf: (value: F) => Decimal;
  /** What a refusal calls it. */
  readonly identityOf: (value: F) => Readonly<Record<'document' | 'line', string>>;
  /** What it names that is not there. */
  readonly unknown: (tx: Tx) => Promise<(value: F) => readonly Refusal[]>;
};

const payments: FactParser<Payment> = {
  fields: PAYMENT_FIELDS,
  needed: ['source', 'payment', 'paidOn', 'document', 'amount', 'currency'],
  parse: parsePayment,
  keyOf: paymentKey,
  contentOf: paymentContent,
  sizeOf: ({ amount }) => amount,
  identityOf: ({ payment, document }) => ({ document: payment, line: document }),
  // The document may come later than its payment.
  unknown: async () => () => [],
};

const stock: FactParser<StockCount> = {
  fields: STOCK_FIELDS,
  needed: ['source', 'company', 'product', 'day', 'quantity', 'unit'],
  parse: parseStockCount,
  keyOf: stockKey,
  contentOf: stockContent,
  sizeOf: ({ quantity }) => quantity,
  identityOf: ({ partner = '', product }) => ({ document: partner, line: product }),
  unknown: async (tx) => {
    const { partners, products } = await tx.master.knownAt(await tx.batches.last());
    const companies = new Set((await tx.company.all()).map(({ code }) => code));
    return ({ company, partner, product }) => [
      ...(companies.has(company) ? [] : [refuse('line-company-unknown', 'company', { value: company })]),
      ...(partner === undefined || partners.has(partner)
        ? []
        : [refuse('line-partner-unknown', 'partner', { value: partner })]),
      ...(products.has(product) ? [] : [refuse('line-product-unknown', 'product', { value: product })]),
    ];
  },
};

export const FACT_KINDS: { readonly payments: FactParser<Payment>; readonly stock: FactParser<StockCount> } =
  {
    payments,
    stock,
  };

export function fieldsOf(kind: FactKind): Pick<FactParser<never>, 'fields' | 'needed'> {
  return FACT_KINDS[kind];
}

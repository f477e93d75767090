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
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { located } from '../intake/located.ts';
import { stagedMaster } from '../intake/stagedMaster.ts';
import type { FactKind, StagedFact, StagedKind } from '../ports/factStore.ts';

/** The columns that a file of facts may and must have. */
export type FactFields = { readonly fields: readonly string[]; readonly needed: readonly string[] };

const FIELDS: Readonly<Record<FactKind, FactFields>> = {
  payments: {
    fields: PAYMENT_FIELDS,
    needed: ['source', 'payment', 'paidOn', 'document', 'amount', 'currency'],
  },
  stock: { fields: STOCK_FIELDS, needed: ['source', 'company', 'product', 'day', 'quantity', 'unit'] },
};

export function fieldsOf(kind: FactKind): FactFields {
  return FIELDS[kind];
}

/** A row as it was read: the text of each field, or why it could not be read. */
export type FactRow = Pick<StagedFact, 'row' | 'place' | 'texts' | 'fields' | 'repairs' | 'refusals'>;

/** A row as the fact that it is, or with every reason why it is none. */
export function stagedFact(kind: StagedKind, read: FactRow): StagedFact {
  const { row, refusals, fields = {} } = read;
  if (kind === 'master') return stagedMaster(read);
  if (refusals.length > 0) return { ...read, refusals: located(refusals, row) };
  const fact = kind === 'payments' ? payment(parsePayment(fields)) : stock(parseStockCount(fields));
  return fact.ok ? { ...read, fact: fact.value } : { ...read, refusals: located(fact.refusals, row) };
}

function payment(parsed: Result<Payment>): Result<NonNullable<StagedFact['fact']>> {
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  return accept({ source: value.source, key: paymentKey(value), content: paymentContent(value), value });
}

function stock(parsed: Result<StockCount>): Result<NonNullable<StagedFact['fact']>> {
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  return accept({ source: value.source, key: stockKey(value), content: stockContent(value), value });
}

import type { FactKind } from '../../app/ports/factStore.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Payment } from '../../core/fact/payment.ts';
import type { StockCount } from '../../core/fact/stockCount.ts';
import { type Decimal, formatDecimal } from '../../core/number/decimal.ts';
import { decimalOf } from './decimalOf.ts';
import type { ControlSums } from './importSummary.ts';

/** The facts of a kind: their table, what their sender said of them column by column, and what control totals add up. */
type FactTable = {
  readonly table: 'payment' | 'stock_count';
  readonly typed: string;
  readonly sums: ControlSums;
};

/** Payments are added up as values, counts as quantities. */
export const FACT_TABLES: Readonly<Record<FactKind, FactTable>> = {
  payments: {
    table: 'payment',
    typed:
      'source text, payment text, paid_on date, document_source text, document text, amount numeric, discount numeric, document_total numeric, currency text',
    sums: { quantity: '0::numeric', netValue: `(s.said ->> 'amount')::numeric` },
  },
  stock: {
    table: 'stock_count',
    typed:
      'partner_id text, source text, company text, location text, product text, day date, quantity numeric, unit text',
    sums: { quantity: `(s.said ->> 'quantity')::numeric`, netValue: '0::numeric' },
  },
};

/** The names alone of columns with their types. */
export function namesOf(typed: string): readonly string[] {
  return typed.split(', ').map((column) => column.slice(0, column.indexOf(' ')));
}

type Columns = Readonly<Record<string, string | undefined>>;

export function factColumns(value: Payment | StockCount): Columns {
  return 'payment' in value ? paymentColumns(value) : stockColumns(value);
}

function paymentColumns(value: Payment): Columns {
  const optional = (decimal: Decimal | undefined) => decimal && formatDecimal(decimal);
  const { source, payment, paidOn, documentSource, document, amount, currency } = value;
  return {
    ...{ source, payment, document, currency },
    paid_on: formatDate(paidOn),
    document_source: documentSource,
    amount: formatDecimal(amount),
    discount: optional(value.discount),
    document_total: optional(value.documentTotal),
  };
}

function stockColumns({ partner = '', location = '', day, quantity, ...said }: StockCount): Columns {
  const { source, company, product, unit } = said;
  return {
    ...{ source, company, product, unit, location },
    partner_id: partner,
    day: formatDate(day),
    quantity: formatDecimal(quantity),
  };
}

export type PaymentRow = {
  readonly source: string;
  readonly payment: string;
  readonly paid_on: LocalDate;
  readonly document_source: string;
  readonly document: string;
  readonly amount: string;
  readonly discount: string | null;
  readonly document_total: string | null;
  readonly currency: string;
};

export function toPayment(row: PaymentRow): Payment {
  return {
    source: row.source,
    payment: row.payment,
    paidOn: row.paid_on,
    documentSource: row.document_source,
    document: row.document,
    amount: decimalOf(row.amount),
    ...(row.discount !== null && { discount: decimalOf(row.discount) }),
    ...(row.document_total !== null && { documentTotal: decimalOf(row.document_total) }),
    currency: row.currency,
  };
}

export type StockRow = {
  readonly partner_id: string;
  readonly source: string;
  readonly company: string;
  readonly location: string;
  readonly product: string;
  readonly day: LocalDate;
  readonly quantity: string;
  readonly unit: string;
};

export function toStockCount({ partner_id: partner, location, quantity, ...row }: StockRow): StockCount {
  const { source, company, product, day, unit } = row;
  return {
    source,
    company,
    ...(partner !== '' && { partner }),
    ...(location !== '' && { location }),
    product,
    day,
    quantity: decimalOf(quantity),
    unit,
  };
}

import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Line, LineDates, LineQuantities } from '../../core/fact/line.ts';
import { type Decimal, formatDecimal, parseDecimal } from '../../core/number/decimal.ts';

type LineColumn = {
  readonly name: string;
  readonly type: string;
  readonly textOf: (line: Line) => string | undefined;
};

const text = (name: string, textOf: LineColumn['textOf']): LineColumn => ({ name, type: 'text', textOf });
const date = (name: string, dateOf: (line: Line) => LocalDate | undefined): LineColumn => ({
  name,
  type: 'date',
  textOf: (line) => optional(dateOf(line), formatDate),
});
const numeric = (name: string, decimalOf: (line: Line) => Decimal | undefined): LineColumn => ({
  name,
  type: 'numeric',
  textOf: (line) => optional(decimalOf(line), formatDecimal),
});

/** What the sender said of a line, column by column; staging and facts share them. */
export const LINE_COLUMNS: readonly LineColumn[] = [
  text('source', (line) => line.source),
  text('document', (line) => line.document),
  text('line', (line) => line.line),
  text('side', (line) => line.side),
  text('company', (line) => line.company),
  text('partner_id', (line) => line.partner),
  text('product', (line) => line.product),
  date('order_date', (line) => line.dates.order),
  date('delivery_date', (line) => line.dates.delivery),
  date('receipt_date', (line) => line.dates.receipt),
  date('invoice_date', (line) => line.dates.invoice),
  date('posting_date', (line) => line.dates.posting),
  numeric('invoiced_quantity', (line) => line.quantities.invoiced),
  numeric('ordered_quantity', (line) => line.quantities.ordered),
  numeric('received_quantity', (line) => line.quantities.received),
  numeric('rejected_quantity', (line) => line.quantities.rejected),
  numeric('stocked_quantity', (line) => line.quantities.stocked),
  text('unit', (line) => line.unit),
  numeric('unit_price', (line) => line.unitPrice),
  numeric('net_value', (line) => line.netValue),
  numeric('gross_value', (line) => line.grossValue),
  text('currency', (line) => line.currency),
  text('return_document', (line) => line.returnOf?.document),
  text('return_line', (line) => line.returnOf?.line),
  { name: 'attributes', type: 'jsonb', textOf: (line) => JSON.stringify(line.attributes) },
];

/** Quantities in the order in which a control total takes the first that a line carries. */
export const CONTROL_QUANTITY =
  'coalesce(invoiced_quantity, ordered_quantity, received_quantity, rejected_quantity, stocked_quantity, 0)';

export type LineRow = {
  readonly source: string;
  readonly document: string;
  readonly line: string;
  readonly revision: number;
  readonly side: Line['side'];
  readonly company: string;
  readonly partner_id: string;
  readonly product: string;
  readonly order_date: LocalDate | null;
  readonly delivery_date: LocalDate | null;
  readonly receipt_date: LocalDate | null;
  readonly invoice_date: LocalDate | null;
  readonly posting_date: LocalDate | null;
  readonly invoiced_quantity: string | null;
  readonly ordered_quantity: string | null;
  readonly received_quantity: string | null;
  readonly rejected_quantity: string | null;
  readonly stocked_quantity: string | null;
  readonly unit: string;
  readonly unit_price: string | null;
  readonly net_value: string | null;
  readonly gross_value: string | null;
  readonly currency: string;
  readonly return_document: string | null;
  readonly return_line: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly batch: bigint;
  readonly known_on: LocalDate;
  readonly original_known: boolean;
  readonly original_order_date: LocalDate | null;
  readonly original_delivery_date: LocalDate | null;
  readonly original_receipt_date: LocalDate | null;
  readonly original_invoice_date: LocalDate | null;
  readonly original_posting_date: LocalDate | null;
};

/** A row of `line` as the fact that everything is computed from. */
export function toLine(row: LineRow): Line {
  return {
    source: row.source,
    document: row.document,
    line: row.line,
    revision: row.revision,
    side: row.side,
    company: row.company,
    partner: row.partner_id,
    product: row.product,
    dates: datesOf(row),
    quantities: quantitiesOf(row),
    unit: row.unit,
    ...present({
      unitPrice: decimal(row.unit_price),
      netValue: decimal(row.net_value),
      grossValue: decimal(row.gross_value),
    }),
    currency: row.currency,
    ...returnOf(row),
    attributes: row.attributes,
    batch: Number(row.batch),
    knownOn: row.known_on,
  };
}

function datesOf(row: LineRow): LineDates {
  return present({
    order: row.order_date,
    delivery: row.delivery_date,
    receipt: row.receipt_date,
    invoice: row.invoice_date,
    posting: row.posting_date,
  });
}

function quantitiesOf(row: LineRow): LineQuantities {
  return present({
    invoiced: decimal(row.invoiced_quantity),
    ordered: decimal(row.ordered_quantity),
    received: decimal(row.received_quantity),
    rejected: decimal(row.rejected_quantity),
    stocked: decimal(row.stocked_quantity),
  });
}

function returnOf(row: LineRow): Pick<Line, 'returnOf' | 'originalDates'> {
  if (row.return_document === null || row.return_line === null) return {};
  const reference = { returnOf: { document: row.return_document, line: row.return_line } };
  if (!row.original_known) return reference;
  const originalDates: LineDates = present({
    order: row.original_order_date,
    delivery: row.original_delivery_date,
    receipt: row.original_receipt_date,
    invoice: row.original_invoice_date,
    posting: row.original_posting_date,
  });
  return { ...reference, originalDates };
}

function decimal(value: string | null): Decimal | undefined {
  return value === null ? undefined : parseDecimal(value);
}

function optional<T>(value: T | undefined, textOf: (value: T) => string): string | undefined {
  return value === undefined ? undefined : textOf(value);
}

/** The members that there are: an absent one leaves no trace in a fact. */
function present<T>(members: { readonly [name in keyof T]: T[name] }): {
  [name in keyof T]?: Exclude<T[name], null | undefined>;
} {
  const found: { [name in keyof T]?: Exclude<T[name], null | undefined> } = {};
  for (const name in members) {
    const value = members[name];
    if (value !== null && value !== undefined)
      found[name] = value as Exclude<T[typeof name], null | undefined>;
  }
  return found;
}

import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import {
  DATE_KINDS,
  type DateKind,
  type Discount,
  type Line,
  type LineDates,
  type LineKind,
  type LineMarks,
  type LineQuantities,
  NUMBER_KINDS,
  type NumberKind,
  QUANTITY_KINDS,
  type QuantityKind,
} from '../../core/fact/line.ts';
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
  ...DATE_KINDS.map((kind) => date(`${kind}_date`, (line) => line.dates[kind])),
  ...NUMBER_KINDS.map((kind) => text(`${kind}_number`, (line) => line.numbers?.[kind])),
  ...QUANTITY_KINDS.map((kind) => numeric(`${kind}_quantity`, (line) => line.quantities[kind])),
  text('unit', (line) => line.unit),
  numeric('list_price', (line) => line.listPrice),
  numeric('unit_price', (line) => line.unitPrice),
  numeric('unit_cost', (line) => line.unitCost),
  numeric('net_value', (line) => line.netValue),
  numeric('gross_value', (line) => line.grossValue),
  text('currency', (line) => line.currency),
  { name: 'discounts', type: 'jsonb', textOf: (line) => optional(line.discounts, discountsText) },
  text('line_kind', (line) => line.kind),
  text('end_customer', (line) => line.endCustomer),
  text('tax_code', (line) => line.taxCode),
  numeric('tax_rate', (line) => line.taxRate),
  numeric('contract_price', (line) => line.contractPrice),
  text('return_document', (line) => line.returnOf?.document),
  text('return_line', (line) => line.returnOf?.line),
  text('correction_document', (line) => line.correctionOf?.document),
  text('correction_line', (line) => line.correctionOf?.line),
  { name: 'attributes', type: 'jsonb', textOf: (line) => JSON.stringify(line.attributes) },
];

/** The columns of an original that a return reads, and the names that they have beside the return's own. */
export const ORIGINAL_COLUMNS: readonly { readonly name: string; readonly as: string }[] = [
  'revision',
  ...DATE_KINDS.map((kind) => `${kind}_date`),
  ...NUMBER_KINDS.map((kind) => `${kind}_number`),
  'line_kind',
  'end_customer',
  'tax_code',
  'tax_rate',
  'attributes',
  'batch',
].map((name) => ({ name, as: `original_${name}` }));

/** The first quantity that a staged line carries, which is the one that control totals take. */
export const CONTROL_QUANTITY = `coalesce(${QUANTITY_KINDS.map((kind) => `s.${kind}_quantity`).join(', ')})`;

type DateColumns<Prefix extends string> = {
  readonly [kind in DateKind as `${Prefix}${kind}_date`]: LocalDate | null;
};

type MarkColumns<Prefix extends string> = {
  readonly [kind in NumberKind as `${Prefix}${kind}_number`]: string | null;
} & { readonly [name in `${Prefix}line_kind`]: LineKind | null } & {
  readonly [name in `${Prefix}${'end_customer' | 'tax_code' | 'tax_rate'}`]: string | null;
};

export type LineRow = DateColumns<''> &
  DateColumns<'original_'> &
  MarkColumns<''> &
  MarkColumns<'original_'> & { readonly [kind in QuantityKind as `${kind}_quantity`]: string | null } & {
    readonly source: string;
    readonly document: string;
    readonly line: string;
    readonly revision: number;
    readonly side: Line['side'];
    readonly company: string;
    readonly partner_id: string;
    readonly product: string;
    readonly unit: string;
    readonly list_price: string | null;
    readonly unit_price: string | null;
    readonly contract_price: string | null;
    readonly unit_cost: string | null;
    readonly net_value: string | null;
    readonly gross_value: string | null;
    readonly currency: string;
    readonly discounts: readonly DiscountJson[] | null;
    readonly return_document: string | null;
    readonly return_line: string | null;
    readonly correction_document: string | null;
    readonly correction_line: string | null;
    readonly attributes: Readonly<Record<string, string>>;
    readonly batch: bigint;
    readonly known_on: LocalDate;
    /** Null where no original is known; the others of the original are then null, too. */
    readonly original_revision: number | null;
    readonly original_attributes: Readonly<Record<string, string>>;
    readonly original_batch: bigint;
    readonly original_known_on: LocalDate;
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
    dates: datesOf(row, ''),
    quantities: quantitiesOf(row),
    unit: row.unit,
    ...present({
      listPrice: decimal(row.list_price),
      unitPrice: decimal(row.unit_price),
      contractPrice: decimal(row.contract_price),
      unitCost: decimal(row.unit_cost),
      netValue: decimal(row.net_value),
      grossValue: decimal(row.gross_value),
    }),
    currency: row.currency,
    ...marksOf(row, ''),
    ...present({ discounts: row.discounts?.map(toDiscount) }),
    ...returnOf(row),
    ...correctionOf(row),
    attributes: row.attributes,
    batch: Number(row.batch),
    knownOn: row.known_on,
  };
}

function datesOf(row: LineRow, prefix: '' | 'original_'): LineDates {
  const dates: { [kind in DateKind]?: LocalDate } = {};
  for (const kind of DATE_KINDS) {
    const day = row[`${prefix}${kind}_date`];
    if (day !== null) dates[kind] = day;
  }
  return dates;
}

function marksOf(row: LineRow, prefix: '' | 'original_'): LineMarks {
  const numbers: { [kind in NumberKind]?: string } = {};
  for (const kind of NUMBER_KINDS) {
    const number = row[`${prefix}${kind}_number`];
    if (number !== null) numbers[kind] = number;
  }
  return present({
    numbers: Object.keys(numbers).length === 0 ? undefined : numbers,
    kind: row[`${prefix}line_kind`],
    endCustomer: row[`${prefix}end_customer`],
    taxCode: row[`${prefix}tax_code`],
    taxRate: decimal(row[`${prefix}tax_rate`]),
  });
}

function quantitiesOf(row: LineRow): LineQuantities {
  const quantities: { [kind in QuantityKind]?: Decimal } = {};
  for (const kind of QUANTITY_KINDS) {
    const quantity = decimal(row[`${kind}_quantity`]);
    if (quantity !== undefined) quantities[kind] = quantity;
  }
  return quantities;
}

function returnOf(row: LineRow): Pick<Line, 'returnOf' | 'original'> {
  if (row.return_document === null || row.return_line === null) return {};
  const returned = { document: row.return_document, line: row.return_line };
  if (row.original_revision === null) return { returnOf: returned };
  const original = {
    ...returned,
    dates: datesOf(row, 'original_'),
    ...marksOf(row, 'original_'),
    attributes: row.original_attributes,
    batch: Number(row.original_batch),
    knownOn: row.original_known_on,
  };
  return { returnOf: returned, original };
}

function correctionOf({ correction_document, correction_line }: LineRow): Pick<Line, 'correctionOf'> {
  if (correction_document === null || correction_line === null) return {};
  return { correctionOf: { document: correction_document, line: correction_line } };
}

/** A discount as the database keeps it: its value as text, with the places that it came with. */
export type DiscountJson = Omit<Discount, 'value'> & { readonly value: string };

function discountsText(discounts: readonly Discount[]): string {
  const json = discounts.map(
    ({ value, ...said }): DiscountJson => ({ ...said, value: formatDecimal(value) }),
  );
  return JSON.stringify(json);
}

export function toDiscount({ origin, code, kind, value: text }: DiscountJson): Discount {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`Fault: the database gave the discount ${text}`);
  return { origin, code, kind, value };
}

function decimal(value: string | null): Decimal | undefined {
  return value === null ? undefined : parseDecimal(value);
}

export function optional<T>(value: T | undefined, textOf: (value: T) => string): string | undefined {
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

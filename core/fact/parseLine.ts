import { type LocalDate, parseDate } from '../calendar/localDate.ts';
import { type Decimal, parseDecimal, powerOfTen } from '../number/decimal.ts';
import { type RefusalCode, type Result, refuse } from '../refusal/refusals.ts';
import { CODE_LENGTH_MAX } from '../text/key.ts';
import { FieldReader } from './fieldReader.ts';
import {
  DATE_KINDS,
  type DateKind,
  DISCOUNT_ORIGINS,
  type Discount,
  LINE_KINDS,
  type Line,
  type LineDates,
  type LineMarks,
  type LineNumbers,
  type LineQuantities,
  type LineReference,
  NUMBER_KINDS,
  type NumberKind,
  QUANTITY_KINDS,
  type QuantityKind,
  SIDES,
  type Side,
} from './line.ts';
import { marksOf } from './lineMark.ts';

/**
 * The fields of a line file, by name. Free attributes are named `attribute.<name>`, discounts
 * `discount.<origin>.<code>`.
 */
export const LINE_FIELDS = [
  'source',
  'document',
  'line',
  'side',
  'company',
  'partner',
  'product',
  'orderDate',
  'deliveryDate',
  'receiptDate',
  'invoiceDate',
  'postingDate',
  'serviceDate',
  'paymentDate',
  'submissionDate',
  'orderNumber',
  'deliveryNumber',
  'receiptNumber',
  'invoiceNumber',
  'postingNumber',
  'paymentNumber',
  'quantity',
  'orderedQuantity',
  'receivedQuantity',
  'rejectedQuantity',
  'stockedQuantity',
  'unit',
  'listPrice',
  'unitPrice',
  'contractPrice',
  'unitCost',
  'netValue',
  'grossValue',
  'currency',
  'lineKind',
  'endCustomer',
  'taxCode',
  'taxRate',
  'returnOfDocument',
  'returnOfLine',
  'correctionOfDocument',
  'correctionOfLine',
  'knownOn',
  'takenOverFrom',
] as const;
export type LineField = (typeof LINE_FIELDS)[number];

/** Without these no line says which it is, and who bought or sold what of whom. */
export const NEEDED_LINE_FIELDS: readonly LineField[] = [
  'source',
  'document',
  'line',
  'side',
  'company',
  'partner',
  'product',
  'unit',
  'currency',
];

/** Free attributes are named by whoever describes the file, in letters, digits, "_" and "-". */
const ATTRIBUTE = 'attribute.';
const ATTRIBUTE_FIELD = /^attribute\.\p{L}[\p{L}\p{N}_-]*$/u;

/** Discounts are named by their origin and their code: `discount.promotion.SPRING`. */
const DISCOUNT = 'discount.';
const DISCOUNT_FIELD = /^discount\.([a-z]+)\.([^\p{Cc}\p{Cs}]+)$/u;

/** The three forms of a discount: "5%" off, "12.50" off the line, "=9.99" as the price of a unit. */
const DISCOUNT_TEXT = /^(=?)([^=%]*)(%?)$/;

/** Whose discount a field is, and its code. */
function discountIn(field: string): Pick<Discount, 'origin' | 'code'> | undefined {
  if (!field.startsWith(DISCOUNT)) return undefined;
  const [, word, code = ''] = DISCOUNT_FIELD.exec(field) ?? [];
  const origin = DISCOUNT_ORIGINS.find((known) => known === word);
  return origin === undefined || [...code].length > CODE_LENGTH_MAX ? undefined : { origin, code };
}

const KNOWN_FIELDS: ReadonlySet<string> = new Set(LINE_FIELDS);

/** Whether a column or mapping may have this name; another one would lose what stands in it. */
export function isLineField(field: string): boolean {
  if (KNOWN_FIELDS.has(field)) return true;
  const isNamedByFile = ATTRIBUTE_FIELD.test(field) || discountIn(field) !== undefined;
  return isNamedByFile && field === field.normalize('NFC');
}

/** The text of each field of one row; an empty text counts as absent. */
export type LineTexts = Readonly<Record<string, string>>;

export const QUANTITY_FIELDS: Readonly<Record<QuantityKind, LineField>> = {
  invoiced: 'quantity',
  ordered: 'orderedQuantity',
  received: 'receivedQuantity',
  rejected: 'rejectedQuantity',
  stocked: 'stockedQuantity',
};

export const PRICES_AND_VALUES = [
  'listPrice',
  'unitPrice',
  'contractPrice',
  'unitCost',
  'netValue',
  'grossValue',
] as const;

/**
 * One row of texts to a line, or every reason why it is none (all at once, not the first).
 * Refuses: line-field-missing, line-field-unknown, line-text-invalid, line-code-too-long,
 * line-decimal-invalid, line-scale-beyond-nine, line-digits-beyond-hundred, line-discount-invalid, line-date-invalid, line-value-not-allowed, line-currency-unknown, line-return-reference-incomplete,
 * line-correction-incomplete, line-correction-of-itself, line-total-invalid.
 */
export function parseLine(texts: LineTexts): Result<Line> {
  const row = new Row(texts);
  const line = {
    source: row.required('source'),
    document: row.required('document'),
    line: row.required('line'),
    revision: 1,
    side: row.side(),
    company: row.required('company'),
    partner: row.required('partner'),
    product: row.product(),
    dates: row.dates(),
    quantities: row.quantities(),
    unit: row.required('unit'),
    ...row.decimals(...PRICES_AND_VALUES),
    currency: row.currency(),
    ...row.marks(),
    ...row.discounts(),
    ...row.returnOf(),
    ...row.correctionOf(),
    attributes: row.attributes(),
    ...row.takenOverFrom(),
    batch: 0,
    ...row.knownOn(),
  };
  return row.refusals.length === 0 ? { ok: true, value: line } : { ok: false, refusals: row.refusals };
}

/** Reads the fields of a line. */
class Row extends FieldReader {
  constructor(texts: LineTexts) {
    super(texts, isLineField);
  }

  /** A total may be of several products. */
  product(): string {
    return this.text('takenOverFrom') === undefined ? this.required('product') : (this.code('product') ?? '');
  }

  side(): Side {
    this.required('side');
    return this.oneOf('side', SIDES) ?? 'sale';
  }

  dates(): LineDates {
    const dates: { [kind in DateKind]?: LocalDate } = {};
    for (const kind of DATE_KINDS) {
      const date = this.date(`${kind}Date`);
      if (date !== undefined) dates[kind] = date;
    }
    return dates;
  }

  quantities(): LineQuantities {
    const quantities: { [kind in QuantityKind]?: Decimal } = {};
    for (const kind of QUANTITY_KINDS) {
      const quantity = this.decimal(QUANTITY_FIELDS[kind]);
      if (quantity !== undefined) quantities[kind] = quantity;
    }
    return quantities;
  }

  marks(): LineMarks {
    return marksOf({
      numbers: this.numbers(),
      kind: this.oneOf('lineKind', LINE_KINDS),
      endCustomer: this.code('endCustomer'),
      taxCode: this.code('taxCode'),
      taxRate: this.decimal('taxRate'),
    });
  }

  private numbers(): LineNumbers | undefined {
    const numbers: { [kind in NumberKind]?: string } = {};
    for (const kind of NUMBER_KINDS) {
      const number = this.code(`${kind}Number`);
      if (number !== undefined) numbers[kind] = number;
    }
    return Object.keys(numbers).length === 0 ? undefined : numbers;
  }

  /** In one order whatever the order of the columns, so that one content has one text. */
  discounts(): Pick<Line, 'discounts'> {
    const discounts = Object.keys(this.texts)
      .filter((field) => field.startsWith('discount.'))
      .sort()
      .flatMap((field) => this.discount(field) ?? []);
    return discounts.length === 0 ? {} : { discounts };
  }

  private discount(field: string): Discount | undefined {
    const named = discountIn(field);
    const text = named && this.text(field);
    if (named === undefined || text === undefined) return undefined;
    const [, price, digits = '', percent] = DISCOUNT_TEXT.exec(text) ?? [];
    const value = parseDecimal(digits);
    const kind = price ? 'price' : percent ? 'percent' : 'amount';
    if (value === undefined || (price && percent) || !isSensible(kind, value)) {
      this.refusals.push(refuse('line-discount-invalid', field, { field, value: text }));
      return undefined;
    }
    this.checkPlaces(field, text, value);
    return { ...named, kind, value };
  }

  returnOf(): Pick<Line, 'returnOf'> {
    const returnOf = this.reference('returnOf', 'line-return-reference-incomplete');
    return returnOf === undefined ? {} : { returnOf };
  }

  /** A line that named itself would stand in its own place. */
  correctionOf(): Pick<Line, 'correctionOf'> {
    const correctionOf = this.reference('correctionOf', 'line-correction-incomplete');
    if (correctionOf === undefined) return {};
    const { document, line } = correctionOf;
    if (document === this.text('document') && line === this.text('line')) {
      this.refusals.push(refuse('line-correction-of-itself', 'correctionOfLine', { document, line }));
    }
    return { correctionOf };
  }

  private reference(field: 'returnOf' | 'correctionOf', incomplete: RefusalCode): LineReference | undefined {
    const document = this.code(`${field}Document`);
    const line = this.code(`${field}Line`);
    if (document === undefined && line === undefined) return undefined;
    if (document !== undefined && line !== undefined) return { document, line };
    const missing = `${field}${document === undefined ? 'Document' : 'Line'}`;
    this.refusals.push(refuse(incomplete, missing, { field: missing }));
    return undefined;
  }

  knownOn(): Pick<Line, 'knownOn'> {
    const knownOn = this.date('knownOn');
    return knownOn === undefined ? {} : { knownOn };
  }

  /** A total has the days that its period ends with, and nothing that only a single line can have. */
  takenOverFrom(): Pick<Line, 'takenOverFrom'> {
    const from = this.date('takenOverFrom');
    if (from === undefined) return {};
    const ends = DATE_KINDS.map((kind) => `${kind}Date`).filter((field) => this.text(field) !== undefined);
    const early = ends.filter((field) => (parseDate(this.text(field) ?? '') ?? from) < from);
    const single = Object.keys(this.texts).filter(
      (field) => isOfSingleLine(field) && this.text(field) !== undefined,
    );
    const wrong = ends.length === 0 ? ['takenOverFrom'] : [...early, ...single];
    for (const field of wrong) this.refusals.push(refuse('line-total-invalid', field, { field }));
    return { takenOverFrom: from };
  }

  attributes(): Record<string, string> {
    const attributes: Record<string, string> = {};
    for (const [field, value] of Object.entries(this.texts)) {
      if (field.startsWith(ATTRIBUTE) && ATTRIBUTE_FIELD.test(field) && value !== '') {
        attributes[field.slice(ATTRIBUTE.length)] = value.normalize('NFC');
      }
    }
    return attributes;
  }
}

/** What a sum of lines cannot say: a price, a discount, what it takes back. */
const OF_SINGLE_LINE: ReadonlySet<string> = new Set([
  'listPrice',
  'unitPrice',
  'contractPrice',
  'unitCost',
  'returnOfDocument',
  'returnOfLine',
  'correctionOfDocument',
  'correctionOfLine',
]);

function isOfSingleLine(field: string): boolean {
  return OF_SINGLE_LINE.has(field) || DISCOUNT_FIELD.test(field);
}

/** More than everything cannot be taken off, and a price below zero is none. */
function isSensible(kind: Discount['kind'], value: Decimal): boolean {
  if (kind === 'amount') return true;
  return value.digits >= 0n && (kind === 'price' || value.digits <= 100n * powerOfTen(value.scale));
}

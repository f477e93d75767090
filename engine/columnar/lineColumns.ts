import {
  DATE_KINDS,
  type DateKind,
  type Line,
  QUANTITY_KINDS,
  type QuantityKind,
} from '../../core/fact/line.ts';
import { type CodeColumn, CodeColumnBuilder, valueAt } from './codeColumn.ts';
import { type DecimalColumn, DecimalColumnBuilder, decimalAt, isBelowZero } from './decimalColumn.ts';
import { Dictionary } from './dictionary.ts';
import { sortedRows } from './sortedRows.ts';

/** How each field of a line is kept; a field that the table lacks does not compile. */
const FIELDS = {
  source: 'code',
  document: 'code',
  line: 'code',
  revision: 'code',
  side: 'code',
  company: 'code',
  partner: 'code',
  product: 'code',
  dates: 'days',
  quantities: 'amounts',
  unit: 'code',
  listPrice: 'decimal',
  unitPrice: 'decimal',
  contractPrice: 'decimal',
  unitCost: 'decimal',
  netValue: 'decimal',
  grossValue: 'decimal',
  currency: 'code',
  numbers: 'alike',
  kind: 'code',
  endCustomer: 'code',
  taxCode: 'code',
  taxRate: 'decimal',
  discounts: 'rare',
  returnOf: 'rare',
  original: 'rare',
  correctionOf: 'rare',
  correction: 'rare',
  attributes: 'alike',
  takenOverFrom: 'code',
  batch: 'code',
  knownOn: 'code',
} as const satisfies { readonly [field in keyof Line]-?: string };

type FieldOf<Kind> = {
  [field in keyof Line]-?: (typeof FIELDS)[field] extends Kind ? field : never;
}[keyof Line];
type CodeField = FieldOf<'code' | 'alike'>;
type DecimalField = FieldOf<'decimal'>;
type RareField = FieldOf<'rare'>;

function fieldsOf<Kind extends string>(...kinds: readonly Kind[]): FieldOf<Kind>[] {
  const isOfKind = (field: string): field is FieldOf<Kind> =>
    kinds.some((kind) => kind === FIELDS[field as keyof Line]);
  return Object.keys(FIELDS).filter(isOfKind);
}

const CODE_FIELDS = fieldsOf('code', 'alike');
const DECIMAL_FIELDS = fieldsOf('decimal');
const RARE_FIELDS = fieldsOf('rare');

/**
 * Lines in columns, sorted by partner, side, company and day: plain values, which may be shared
 * between threads. A row is the place of a line among them. Codes of partners are in the order of
 * their texts.
 */
export type LineColumns = {
  readonly count: number;
  readonly codes: { readonly [field in CodeField]: CodeColumn<Line[field]> };
  readonly days: { readonly [kind in DateKind]: CodeColumn<number | undefined> };
  readonly amounts: { readonly [kind in QuantityKind]: DecimalColumn };
  readonly decimals: { readonly [field in DecimalField]: DecimalColumn };
  readonly rare: { readonly [field in RareField]: ReadonlyMap<number, NonNullable<Line[field]>> };
};

/** What executors look at beside amounts, days and what is rare; the rest is for `lineAt` alone. */
const SCANNED_FIELDS = [
  'document',
  'side',
  'company',
  'partner',
  'product',
  'unit',
  'currency',
  'kind',
  'takenOverFrom',
] as const satisfies readonly CodeField[];

/** The columns of lines, and the place among the lines that each row comes from. */
export type SortedColumns = { readonly facts: LineColumns; readonly order: Uint32Array };

/**
 * With `isScanned` without what only `lineAt` needs: for lines that are at hand anyway. Partners and
 * products have the codes that they have in `like`, where none of them is new.
 */
export function columnsOf(lines: Iterable<Line>, isScanned: boolean, like?: LineColumns): SortedColumns {
  const builder = new LineColumnsBuilder(isScanned);
  for (const line of lines) builder.push(line);
  return builder.sorted(like);
}

/** Takes in lines, whole or column by column: then each column gets one value, and `endRow` follows. */
export class LineColumnsBuilder {
  readonly codes = builders(CODE_FIELDS, (field) => new CodeColumnBuilder<unknown>(keysOf(field)));
  readonly days = builders(DATE_KINDS, () => new CodeColumnBuilder<number | undefined>());
  readonly amounts = builders(QUANTITY_KINDS, () => new DecimalColumnBuilder());
  readonly decimals = builders(DECIMAL_FIELDS, () => new DecimalColumnBuilder());
  readonly rare = builders(RARE_FIELDS, () => new Map<number, unknown>());
  private readonly fields: readonly CodeField[];
  private rows = 0;

  constructor(isScanned = false) {
    this.fields = isScanned ? SCANNED_FIELDS : CODE_FIELDS;
  }

  /** So many rows are in; the next one has this number. */
  get count(): number {
    return this.rows;
  }

  push(line: Line): void {
    const { codes, days, amounts, decimals, rare } = this;
    for (const field of this.fields) codes[field].push(line[field]);
    for (const kind of DATE_KINDS) days[kind].push(line.dates[kind]);
    for (const kind of QUANTITY_KINDS) amounts[kind].push(line.quantities[kind]);
    for (const field of DECIMAL_FIELDS) decimals[field].push(line[field]);
    for (const field of RARE_FIELDS) if (line[field] !== undefined) rare[field].set(this.rows, line[field]);
    this.endRow();
  }

  endRow(): void {
    this.rows += 1;
  }

  sorted(like?: LineColumns): SortedColumns {
    const { codes, days, amounts, decimals, rare } = this;
    if (like === undefined || !adopted(codes.partner, like.codes.partner.values)) {
      codes.partner.sortValues((a, b) => (String(a) < String(b) ? -1 : 1));
    }
    if (like !== undefined) adopted(codes.product, like.codes.product.values);
    const order = sortedRows(this.rows, [codes.partner, codes.side, codes.company], days.invoice);
    const facts = {
      count: this.rows,
      codes: builders(CODE_FIELDS, (field) => codes[field].inOrder(order)) as LineColumns['codes'],
      days: builders(DATE_KINDS, (kind) => days[kind].inOrder(order)),
      amounts: builders(QUANTITY_KINDS, (kind) => amounts[kind].inOrder(order)),
      decimals: builders(DECIMAL_FIELDS, (field) => decimals[field].inOrder(order)),
      rare: builders(RARE_FIELDS, (field) => rowsInOrder(rare[field], order)) as LineColumns['rare'],
    };
    return { facts, order };
  }
}

function adopted(column: CodeColumnBuilder<unknown>, texts: readonly string[]): boolean {
  const { codes } = Dictionary.of(texts);
  return column.adopt(texts, (text) => codes.get(String(text)));
}

function builders<Name extends string, T>(names: readonly Name[], make: (name: Name) => T): Record<Name, T> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, T>;
}

/** Objects are alike where their texts are. */
function keysOf(field: CodeField): ((value: unknown) => unknown) | undefined {
  return FIELDS[field] === 'alike' ? (value) => value && JSON.stringify(value) : undefined;
}

function rowsInOrder(rare: ReadonlyMap<number, unknown>, order: Uint32Array): Map<number, unknown> {
  const found = new Map<number, unknown>();
  if (rare.size === 0) return found;
  for (let row = 0; row < order.length; row += 1) {
    const value = rare.get(order[row] as number);
    if (value !== undefined) found.set(row, value);
  }
  return found;
}

/** The line of a row, with each field that it came with. */
export function lineAt({ codes, days, amounts, decimals, rare }: LineColumns, row: number): Line {
  const line: Record<string, unknown> = {};
  for (const field of CODE_FIELDS) set(line, field, valueAt<unknown>(codes[field], row));
  line.dates = found(DATE_KINDS, (kind) => valueAt(days[kind], row));
  line.quantities = found(QUANTITY_KINDS, (kind) => decimalAt(amounts[kind], row));
  for (const field of DECIMAL_FIELDS) set(line, field, decimalAt(decimals[field], row));
  for (const field of RARE_FIELDS)
    set(line, field, rare[field].size === 0 ? undefined : rare[field].get(row));
  return line as Line;
}

/** Whether a line takes something back, as `isNegative` says of it. */
export function isNegativeRow({ decimals, amounts }: LineColumns, row: number): boolean {
  const columns = [decimals.netValue, decimals.grossValue, ...QUANTITY_KINDS.map((kind) => amounts[kind])];
  return columns.some((column) => isBelowZero(column, row));
}

function found(names: readonly string[], of: (name: never) => unknown): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (const name of names) set(members, name, of(name as never));
  return members;
}

/** What is absent leaves no trace in a fact. */
function set(members: Record<string, unknown>, name: string, value: unknown): void {
  if (value !== undefined) members[name] = value;
}

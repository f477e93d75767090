import { type LocalDate, parseDate } from '../calendar/localDate.ts';
import { minorOf } from '../money/minorOf.ts';
import { type Decimal, parseDecimal } from '../number/decimal.ts';
import { type Refusal, refuse } from '../refusal/refusals.ts';
import { CODE_LENGTH_MAX, joinKey } from '../text/key.ts';
import type { ClaimLine } from './claim.ts';

/** The columns of a file of claims; a row is a line, and rows with one reference of a partner are one claim. */
export const CLAIM_COLUMNS = [
  'reference',
  'partner',
  'agreement',
  'currency',
  'sentOn',
  'changes',
  'term',
  'participant',
  'firstDay',
  'lastDay',
  'amount',
  'source',
  'document',
  'documentLine',
  'product',
  'customer',
  'contract',
  'day',
  'quantity',
  'unit',
  'unitAmount',
] as const;
export type ClaimColumn = (typeof CLAIM_COLUMNS)[number];

/** Those that every row needs. */
export const CLAIM_COLUMNS_NEEDED = [
  'reference',
  'partner',
  'agreement',
  'currency',
  'term',
  'firstDay',
  'lastDay',
  'amount',
] as const satisfies readonly ClaimColumn[];

const TEMPLATE: Readonly<Partial<Record<ClaimColumn, string>>> = {
  reference: 'R-1',
  agreement: 'A-2026',
  currency: 'EUR',
  term: 'volume',
  firstDay: '2026-01-01',
  lastDay: '2026-12-31',
  amount: '100.00',
};

/** A row that shows how a file is filled in, by the columns. */
export function templateRow(partner: string): readonly string[] {
  return CLAIM_COLUMNS.map((column) => (column === 'partner' ? partner : (TEMPLATE[column] ?? '')));
}

/** A claim as a partner sends it; whose line it is, its rows say. */
export type SentClaim = {
  readonly reference: string;
  readonly partner: string;
  readonly agreement: string;
  readonly currency: string;
  readonly sentOn?: LocalDate;
  /** The reference of the claim that it changes. */
  readonly changes?: string;
  /** The row of each line, in the order of the lines. */
  readonly rows: readonly number[];
  readonly lines: readonly ClaimLine[];
};

export type ClaimRow = { readonly row: number; readonly texts: Readonly<Record<string, string>> };

/** What was said of rows, and which claims all of whose rows can be read. */
export type ReadClaims = { readonly claims: readonly SentClaim[]; readonly refusals: readonly Refusal[] };

const HEAD = ['agreement', 'currency', 'sentOn', 'changes'] as const;

/**
 * Reads the rows of a file as claims. A claim with one bad row is left out whole: half of it would be
 * another claim than the one that was sent. What is said once for a claim is the same in each of its rows.
 * Refuses, by row and column: claim-field-missing, claim-field-invalid, claim-field-differs.
 */
export function readClaims(rows: readonly ClaimRow[]): ReadClaims {
  const groups = Map.groupBy(rows, ({ texts }) => joinKey(texts.partner ?? '', texts.reference ?? ''));
  const refusals: Refusal[] = [];
  const claims: SentClaim[] = [];
  for (const own of groups.values()) {
    const readers = own.map((row) => new ClaimRowReader(row));
    const lines = readers.map((reader, index) => reader.line(index + 1));
    const [first] = readers;
    for (const reader of readers.slice(1)) first?.sameAs(reader);
    const found = readers.flatMap((reader) => reader.refusals);
    refusals.push(...found);
    const head = first?.head();
    if (head === undefined || found.length > 0) continue;
    claims.push({ ...head, rows: own.map(({ row }) => row), lines });
  }
  return { claims, refusals };
}

/** One row, and what is wrong with it. */
class ClaimRowReader {
  readonly refusals: Refusal[] = [];
  private readonly row: ClaimRow;

  constructor(row: ClaimRow) {
    this.row = row;
  }

  head() {
    const sentOn = parseDate(this.text('sentOn'));
    const changes = this.text('changes');
    return {
      reference: this.text('reference'),
      partner: this.text('partner'),
      agreement: this.text('agreement'),
      currency: this.text('currency'),
      ...(sentOn !== undefined && { sentOn }),
      ...(changes !== '' && { changes }),
    };
  }

  /** What the head of a claim says, this row must say as the first one does. */
  sameAs(other: ClaimRowReader): void {
    for (const field of HEAD) {
      if (this.text(field) !== other.text(field)) other.refuse('claim-field-differs', field);
    }
  }

  line(number: number): ClaimLine {
    for (const field of CLAIM_COLUMNS_NEEDED)
      if (this.text(field) === '') this.refuse('claim-field-missing', field);
    for (const field of CLAIM_COLUMNS)
      if (this.text(field).length > CODE_LENGTH_MAX) this.refuse('claim-field-invalid', field);
    this.date('sentOn');
    const [from, until, day] = [this.date('firstDay'), this.date('lastDay'), this.date('day')];
    if (from !== undefined && until !== undefined && until < from)
      this.refuse('claim-field-invalid', 'lastDay');
    const [quantity, unitAmount] = [this.decimal('quantity'), this.decimal('unitAmount')];
    return {
      number,
      term: this.text('term'),
      participant: this.text('participant') || this.text('partner'),
      window: { from: from ?? 0, until: (until ?? 0) + 1 },
      minor: this.minor(),
      ...this.transaction(),
      ...this.texts(),
      ...(day !== undefined && { day }),
      ...(quantity && { quantity }),
      ...(unitAmount && { unitAmount }),
    };
  }

  private texts() {
    const [product, customer, contract, unit] = (['product', 'customer', 'contract', 'unit'] as const).map(
      (field) => this.text(field),
    );
    return {
      ...(product && { product }),
      ...(customer && { customer }),
      ...(contract && { contract }),
      ...(unit && { unit }),
    };
  }

  private transaction(): Pick<ClaimLine, 'transaction'> {
    const fields = ['source', 'document', 'documentLine'] as const;
    const said = fields.filter((field) => this.text(field) !== '');
    if (said.length === 0) return {};
    for (const field of fields) if (!said.includes(field)) this.refuse('claim-field-missing', field);
    const [source, document, line] = fields.map((field) => this.text(field)) as [string, string, string];
    return { transaction: { source, document, line } };
  }

  private minor(): bigint {
    const amount = parseDecimal(this.text('amount'));
    const minor = amount && minorOf(amount, this.text('currency'));
    if (this.text('amount') !== '' && (minor === undefined || minor === 0n))
      this.refuse('claim-field-invalid', 'amount');
    return minor ?? 0n;
  }

  private date(field: ClaimColumn): LocalDate | undefined {
    const text = this.text(field);
    const day = text === '' ? undefined : parseDate(text);
    if (text !== '' && day === undefined) this.refuse('claim-field-invalid', field);
    return day;
  }

  private decimal(field: ClaimColumn): Decimal | undefined {
    const text = this.text(field);
    const value = text === '' ? undefined : parseDecimal(text);
    const isWrong = value === undefined || value.scale > 9 || String(value.digits).length > 40;
    if (text !== '' && isWrong) this.refuse('claim-field-invalid', field);
    return value;
  }

  private text(field: ClaimColumn): string {
    return (this.row.texts[field] ?? '').normalize('NFC');
  }

  private refuse(
    code: 'claim-field-missing' | 'claim-field-invalid' | 'claim-field-differs',
    field: ClaimColumn,
  ): void {
    const facts = { row: String(this.row.row), field, value: this.text(field) };
    this.refusals.push(refuse(code, field, facts));
  }
}

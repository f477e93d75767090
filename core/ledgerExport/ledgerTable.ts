import { formatDate, type LocalDate, toYearMonthDay } from '../calendar/localDate.ts';
import { LEDGER_ROLES, type LedgerRole } from '../ledger/ledgerRole.ts';
import { moneyText } from '../money/money.ts';
import { type BookedTransfer, narrationOf } from './bookedTransfer.ts';

/** A side of a transfer, as a row of its own. */
type Side = {
  readonly account: string;
  readonly role: LedgerRole;
  readonly isDebit: boolean;
  readonly contra: string;
};

/** What a column may hold; `account` and what hangs on it is of one side, where each side has its row. */
export const TABLE_FIELDS = [
  'number',
  'transfer',
  'company',
  'bookedOn',
  'effectiveOn',
  'event',
  'narration',
  'debitAccount',
  'creditAccount',
  'debitRole',
  'creditRole',
  'amount',
  'currency',
  'partner',
  'partnerName',
  'agreement',
  'term',
  'windowFirst',
  'windowLast',
  'cause',
  'originKind',
  'originId',
  'reverses',
  'counterparty',
  'bookAmount',
  'bookCurrency',
  'item',
] as const;
export const SIDE_FIELDS = [
  'account',
  'role',
  'type',
  'contraAccount',
  'debit',
  'credit',
  'signed',
  'side',
] as const;
export type TableField = (typeof TABLE_FIELDS)[number] | (typeof SIDE_FIELDS)[number];

export const DATE_FORMS = ['YYYY-MM-DD', 'YYYYMMDD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY'] as const;
export type DateForm = (typeof DATE_FORMS)[number];

export type TableColumn =
  | { readonly name: string; readonly field: TableField }
  | { readonly name: string; readonly text: string };

/** How the table of another system looks. */
export type LedgerTable = {
  /** One row for each transfer, or one for each of its two sides. */
  readonly rows: 'transfers' | 'sides';
  readonly columns: readonly TableColumn[];
  readonly decimalMark: '.' | ',';
  readonly dates: DateForm;
  /** Accounts that are called otherwise there; others stay. */
  readonly accounts: ReadonlyMap<string, string>;
};

/** Our own table: every field, a row for each transfer. */
export const OWN_TABLE: LedgerTable = {
  rows: 'transfers',
  columns: TABLE_FIELDS.map((field) => ({ name: field, field })),
  decimalMark: '.',
  dates: 'YYYY-MM-DD',
  accounts: new Map(),
};

export function tableHeader({ columns }: LedgerTable): string[] {
  return columns.map(({ name }) => name);
}

/** The rows of a transfer, a text for each column; what it does not say is empty. */
export function tableRows(table: LedgerTable, transfer: BookedTransfer): string[][] {
  const named = (account: string) => table.accounts.get(account) ?? account;
  const [debit, credit] = [named(transfer.debitAccount), named(transfer.creditAccount)];
  const row = (side: Side | undefined) =>
    table.columns.map((column) => {
      if ('text' in column) return column.text;
      return cellOf(column.field, { table, transfer, debit, credit, side });
    });
  if (table.rows === 'transfers') return [row(undefined)];
  return [
    row({ account: debit, role: transfer.debit, isDebit: true, contra: credit }),
    row({ account: credit, role: transfer.credit, isDebit: false, contra: debit }),
  ];
}

type Cell = {
  readonly table: LedgerTable;
  readonly transfer: BookedTransfer;
  readonly debit: string;
  readonly credit: string;
  readonly side: Side | undefined;
};

function cellOf(field: TableField, cell: Cell): string {
  return CELLS[field](cell) ?? '';
}

const amount = ({ table, transfer: { minor, currency } }: Cell, sign: 1n | -1n = 1n) =>
  moneyText({ minor: sign * minor, currency }).replace('.', table.decimalMark);
const day = ({ table }: Cell, date: LocalDate | undefined) =>
  date === undefined ? undefined : DATES[table.dates](date);

const CELLS: Readonly<Record<TableField, (cell: Cell) => string | undefined>> = {
  number: ({ transfer }) => String(transfer.number),
  transfer: ({ transfer }) => transfer.id,
  company: ({ transfer }) => transfer.company,
  bookedOn: (cell) => day(cell, cell.transfer.bookedOn),
  effectiveOn: (cell) => day(cell, cell.transfer.effectiveOn),
  event: ({ transfer }) => transfer.event,
  narration: ({ transfer }) => narrationOf(transfer),
  debitAccount: ({ debit }) => debit,
  creditAccount: ({ credit }) => credit,
  debitRole: ({ transfer }) => transfer.debit,
  creditRole: ({ transfer }) => transfer.credit,
  amount: (cell) => amount(cell),
  currency: ({ transfer }) => transfer.currency,
  bookAmount: ({ table, transfer: { book } }) => book && moneyText(book).replace('.', table.decimalMark),
  bookCurrency: ({ transfer }) => transfer.book?.currency,
  partner: ({ transfer }) => transfer.partner,
  partnerName: ({ transfer }) => transfer.partnerName,
  agreement: ({ transfer }) => transfer.subject?.agreement,
  term: ({ transfer }) => transfer.subject?.term,
  windowFirst: (cell) => day(cell, cell.transfer.subject?.window.from),
  windowLast: (cell) => {
    const { subject } = cell.transfer;
    return subject && day(cell, subject.window.until - 1);
  },
  cause: ({ transfer }) => transfer.cause,
  originKind: ({ transfer }) => transfer.origin.kind,
  originId: ({ transfer }) => transfer.origin.id,
  reverses: ({ transfer }) => transfer.reverses,
  counterparty: ({ transfer }) => transfer.counterparty,
  item: ({ transfer }) => transfer.item,
  account: ({ side }) => side?.account,
  role: ({ side }) => side?.role,
  type: ({ side }) => side && LEDGER_ROLES[side.role],
  contraAccount: ({ side }) => side?.contra,
  debit: (cell) => (cell.side?.isDebit ? amount(cell) : undefined),
  credit: (cell) => (cell.side?.isDebit === false ? amount(cell) : undefined),
  signed: (cell) => cell.side && amount(cell, cell.side.isDebit ? 1n : -1n),
  side: ({ side }) => side && (side.isDebit ? 'D' : 'C'),
};

const DATES: Readonly<Record<DateForm, (date: LocalDate) => string>> = {
  'YYYY-MM-DD': formatDate,
  YYYYMMDD: (date) => formatDate(date).replaceAll('-', ''),
  'DD.MM.YYYY': (date) => turned(date, '.', 'day'),
  'DD/MM/YYYY': (date) => turned(date, '/', 'day'),
  'MM/DD/YYYY': (date) => turned(date, '/', 'month'),
};

function turned(date: LocalDate, mark: string, first: 'day' | 'month'): string {
  const { year, month, day: number } = toYearMonthDay(date);
  const two = (value: number) => String(value).padStart(2, '0');
  const parts = first === 'day' ? [two(number), two(month)] : [two(month), two(number)];
  return [...parts, String(year).padStart(4, '0')].join(mark);
}

import type { Answer } from '../../../api/answer.ts';
import { currencyIn } from './currencyIn.ts';

/** What a file holds, of which each column is given a meaning. */
export const READ_SUBJECTS = [
  'lines',
  'partner',
  'product',
  'payments',
  'stock',
  'category',
  'price',
  'rate',
  'ownDocument',
] as const;
export type Subject = (typeof READ_SUBJECTS)[number];

/** What a file may be: one that is read by its columns, or master data of any kinds in our own form. */
export type FileSubject = Subject | 'ownForm';
export const FILE_SUBJECTS: readonly FileSubject[] = [...READ_SUBJECTS, 'ownForm'];

/** By which way a file comes in. */
export function wayOf(subject: FileSubject): 'lines' | 'payments' | 'stock' | 'master' {
  return subject === 'lines' || subject === 'payments' || subject === 'stock' ? subject : 'master';
}

export type Inspection = Answer<'inspectFile'>;

/** A column of the file, and what somebody says of it. */
export type DraftColumn = {
  readonly column: string;
  readonly field: string;
  /** How its numbers or days are written, where the file leaves it open and somebody has said it. */
  readonly written: string;
};

/** A description in the making. */
export type Draft = {
  readonly subject: Subject;
  /** The system that the file comes from; the description is kept under this name. */
  readonly source: string;
  readonly columns: readonly DraftColumn[];
  /** What no column says and is the same in every row, by field. */
  readonly constants: Readonly<Record<string, string>>;
};

export const ASIDE = 'aside';
/** A column that is kept under the name that it has. */
export const ATTRIBUTE = 'attribute';

type Wants = {
  /** What has to be said: by a column, or the same in every row. */
  readonly needed: readonly string[];
  /** The same, and may stay unsaid. */
  readonly asked: readonly string[];
  /** Of these a column has to speak. */
  readonly columns: readonly string[];
};

const OF_MASTER: Wants = { needed: [], asked: [], columns: ['code'] };

const WANTS: Readonly<Record<Subject, Wants>> = {
  // Without them no line says who bought or sold what of whom.
  lines: {
    needed: ['side', 'company', 'partner', 'product', 'unit', 'currency'],
    asked: [],
    columns: ['document'],
  },
  payments: {
    needed: ['currency'],
    asked: ['documentSource'],
    columns: ['payment', 'paidOn', 'document', 'amount'],
  },
  stock: { needed: ['company', 'unit'], asked: [], columns: ['product', 'day', 'quantity'] },
  partner: OF_MASTER,
  product: OF_MASTER,
  category: OF_MASTER,
  price: { ...OF_MASTER, columns: ['code', 'price'] },
  rate: { ...OF_MASTER, columns: ['code', 'validFrom'] },
  ownDocument: OF_MASTER,
};

const CONSTANTS: Readonly<Partial<Record<Subject, Draft['constants']>>> = {
  lines: { side: 'sale', unit: 'EA' },
  stock: { unit: 'EA' },
};

export function draftOf(subject: Subject, { columns, name }: Inspection): Draft {
  const currency = currencyIn(columns);
  return {
    subject,
    source: name.replace(/\..*/s, ''),
    columns: columns.map(({ column, field }) => ({ column, field, written: '' })),
    constants: { ...CONSTANTS[subject], ...(currency !== undefined && { currency }) },
  };
}

/** Fields that no column says and that are the same in every row. */
export function constantsOf({ subject, columns }: Draft): readonly string[] {
  const { needed, asked } = WANTS[subject];
  return [...needed, ...asked].filter((field) => !columns.some((one) => one.field === field));
}

/** Whether a field may stay unsaid. */
export function isOptional(subject: Subject, field: string): boolean {
  return WANTS[subject].asked.includes(field);
}

/** Fields of which a column has to speak and none does. */
export function missingOf({ subject, columns }: Draft): readonly string[] {
  return WANTS[subject].columns.filter((field) => !columns.some((one) => one.field === field));
}

/** Fields that are the same in every row, and of which nobody has said what they are. */
export function unsaidOf(draft: Draft): readonly string[] {
  return constantsOf(draft).filter(
    (field) => !isOptional(draft.subject, field) && (draft.constants[field] ?? '').trim() === '',
  );
}

/** Fields that two columns are said to be. */
export function doubledOf({ columns }: Draft): ReadonlySet<string> {
  const fields = columns.map(({ field }) => field).filter((field) => field !== ASIDE && field !== ATTRIBUTE);
  return new Set(fields.filter((field, index) => fields.indexOf(field) !== index));
}

export function isComplete(draft: Draft, asked: ReadonlyMap<string, unknown>): boolean {
  const isOpen = draft.columns.some(
    ({ column, field, written }) => field !== ASIDE && asked.has(column) && written === '',
  );
  const isNamed = draft.source.trim() !== '';
  return (
    !isOpen &&
    unsaidOf(draft).length === 0 &&
    isNamed &&
    doubledOf(draft).size === 0 &&
    missingOf(draft).length === 0
  );
}

/** The description by which the server reads the file. */
export function descriptionOf(draft: Draft, inspection: Inspection): Record<string, unknown> {
  const way = wayOf(draft.subject);
  if (way === 'lines') return lineSource(draft, inspection);
  return way === 'master' ? masterSource(draft, inspection) : factSource(draft, inspection);
}

const NAMES = { partnerName: 'partner', productName: 'product' } as const;

function lineSource(draft: Draft, inspection: Inspection): Record<string, unknown> {
  const columnOf = (field: string) => draft.columns.find((one) => one.field === field)?.column;
  const own = draft.columns.filter(({ field }) => !isApart(field));
  const line = columnOf('line');
  const document = columnOf('document');
  const names = Object.entries(NAMES).flatMap(([field, kind]) => {
    const column = columnOf(field);
    return column === undefined ? [] : [[kind, { column }]];
  });
  const discounts = draft.columns.flatMap(discountOf);
  return {
    format: 'openrebate-lines/v1',
    source: draft.source.trim(),
    file: inspection.name,
    reading: readingOf(draft, inspection),
    identity: line === undefined ? { by: 'occurrence', document } : { by: 'lineNumber', document, line },
    fields: {
      ...Object.fromEntries(constantsOf(draft).map((field) => [field, constantOf(draft, field)])),
      ...Object.fromEntries(own.map(({ field, column }) => [lineField(field, column), { column }])),
    },
    ...(discounts.length > 0 && { discounts }),
    ...(names.length > 0 && { names: Object.fromEntries(names) }),
  };
}

function constantOf({ constants }: Draft, field: string) {
  return { constant: (constants[field] ?? '').trim() };
}

/** What is no field of a line by itself. */
function isApart(field: string): boolean {
  return [ASIDE, 'document', 'line', ...Object.keys(NAMES)].includes(field) || /^discount[A-Z]/.test(field);
}

/** Attributes are named in letters, digits, "_" and "-". */
function lineField(field: string, column: string): string {
  if (field !== ATTRIBUTE) return field;
  const name = column
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}_-]+/gu, '_')
    .replace(/^[^\p{L}]+/u, '');
  return `attribute.${name === '' ? 'column' : name}`;
}

function discountOf({ field, column }: DraftColumn): Record<string, unknown>[] {
  const rule = { origin: 'rule', code: { constant: 'LINE' } };
  if (field === 'discountAmount') return [{ ...rule, amount: { column } }];
  if (field === 'discountPercent') return [{ ...rule, percent: { column } }];
  if (field !== 'discountFraction') return [];
  return [{ ...rule, percent: { product: [{ column }, { constant: '100' }] } }];
}

/** Payments and stock: who says it is the system that the file comes from. */
function factSource(draft: Draft, inspection: Inspection): Record<string, unknown> {
  const used = draft.columns.filter(({ field }) => field !== ASIDE);
  const constants = constantsOf(draft).filter((field) => (draft.constants[field] ?? '').trim() !== '');
  return {
    format: 'openrebate-facts/v1',
    kind: draft.subject,
    file: inspection.name,
    reading: readingOf(draft, inspection),
    fields: {
      source: { constant: draft.source.trim() },
      ...Object.fromEntries(constants.map((field) => [field, constantOf(draft, field)])),
      ...Object.fromEntries(used.map(({ field, column }) => [field, { column }])),
    },
  };
}

const OWN = ['code', 'name', 'validFrom'];

function masterSource(draft: Draft, inspection: Inspection): Record<string, unknown> {
  const used = draft.columns.filter(({ field }) => field !== ASIDE);
  const own = used.filter(({ field }) => OWN.includes(field));
  const free = used.filter(({ field }) => !OWN.includes(field));
  const said = Object.fromEntries(own.map(({ field, column }) => [field, { column }]));
  return {
    format: 'openrebate-master/v1',
    kind: draft.subject,
    file: inspection.name,
    reading: readingOf(draft, inspection),
    // What has no name is called what its code says.
    name: said.code,
    ...said,
    attributes: Object.fromEntries(
      free.map(({ field, column }) => [field === ATTRIBUTE ? column.normalize('NFC') : field, { column }]),
    ),
  };
}

/** How the file is written: what was found out, and what somebody has answered. */
function readingOf({ columns }: Draft, { description }: Inspection): Record<string, unknown> {
  const { reading = {} } = description as { readonly reading?: Record<string, unknown> };
  const { columns: found = {} } = reading as { readonly columns?: Record<string, Record<string, unknown>> };
  const answered = columns
    .filter(({ written }) => written !== '')
    .map(({ column, written }) => [column, { ...found[column], ...writtenOf(written) }]);
  const used = new Set(columns.filter(({ field }) => field !== ASIDE).map(({ column }) => column));
  const kept = Object.entries(found).filter(([column]) => used.has(column));
  const all = { ...Object.fromEntries(kept), ...Object.fromEntries(answered) };
  return { ...reading, ...(Object.keys(all).length > 0 && { columns: all }) };
}

export const NUMBERS_WRITTEN = ['1,234.56', '1.234,56', '1234.56'] as const;
export const DAYS_WRITTEN = ['day-month-year', 'month-day-year', 'year-month-day', 'serial1900'] as const;

function writtenOf(written: string): Record<string, string> {
  return DAYS_WRITTEN.some((known) => known === written) ? { date: written } : { number: written };
}

import { bestOf, type Candidate, type ReadColumn } from './candidate.ts';
import { guessedColumn } from './guessedFields.ts';
import { ASIDE } from './meaning.ts';
import type { Notion } from './notion.ts';
import { ELSEWHERE_NAME } from './readColumn.ts';

/** What each line has in some way: of each row of fields one at least. */
const NEEDED: readonly (readonly string[])[] = [
  ['document'],
  ['product'],
  ['partner'],
  ['quantity', 'orderedQuantity', 'receivedQuantity'],
  ['invoiceDate', 'orderDate', 'deliveryDate', 'receiptDate', 'postingDate', 'serviceDate', 'paymentDate'],
  ['netValue', 'grossValue', 'unitPrice'],
];

const LIKELY = 40;
const DOCUMENT_LEAST = 60;
const MOST = 74;
/** With so few points a name says next to nothing. */
const LITTLE = 50;
/** A name of these alone leaves it open what it is about. */
const OPEN: ReadonlySet<Notion> = new Set<Notion>([
  'number',
  'code',
  'key',
  'date',
  'amount',
  'total',
  'document',
  'reference',
  'base',
]);
/** The later a paper is written, the rather a line stands in it. */
const OTHER_PAPERS = ['invoiceNumber', 'receiptNumber', 'deliveryNumber', 'postingNumber', 'orderNumber'];

/** Where no column is the document's number for itself, that of the order or delivery is. */
export function withDocument(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  if (columns.some((column) => isDocument(column) || isNumberedTogether(column))) return columns;
  const wanted = new Set(columns.map((column) => bestOf(column)?.field));
  const papers = OTHER_PAPERS.filter((field) => wanted.has(field));
  const paper = papers.find((field) => wanted.has(field.replace(/Number$/, 'Date'))) ?? papers[0];
  const first = columns.findIndex((column) => bestOf(column)?.field === paper);
  if (paper === undefined) return columns;
  const asDocument = (one: Candidate): Candidate => ({ ...one, field: 'document', why: half(one) });
  return columns.map((column, index) =>
    index === first ? mapped(column, (one) => (one.field === paper ? asDocument(one) : one)) : column,
  );
}

const DATES: Readonly<Partial<Record<Notion, string>>> = {
  order: 'orderDate',
  delivery: 'deliveryDate',
};

/** The day of a document that is an order's is the order's day. */
export function withDocumentDate(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const document = columns.find((column) => bestOf(column)?.field === 'document');
  const paper = document?.notions.find((notion) => DATES[notion] !== undefined);
  if (paper === undefined || document?.notions.includes('invoice')) return columns;
  const day = DATES[paper] as string;
  if (columns.some((column) => bestOf(column)?.field === day)) return columns;
  const isBought = columns.some(({ notions }) => notions.includes('supplier'));
  const isOfDocument = ({ notions }: ReadColumn) =>
    notions.includes('date') && (notions.includes('document') || (isBought && notions.length === 1));
  return columns.map((column) =>
    isOfDocument(column)
      ? mapped(column, (one) => (one.field === 'invoiceDate' ? { ...one, field: day, why: half(one) } : one))
      : column,
  );
}

function isDocument(column: ReadColumn): boolean {
  return (
    !OTHER_PAPERS.includes(bestOf(column)?.field ?? '') &&
    column.candidates.some(({ field, points }) => field === 'document' && points >= DOCUMENT_LEAST)
  );
}

/** A number of nothing else that several rows share is what they stand in. */
function isNumberedTogether({ notions, profile, candidates }: ReadColumn): boolean {
  const isBare =
    notions.includes('number') &&
    notions.every((one) => one === 'number' || one === 'key' || one === 'reference');
  const isLikely = candidates.some(({ field, points }) => field === 'document' && points >= LIKELY);
  return isBare && isLikely && profile.distinct < profile.filled;
}

/** Of two numbers of invoices one is the document's, and the other one nothing else of its own. */
export function withOneInvoice(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const isInvoice = (column: ReadColumn) =>
    column.notions.includes('invoice') && bestOf(column)?.field === 'document';
  if (columns.filter(isInvoice).length < 2) return columns;
  return columns.map((column) =>
    isInvoice(column)
      ? { ...column, candidates: column.candidates.filter(({ field }) => field !== 'invoiceNumber') }
      : column,
  );
}

/** Whoever reports sales is the partner, and the customers of the report are the customers at the end. */
export function withReporter(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const isReporter = ({ notions, candidates }: ReadColumn) =>
    notions.includes('reporter') &&
    notions.includes('number') &&
    candidates.some(({ field, why }) => field === 'partner' && why.includes('valuesFit'));
  if (!columns.some(isReporter)) return columns;
  return columns.map((column) =>
    column.notions.includes('customer')
      ? mapped(column, (one) =>
          one.field === 'partner' ? { field: 'endCustomer', points: one.points, why: half(one) } : one,
        )
      : column,
  );
}

/** Where a field that each line has is nobody's, the likeliest column has it, to be checked. */
export function withNeeded(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const named = missing(columns).reduce((before, fields) => lifted(before, fields[0] as string), columns);
  return missing(named).reduce((before, fields) => {
    const field = fields[0] as string;
    if (field === 'product' && !before.some((column) => /uantity$/.test(bestOf(column)?.field ?? '')))
      return before;
    const paper = before.find((column) => bestOf(column)?.field === 'document');
    const at = guessedColumn(before, field, isOpen, paper);
    return at === undefined
      ? before
      : before.map((column, index) => (index === at ? guessed(column, field) : column));
  }, named);
}

/** Whether nothing is known of a column but its values. */
function isOpen(column: ReadColumn): boolean {
  const best = bestOf(column);
  if (!column.notions.every((notion) => OPEN.has(notion))) return false;
  if (best?.field !== ASIDE) return false;
  const isElsewhere = best.why.includes('systemName') && best.points <= ELSEWHERE_NAME;
  return best.points <= LITTLE || best.why.includes('nameHalfSays') || isElsewhere;
}

function guessed(column: ReadColumn, field: string): ReadColumn {
  const points = Math.min(MOST, (bestOf(column)?.points ?? 0) + 1);
  const rest = column.candidates
    .filter((one) => one.field !== field)
    .map((one) => (one.field === ASIDE ? { ...one, points: Math.min(one.points, points - 1) } : one));
  return { ...column, candidates: [{ field, points, why: ['nameHalfSays', 'valuesFit'] }, ...rest] };
}

/** The fields that each line has and no column wants most. */
export function missing(columns: readonly ReadColumn[]): readonly (readonly string[])[] {
  const wanted = new Set(columns.map((column) => bestOf(column)?.field ?? ASIDE));
  return NEEDED.filter((fields) => !fields.some((field) => wanted.has(field)));
}

function lifted(columns: readonly ReadColumn[], wanted: string): readonly ReadColumn[] {
  const pointsOf = (column: ReadColumn) =>
    bestOf(column)?.field === ASIDE
      ? Math.max(0, ...column.candidates.filter(({ field }) => field === wanted).map(({ points }) => points))
      : 0;
  const most = Math.max(0, ...columns.map(pointsOf));
  if (most < LIKELY) return columns;
  const first = columns.findIndex((column) => pointsOf(column) === most);
  return columns.map((column, index) => (index === first ? preferred(column, wanted) : column));
}

function preferred(column: ReadColumn, wanted: string): ReadColumn {
  const points = Math.min(MOST, (bestOf(column)?.points ?? 0) + 1);
  return mapped(column, (one) => {
    if (one.field === wanted) return { field: wanted, points, why: half(one) };
    return one.field === ASIDE ? { ...one, points: Math.min(one.points, points - 1) } : one;
  });
}

function half({ why }: Candidate): Candidate['why'] {
  return ['nameHalfSays', ...why.filter((reason) => reason !== 'nameSays' && reason !== 'nameHalfSays')];
}

function mapped(column: ReadColumn, change: (one: Candidate) => Candidate): ReadColumn {
  return { ...column, candidates: column.candidates.map(change) };
}

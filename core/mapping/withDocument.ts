import { bestOf, type Candidate, halfSaid, type ReadColumn, withEach } from './candidate.ts';
import { runsOf } from './columnProfile.ts';

const LIKELY = 40;
const DOCUMENT_LEAST = 60;
/** The later a paper is written, the rather a line stands in it. */
const OTHER_PAPERS = ['invoiceNumber', 'receiptNumber', 'deliveryNumber', 'postingNumber', 'orderNumber'];

/** Where no column is the document's number for itself, that of the order or delivery is. */
export function withDocument(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  if (columns.some((column) => isDocument(column) || isNumberedTogether(column))) return columns;
  const wanted = new Set(columns.map((column) => bestOf(column).field));
  const together = new Set(columns.filter(isTogether).map((column) => bestOf(column).field));
  const all = OTHER_PAPERS.filter((field) => wanted.has(field));
  const papers = all.some((field) => together.has(field)) ? all.filter((field) => together.has(field)) : all;
  const isDated = (field: string) =>
    wanted.has(field.replace(/Number$/, 'Date')) || (field === 'receiptNumber' && wanted.has('postingDate'));
  const paper = papers.find(isDated) ?? papers[0];
  if (paper === undefined) return columns;
  const own = columns.filter((column) => bestOf(column).field === paper);
  const first = columns.indexOf((own.find(isTogether) ?? own[0]) as ReadColumn);
  const asDocument = (one: Candidate): Candidate => ({ ...one, field: 'document', why: halfSaid(one) });
  return columns.map((column, index) =>
    index === first ? withEach(column, (one) => (one.field === paper ? asDocument(one) : one)) : column,
  );
}

/** The rows of what they stand in stand together. */
function isTogether({ profile }: ReadColumn): boolean {
  return profile.filled > 0 && runsOf(profile.groups) <= profile.distinct;
}

function isDocument(column: ReadColumn): boolean {
  return (
    (column.profile.filled > 0 || column.notions.includes('invoice')) &&
    !OTHER_PAPERS.includes(bestOf(column).field) &&
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

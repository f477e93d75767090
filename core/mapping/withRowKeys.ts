import { bestOf, type Candidate, halfSaid, leftOut, type ReadColumn, withEach } from './candidate.ts';
import { type ColumnProfile, runsOf } from './columnProfile.ts';

const LEFT_OUT = 61;
const UNLIKELY = 39;
const ROWS_LEAST = 10;
const PAPER = /^document$|Number$/;
/** What a number of each row is taken for; other papers may well have one line each. */
const TAKEN_FOR: ReadonlySet<string> = new Set(['document', 'orderNumber']);

/** A number that is another one in each row is the row's, where the number of a paper comes again from row to row. */
export function withRowKeys(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const papers = columns.filter((column) => PAPER.test(bestOf(column).field) && comesAgain(column.profile));
  return columns.map((column) => {
    if (papers.length > 0 && isScattered(column)) return withEach(column, unsure);
    if (!TAKEN_FOR.has(bestOf(column).field) || !isOfRow(column.profile)) return column;
    const isInvoice = column.notions.includes('invoice');
    const isBeside = papers.some((paper) => !isInvoice || paper.notions.includes('invoice'));
    return isBeside ? leftOut(column, LEFT_OUT, UNLIKELY) : column;
  });
}

/** A number whose rows stand apart, while those of another paper stand together, is hardly what they stand in. */
function isScattered(column: ReadColumn): boolean {
  const { filled, distinct, groups } = column.profile;
  return bestOf(column).field === 'document' && filled >= ROWS_LEAST && runsOf(groups) > distinct;
}

function unsure(one: Candidate): Candidate {
  return one.field === 'document' ? { ...one, why: halfSaid(one) } : one;
}

function isOfRow({ filled, distinct }: ColumnProfile): boolean {
  return filled >= ROWS_LEAST && distinct === filled;
}

/** The rows of a paper stand together. */
function comesAgain({ groups, distinct, filled }: ColumnProfile): boolean {
  return filled >= ROWS_LEAST && runsOf(groups) === distinct && distinct * 2 <= filled;
}

import { bestOf, type Candidate, halfSaid, leftOut, type ReadColumn, withEach } from './candidate.ts';
import { type ColumnProfile, runsOf } from './columnProfile.ts';

const LEFT_OUT = 61;
const UNLIKELY = 39;
const ROWS_LEAST = 10;
const PAPER = /^document$|Number$/;
/** With fewer points a name does not say that it is a paper's. */
const SAID = 80;

/**
 * A key that is another one in each row is the row's, where the number of a paper comes again from row to row. What
 * its name says is a paper's may have one line each, and is not sure.
 */
export function withRowKeys(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const papers = columns.filter((column) => PAPER.test(bestOf(column).field) && comesAgain(column.profile));
  return columns.map((column) => {
    if (papers.length === 0 || bestOf(column).field !== 'document') return column;
    if (isScattered(column.profile)) return withEach(column, unsure);
    if (!isOfRow(column.profile)) return column;
    const isKey = column.notions.includes('key') || bestOf(column).points < SAID;
    if (isKey) return leftOut(column, LEFT_OUT, UNLIKELY);
    return column.notions.includes('invoice') ? column : withEach(column, unsure);
  });
}

/** A number whose rows stand apart, while those of another paper stand together, is hardly what they stand in. */
function isScattered({ filled, distinct, groups }: ColumnProfile): boolean {
  return filled >= ROWS_LEAST && runsOf(groups) > distinct;
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

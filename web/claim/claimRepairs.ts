import type { Answer } from '../api/answer.ts';

export type SentRows = Pick<Answer<'getClaimMessage'>, 'rows' | 'waiting' | 'refusals'>;
export type SentRow = SentRows['rows'][number];
export type RowRefusal = SentRows['refusals'][number];

/** What somebody has written over the cells of rows, by row and column. */
export type Edits = ReadonlyMap<number, Readonly<Record<string, string>>>;

/** By these one knows a row of a claim. */
const CONTEXT = ['reference', 'agreement', 'term', 'firstDay', 'lastDay', 'amount', 'currency'];

/** The rows that wait, each with what is wrong with it. */
export function waitingRows({ rows, waiting }: SentRows): readonly SentRow[] {
  return rows.filter(({ row }) => waiting.includes(row));
}

/** What is wrong with a row; a claim is taken in whole, so that what is wrong with another row of it holds it, too. */
export function wrongIn(sent: SentRows, { row, texts }: SentRow): readonly RowRefusal[] {
  const own = sent.refusals.filter(({ facts }) => facts.row === String(row));
  if (own.length > 0) return own;
  const inClaim = new Set(
    sent.rows.filter((one) => one.texts.reference === texts.reference).map((one) => String(one.row)),
  );
  return sent.refusals.filter(({ facts }) => inClaim.has(facts.row ?? ''));
}

/** What is wrong with the message as such, or with rows that it does not have. */
export function wrongElsewhere({ rows, refusals }: SentRows): readonly RowRefusal[] {
  const known = new Set(rows.map(({ row }) => String(row)));
  return refusals.filter(({ facts }) => !known.has(facts.row ?? ''));
}

/** The columns of the grid: every one that is wrong somewhere, then what tells a row; or all that the rows have. */
export function columnsOf(sent: SentRows, isWhole: boolean): readonly string[] {
  const rows = waitingRows(sent);
  const said = new Set(rows.flatMap(({ texts }) => Object.keys(texts)));
  const wrong = sent.refusals.map(({ at }) => at).filter((at) => said.has(at));
  const context = isWhole ? [...said] : CONTEXT.filter((column) => said.has(column));
  return [...new Set([...wrong, ...context])];
}

export function edited(edits: Edits, { row, texts }: SentRow, column: string, text: string): Edits {
  const own = { ...edits.get(row), [column]: text };
  const changed = Object.entries(own).filter(([name, now]) => now !== (texts[name] ?? ''));
  const next = new Map(edits);
  if (changed.length === 0) next.delete(row);
  else next.set(row, Object.fromEntries(changed));
  return next;
}

/** What is sent: what the rows are to say instead. */
export function repairsOf(edits: Edits): { row: number; set: Record<string, string> }[] {
  return [...edits].map(([row, set]) => ({ row, set: { ...set } }));
}

import type { ReadColumn } from './candidate.ts';
import { type ColumnProfile, runsOf } from './columnProfile.ts';
import { fits } from './fits.ts';

/** What the values of the whole file say of a column whose name says nothing: points from 0 for "not this". */
type Guess = (profile: ColumnProfile, paper: ColumnProfile | undefined) => number;

const FEW = 3;
const MOST = 90;

/** A paper's lines stand together, so that its number comes in one run; mostly it has several lines. */
const document: Guess = (profile) => {
  if (!isCode('document', profile) || profile.filled < FEW) return 0;
  const runs = runsOf(profile.groups);
  if (runs > profile.distinct || profile.distinct < 2) return 0;
  return profile.distinct < profile.filled ? 3 : 1;
};

/** Goods change within a paper and come again in others. */
const product: Guess = (profile, paper) => {
  if (!isCode('product', profile) || profile.distinct < 2) return 0;
  const changes = paper !== undefined && !follows(paper.groups, profile.groups);
  return 2 + (changes ? 2 : 0) + (profile.distinct > 6 ? 2 : 0) + lettered(profile);
};

/** Whoever buys is the same all over a paper, and has many of them; the fewer there are, the likelier. */
const partner: Guess = (profile, paper) => {
  if (!isCode('partner', profile) || profile.distinct * 2 > profile.filled || profile.distinct < 2) return 0;
  const isOfPaper = paper !== undefined && follows(paper.groups, profile.groups);
  return 2000 + (isOfPaper ? 2000 : 0) + 500 * lettered(profile) - profile.distinct;
};

/** Codes of goods and buyers have letters more often than those of other things. */
function lettered(profile: ColumnProfile): number {
  return profile.lettered >= MOST ? 1 : 0;
}

/** Whole numbers that are neither lines nor codes; where goods are counted, some are more than a few. */
const quantity: Guess = ({ numbers, integers, values, distinct, filled }) => {
  const isCount = values.every((one) => one === undefined || one.digits < 10_000n * 10n ** BigInt(one.scale));
  return numbers >= MOST && integers >= MOST && isCount && distinct > FEW && distinct < filled ? distinct : 0;
};

const day: Guess = ({ dates, filled }) => (filled > 0 && dates >= MOST ? 1 : 0);

/** Money of lines is written with parts of a unit and seldom the same twice. */
const value: Guess = ({ numbers, integers, distinct, filled, percents }) =>
  numbers >= MOST && integers < MOST && percents < MOST && distinct * 2 > filled ? 1 : 0;

const GUESSES: Readonly<Record<string, Guess>> = {
  document,
  product,
  partner,
  quantity,
  invoiceDate: day,
  netValue: value,
};

/** The likeliest of the columns for a field, by values alone; the first one where two are as likely. */
export function guessedColumn(
  columns: readonly ReadColumn[],
  field: string,
  isOpen: (column: ReadColumn) => boolean,
  paper: ReadColumn | undefined,
): number | undefined {
  const guess = GUESSES[field];
  if (guess === undefined) return undefined;
  const points = columns.map((column) =>
    isOpen(column) && fits(field, column.profile) === 'yes' ? guess(column.profile, paper?.profile) : 0,
  );
  const most = Math.max(0, ...points);
  return most === 0 ? undefined : points.indexOf(most);
}

function isCode(field: string, profile: ColumnProfile): boolean {
  const isNumber = isAmount(profile) || isLong(profile);
  return profile.codes >= MOST && profile.dates < MOST && fits(field, profile) === 'yes' && !isNumber;
}

/** So long a number is a taxpayer's, a bank's or a bar code. */
function isLong({ values, numbers }: ColumnProfile): boolean {
  return (
    numbers >= MOST && values.every((one) => one === undefined || one.digits >= 10n ** BigInt(one.scale + 10))
  );
}

function isAmount({ numbers, integers, values }: ColumnProfile): boolean {
  const isLow = values.every((one) => one === undefined || one.digits < 1000n * 10n ** BigInt(one.scale));
  return numbers >= MOST && (integers < MOST || isLow);
}

/** Whether each group of the first column has one text in the second. */
function follows(groups: readonly number[], texts: readonly number[]): boolean {
  const seen = new Map<number, number>();
  return groups.every((group, row) => {
    const text = texts[row] as number;
    const before = seen.get(group) ?? text;
    seen.set(group, text);
    return before === text;
  });
}

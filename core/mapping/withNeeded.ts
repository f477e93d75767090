import { bestOf, type Candidate, halfSaid, type ReadColumn } from './candidate.ts';
import { guessedColumn } from './guessedColumn.ts';
import { isCountedAgain } from './lineByValues.ts';
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

/** Where a field that each line has is nobody's, the likeliest column has it, to be checked. */
export function withNeeded(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const named = missing(columns).reduce(
    (before, fields) => lifted(before, fields),
    withLine(withUnit(withSecond(columns))),
  );
  return missing(named).reduce((before, fields) => {
    const field = fields[0] as string;
    if (field === 'product' && !before.some((column) => /uantity$/.test(bestOf(column).field))) return before;
    const paper = before.find((column) => bestOf(column).field === 'document');
    const at = guessedColumn(before, field, isOpen, paper);
    return at === undefined
      ? before
      : before.map((column, index) =>
          index === at ? preferred(column, field, ['nameHalfSays', 'valuesFit']) : column,
        );
  }, named);
}

/** What a system has there at times is the field where no other column is. */
function withSecond(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const wanted = new Set(columns.map((column) => bestOf(column).field));
  return columns.map((column) => {
    const best = bestOf(column);
    const second = column.candidates.find(({ field, why }) => field !== ASIDE && why.includes('systemName'));
    if (best.field !== ASIDE || column.profile.filled === 0 || second === undefined) return column;
    if (wanted.has(second.field) || second.points < LIKELY) return column;
    wanted.add(second.field);
    return preferred(column, second.field, second.why);
  });
}

/** Where no column is the line's, the first one that counts from one again and again is, if its name says nothing else. */
function withLine(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  return withFirst(
    columns,
    'line',
    ({ notions, profile }) =>
      notions.every((notion) => notion === 'aside' || OPEN.has(notion)) && isCountedAgain(profile),
  );
}

const UNITS = 90;
/** Of these there are units too, and none of them is the quantity's. */
const OTHER_UNITS: ReadonlySet<Notion> = new Set<Notion>(['weight', 'price', 'cost', 'stock']);

/** Where no column is the unit's, the first one that holds nothing but units is. */
function withUnit(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  return withFirst(
    columns,
    'unit',
    ({ notions, profile }) => profile.units >= UNITS && !notions.some((notion) => OTHER_UNITS.has(notion)),
  );
}

/** Where nobody is the field, the first such column that is left out is, to be checked. */
function withFirst(
  columns: readonly ReadColumn[],
  field: string,
  isSuch: (column: ReadColumn) => boolean,
): readonly ReadColumn[] {
  if (columns.some((column) => bestOf(column).field === field)) return columns;
  const first = columns.findIndex((column) => bestOf(column).field === ASIDE && isSuch(column));
  return columns.map((column, index) =>
    index === first ? preferred(column, field, ['nameHalfSays', 'valuesFit']) : column,
  );
}

/** Whether nothing is known of a column but its values. */
function isOpen(column: ReadColumn): boolean {
  const best = bestOf(column);
  if (!column.notions.every((notion) => OPEN.has(notion))) return false;
  if (best.field !== ASIDE) return false;
  const isElsewhere = best.why.includes('systemName') && best.points <= ELSEWHERE_NAME;
  return best.points <= LITTLE || best.why.includes('nameHalfSays') || isElsewhere;
}

/** The column with the field just before what it is left out for. */
function preferred(column: ReadColumn, field: string, why: Candidate['why']): ReadColumn {
  const points = Math.min(MOST, bestOf(column).points + 1);
  const rest = column.candidates
    .filter((one) => one.field !== field)
    .map((one) => (one.field === ASIDE ? { ...one, points: Math.min(one.points, points - 1) } : one));
  return { ...column, candidates: [{ field, points, why }, ...rest] };
}

/** The fields that each line has and no column wants most. */
export function missing(columns: readonly ReadColumn[]): readonly (readonly string[])[] {
  const wanted = new Set(columns.map((column) => bestOf(column).field));
  return NEEDED.filter((fields) => !fields.some((field) => wanted.has(field)));
}

/** The likeliest of the columns that are left out has one of the fields, if its name half says so. */
function lifted(columns: readonly ReadColumn[], fields: readonly string[]): readonly ReadColumn[] {
  const [most] = columns
    .flatMap((column, at) =>
      bestOf(column).field === ASIDE ? column.candidates.map((claim) => ({ claim, at })) : [],
    )
    .filter(({ claim }) => fields.includes(claim.field))
    .sort((a, b) => b.claim.points - a.claim.points);
  if (most === undefined || most.claim.points < LIKELY) return columns;
  return columns.map((column, index) =>
    index === most.at ? preferred(column, most.claim.field, halfSaid(most.claim)) : column,
  );
}

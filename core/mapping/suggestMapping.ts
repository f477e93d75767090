import { type ColumnProfile, columnProfile } from './columnProfile.ts';
import { ERP_NAMES } from './erpNames.ts';
import { lineMeanings } from './fieldRules.ts';
import { type Fit, fits } from './fits.ts';
import type { Notion } from './lexicon.ts';
import { findDifferences, findProducts } from './lineArithmetic.ts';
import { ASIDE, type Meaning } from './meaning.ts';
import { notionsOf } from './notionsOf.ts';

/** A column of a file: its name, and its texts in the rows of a sample. */
export type SampledColumn = { readonly name: string; readonly texts: readonly string[] };

/** Why a field is suggested, in the order in which it is worth saying. */
export type Reason =
  | 'systemName'
  | 'nameSays'
  | 'nameHalfSays'
  | 'valuesFit'
  | 'arithmetic'
  | 'noField'
  | 'rival';

export type Suggestion = {
  readonly column: string;
  /** A field, `discountAmount`, `discountPercent` or `discountFraction`, or `aside`: no field of its own. */
  readonly field: string;
  /** From 0 to 100. */
  readonly confidence: number;
  /** Whether it may be taken without being looked at. */
  readonly isSure: boolean;
  readonly why: readonly Reason[];
};

/** What a name means to a kind of file: lines, partners or products. */
export type Meanings = (notions: readonly Notion[]) => readonly Meaning[];

const SURE = 78;
const APART = 8;

/**
 * Which column of a file of lines is which field: by its name in English, German, Chinese or the
 * words of systems, by its values, and by quantity × price = amount. No field is given twice.
 */
export function suggestMapping(columns: readonly SampledColumn[]): readonly Suggestion[] {
  const read = columns.map((column) => readColumn(column, lineMeanings, ERP_NAMES));
  const proved = withArithmetic(read);
  return assigned(withDocument(proved), columns);
}

/** The same for another kind of file, by the rules for its fields. */
export function suggestBy(columns: readonly SampledColumn[], meanings: Meanings): readonly Suggestion[] {
  return assigned(
    columns.map((column) => readColumn(column, meanings, new Map())),
    columns,
  );
}

type Candidate = Meaning & { readonly why: readonly Reason[] };
type ReadColumn = { readonly profile: ColumnProfile; readonly candidates: readonly Candidate[] };

const FIT_POINTS: Readonly<Record<Fit, number>> = { yes: 3, unknown: 0, hardly: -25, no: -100 };
const UNKNOWN_WORD = 7;
const SYSTEM_NAME = 97;

function readColumn(
  { name, texts }: SampledColumn,
  meanings: Meanings,
  systemNames: ReadonlyMap<string, string>,
): ReadColumn {
  const profile = columnProfile(texts);
  const known = systemNames.get(name.trim().toLowerCase());
  const { notions, unknown } = notionsOf(name);
  const isBareNumber = unknown > 0 && notions.every((notion) => notion === 'number' || notion === 'code');
  const said = isBareNumber ? [] : meanings(notions);
  const named: readonly Candidate[] =
    known === undefined
      ? said.map((one) => ({
          field: one.field,
          points: one.points - Math.min(3, unknown) * UNKNOWN_WORD,
          why: [unknown === 0 ? ('nameSays' as const) : ('nameHalfSays' as const)],
        }))
      : [{ field: known, points: SYSTEM_NAME, why: ['systemName'] }];
  const candidates = named.flatMap((one): Candidate[] => {
    const fit = fits(one.field, profile);
    const points = Math.min(99, one.points + FIT_POINTS[fit]);
    if (points <= 0) return [];
    return [{ ...one, points, why: fit === 'yes' ? [...one.why, 'valuesFit'] : one.why }];
  });
  return { profile, candidates: [...candidates, { field: ASIDE, points: 25, why: ['noField'] }] };
}

const PROVED_POINTS = 18;

/**
 * An amount that is quantity × price is the value of its line; where a discount lies between it and
 * another amount, it is the value before discounts and the other one the value.
 */
function withArithmetic(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const mayBe = (index: number, wanted: RegExp) =>
    columns[index]?.candidates.some(({ field, points }) => wanted.test(field) && points > 40) ?? false;
  const profiles = columns.map(({ profile }) => profile);
  const products = findProducts(profiles).filter(
    ({ a, b, product }) =>
      mayBe(product, VALUE) &&
      ((mayBe(a, QUANTITY) && mayBe(b, PRICE)) || (mayBe(b, QUANTITY) && mayBe(a, PRICE))),
  );
  const whole = new Set(products.map(({ product }) => product));
  const differences = findDifferences(profiles, [...whole]).filter(
    ({ less, rest }) => mayBe(less, DISCOUNT) && mayBe(rest, VALUE),
  );
  const net = new Set(differences.map(({ rest }) => rest));
  const off = new Set(differences.map(({ less }) => less));
  const isPriced = [QUANTITY, PRICE].every((wanted) => columns.some((_, index) => mayBe(index, wanted)));
  return columns.map((column, index) => {
    if (net.size === 0 && whole.has(index)) return proved(column, VALUE);
    if (whole.has(index)) return proved({ ...column, candidates: column.candidates.map(asGross) }, VALUE);
    if (net.has(index)) return proved(column, VALUE);
    if (off.has(index)) return proved(column, /^discountAmount$/);
    if (whole.size > 0) return doubted(column, 2 * DOUBT);
    return isPriced ? doubted(column, DOUBT) : column;
  });
}

const VALUE = /^(?:net|gross)Value$/;
const QUANTITY = /uantity$/;
const PRICE = /Price$/;
const DISCOUNT = /^discount/;

const DOUBT = 8;

/** Beside a quantity and a price an amount that is not their product may be one of the whole document. */
function doubted(column: ReadColumn, points: number): ReadColumn {
  const candidates = column.candidates.map((one) =>
    VALUE.test(one.field) ? { ...one, points: Math.max(1, one.points - points) } : one,
  );
  return { ...column, candidates };
}

function asGross(one: Candidate): Candidate {
  return one.field === 'netValue' ? { ...one, field: 'grossValue' } : one;
}

function proved(column: ReadColumn, fields: RegExp): ReadColumn {
  const candidates = column.candidates.map((one): Candidate => {
    if (!fields.test(one.field)) return one;
    return { ...one, points: Math.min(99, one.points + PROVED_POINTS), why: [...one.why, 'arithmetic'] };
  });
  return { ...column, candidates };
}

const DOCUMENT_POINTS = 60;
const OTHER_PAPERS = ['orderNumber', 'deliveryNumber', 'postingNumber', 'receiptNumber', 'invoiceNumber'];

/** Where no column is the document's number for itself, that of the order or delivery is. */
function withDocument(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const best = (column: ReadColumn) => sorted(column.candidates)[0];
  const isDocument = (column: ReadColumn) =>
    !OTHER_PAPERS.includes(best(column)?.field ?? '') &&
    column.candidates.some(({ field, points }) => field === 'document' && points >= DOCUMENT_POINTS);
  if (columns.some(isDocument)) return columns;
  const paper = OTHER_PAPERS.find((field) => columns.some((column) => best(column)?.field === field));
  const first = columns.findIndex((column) => best(column)?.field === paper);
  if (paper === undefined) return columns;
  return columns.map((column, index) =>
    index === first
      ? {
          ...column,
          candidates: column.candidates.map((one) =>
            one.field === paper ? { ...one, field: 'document' } : one,
          ),
        }
      : column,
  );
}

function sorted(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...candidates].sort((a, b) => b.points - a.points);
}

type Claim = Candidate & { readonly index: number };

/** The best claims first; a column whose field is taken has its next best, and is not sure of it. */
function assigned(read: readonly ReadColumn[], columns: readonly SampledColumn[]): readonly Suggestion[] {
  const claims: Claim[] = read.flatMap(({ candidates }, index) =>
    candidates.map((candidate) => ({ ...candidate, index })),
  );
  claims.sort((a, b) => b.points - a.points || a.index - b.index);
  const taken = new Set<string>();
  const chosen = new Map<number, Claim>();
  for (const claim of claims) {
    if (chosen.has(claim.index) || taken.has(claim.field)) continue;
    chosen.set(claim.index, claim);
    if (claim.field !== ASIDE) taken.add(claim.field);
  }
  return columns.map(({ name: column }, index) => {
    const { field, points, why } = chosen.get(index) as Claim;
    const isRivalled = hasRival(claims, index, field, points);
    return {
      column,
      field,
      confidence: points,
      isSure: points >= SURE && !isRivalled && !why.includes('nameHalfSays'),
      why: isRivalled ? [...why, 'rival'] : why,
    };
  });
}

/** Another column that could be the field nearly as well, or another field that the column wanted more. */
function hasRival(claims: readonly Claim[], index: number, field: string, points: number): boolean {
  return claims.some((other) => {
    if (other.index === index) return other.field !== field && other.points > points;
    return field !== ASIDE && other.field === field && other.points >= points - APART;
  });
}

import { bestOf, type Candidate, leftOut, type ReadColumn, withEach } from './candidate.ts';
import { findDifferences, findProducts, holdsTax, type Product } from './lineArithmetic.ts';
import { ASIDE } from './meaning.ts';
import type { Notion } from './notion.ts';

const VALUE = /^(?:net|gross)Value$/;
const QUANTITY = /uantity$/;
const PRICE = /Price$/;
const DISCOUNT = /^discount/;
const FACTOR = /(?:uantity|Price)$/;
/** Where a price makes the amount, a list price that makes it too is proved to be nothing. */
const OF_UNIT = /(?:uantity|unitPrice)$/;

/** What is about these is none of quantity, price and value, however the numbers come out. */
const OTHERWISE: ReadonlySet<Notion> = new Set<Notion>([
  'cost',
  'tax',
  'aside',
  'rebate',
  'discount',
  'weight',
]);

const PLAUSIBLE = 40;
const PROVED_POINTS = 18;
const DOUBT = 8;
const WITH_TAX = 70;
const UNLIKELY = 39;
/** A column that two others prove to be a price, a quantity or a value, whatever its name is. */
const BY_OTHERS = 66;

/**
 * An amount that is quantity × price is the value of its line; where a discount lies between it and
 * another amount, it is the value before discounts and the other one the value. Two of the three prove
 * the third.
 */
export function withArithmetic(given: readonly ReadColumn[]): readonly ReadColumn[] {
  const columns = withTax(given);
  const profiles = columns.map(({ profile }) => profile);
  const found = findProducts(profiles);
  const isWhole = (one: Product) =>
    found.some((other) => other.product === one.product && isLine(columns, other));
  const named = found.filter((one) => !isWhole(one)).reduce<readonly ReadColumn[]>(thirdOf, columns);
  const products = found.filter((one) => isLine(named, one));
  const whole = new Set(products.map(({ product }) => product));
  const factors = new Set(products.flatMap(({ a, b }) => [a, b]));
  const differences = findDifferences(profiles, [...whole]).filter(
    ({ less, rest }) => mayBe(named[less], DISCOUNT) && mayBe(named[rest], VALUE),
  );
  const net = new Set(differences.map(({ rest }) => rest));
  const off = new Set(differences.map(({ less }) => less));
  const isPriced = [QUANTITY, PRICE].every((wanted) => named.some((column) => mayBe(column, wanted)));
  const isOfUnit = [...factors].some((factor) => bestOf(named[factor] as ReadColumn).field === 'unitPrice');
  return named.map((column, index) => {
    if (net.size === 0 && whole.has(index)) return proved(column, VALUE);
    if (whole.has(index)) return proved(withEach(column, asGross), VALUE);
    if (net.has(index)) return proved(column, VALUE);
    if (off.has(index)) return proved(column, /^discountAmount$/);
    if (factors.has(index)) return proved(column, net.size === 0 && isOfUnit ? OF_UNIT : FACTOR);
    if (whole.size > 0) return doubted(column, 2 * DOUBT);
    return isPriced ? doubted(column, DOUBT) : column;
  });
}

/** Where a tax lies between two amounts, the one with tax is that of nobody, and the other one the value. */
function withTax(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const mayBeValue = columns.flatMap((column, index) => (mayBe(column, VALUE) ? [index] : []));
  const found = findDifferences(
    columns.map(({ profile }) => profile),
    mayBeValue,
  ).filter(({ less }) => columns[less]?.notions.includes('tax'));
  const taxes = columns.filter(({ notions, profile }) => notions.includes('tax') && profile.integers < 100);
  const isTaxed = (index: number) =>
    found.some(({ whole }) => whole === index) ||
    (mayBeValue.includes(index) &&
      taxes.some((tax) => holdsTax((columns[index] as ReadColumn).profile, tax.profile)));
  return columns.map((column, index) => {
    if (isTaxed(index)) return leftOut(column, WITH_TAX, UNLIKELY);
    const isRest = found.some(({ rest }) => rest === index);
    return isRest && !mayBe(column, VALUE) ? asThird(column, 'netValue') : column;
  });
}

function mayBe(column: ReadColumn | undefined, wanted: RegExp): boolean {
  return column?.candidates.some(({ field, points }) => wanted.test(field) && points > PLAUSIBLE) ?? false;
}

function isLine(columns: readonly ReadColumn[], { a, b, product }: Product): boolean {
  const [first, second] = [columns[a], columns[b]];
  const isFactors =
    (mayBe(first, QUANTITY) && mayBe(second, PRICE)) || (mayBe(second, QUANTITY) && mayBe(first, PRICE));
  return isFactors && mayBe(columns[product], VALUE);
}

/** Where names say what two of the three are, the third is what is left. */
function thirdOf(columns: readonly ReadColumn[], { a, b, product }: Product): readonly ReadColumn[] {
  for (const [quantity, price] of [
    [a, b],
    [b, a],
  ] as const) {
    const isNamed = [
      mayBe(columns[quantity], QUANTITY),
      mayBe(columns[price], PRICE),
      mayBe(columns[product], VALUE),
    ];
    if (isNamed.filter((is) => is).length !== 2) continue;
    const [third, field] = !isNamed[0]
      ? ([quantity, 'quantity'] as const)
      : !isNamed[1]
        ? ([price, 'unitPrice'] as const)
        : ([product, 'netValue'] as const);
    return columns.map((column, index) => (index === third ? asThird(column, field) : column));
  }
  return columns;
}

function asThird(column: ReadColumn, field: string): ReadColumn {
  const best = bestOf(column);
  const isOpen = best.field === ASIDE || best.points < BY_OTHERS;
  const isKnown = best.why.includes('systemName');
  if (!isOpen || isKnown || column.notions.some((notion) => OTHERWISE.has(notion))) return column;
  const rest = column.candidates.filter((one) => one.field !== field);
  const points = Math.max(BY_OTHERS, best.field === ASIDE ? Math.min(80, best.points + 1) : 0);
  return {
    ...column,
    candidates: [{ field, points, why: ['nameHalfSays', 'arithmetic'] }, ...rest],
  };
}

/** Beside a quantity and a price an amount that is not their product may be one of the whole document. */
function doubted(column: ReadColumn, points: number): ReadColumn {
  return withEach(column, (one) =>
    VALUE.test(one.field) && !one.why.includes('systemName')
      ? { ...one, points: Math.max(1, one.points - points) }
      : one,
  );
}

function asGross(one: Candidate): Candidate {
  return one.field === 'netValue' ? { ...one, field: 'grossValue' } : one;
}

function proved(column: ReadColumn, fields: RegExp): ReadColumn {
  return withEach(column, (one) =>
    fields.test(one.field)
      ? { ...one, points: one.points + PROVED_POINTS, why: [...one.why, 'arithmetic'] }
      : one,
  );
}

import { atScale, type Decimal } from '../number/decimal.ts';
import type { ColumnProfile } from './columnProfile.ts';

/** Columns whose numbers are each the product of two others, to the cent: `a × b = product`. */
export type Product = { readonly a: number; readonly b: number; readonly product: number };

const ROWS_LEAST = 3;
const COLUMNS_MOST = 30;
const AGREEING = 95;

/**
 * Finds quantity × price = amount by its arithmetic. Rows in which one factor is 0 or 1 say nothing. A
 * difference of up to a cent is rounding.
 */
export function findProducts(profiles: readonly ColumnProfile[]): readonly Product[] {
  const numeric = profiles
    .map((profile, index) => ({ profile, index }))
    .filter(({ profile }) => profile.numbers >= 80 && profile.filled > 0)
    .slice(0, COLUMNS_MOST);
  const found: Product[] = [];
  for (const [at, a] of numeric.entries()) {
    for (const b of numeric.slice(at + 1)) {
      for (const product of numeric) {
        if (product === a || product === b) continue;
        if (isProduct(a.profile.values, b.profile.values, product.profile.values)) {
          found.push({ a: a.index, b: b.index, product: product.index });
        }
      }
    }
  }
  return found;
}

/** Columns of which one less another one is a third, to the cent: `whole − less = rest`. */
export type Difference = { readonly whole: number; readonly less: number; readonly rest: number };

/** Finds value − discount = net value, for the columns that may be the value. Rows without discount say nothing. */
export function findDifferences(
  profiles: readonly ColumnProfile[],
  wholes: readonly number[],
): readonly Difference[] {
  const numeric = profiles.flatMap(({ numbers, filled }, index) =>
    numbers >= 80 && filled > 0 ? [index] : [],
  );
  const found: Difference[] = [];
  for (const whole of wholes) {
    for (const less of numeric.slice(0, COLUMNS_MOST)) {
      for (const rest of numeric.slice(0, COLUMNS_MOST)) {
        if (less === whole || rest === whole || less === rest) continue;
        if (isDifference(profiles, { whole, less, rest })) found.push({ whole, less, rest });
      }
    }
  }
  return found;
}

/** Rates of taxes on sales in tenths of a percent that are not whole. Source: Switzerland, France, Ireland, Finland, Czechia, California. */
const BROKEN_RATES: ReadonlySet<bigint> = new Set([
  25n,
  26n,
  38n,
  55n,
  65n,
  72n,
  75n,
  77n,
  81n,
  85n,
  135n,
  196n,
  255n,
]);
const RATE_MOST = 300n;
/** In smaller amounts a cent hides too much of the rate. */
const AMOUNT_LEAST = 50n;

/** Whether the amounts hold their tax: of what is left without it, and not of them, the tax is a rate that there is. */
export function holdsTax(amounts: ColumnProfile, taxes: ColumnProfile): boolean {
  let rows = 0;
  let ofRest = 0;
  let ofAmount = 0;
  for (const [row, amount] of amounts.values.entries()) {
    const tax = taxes.values[row];
    if (amount === undefined || tax === undefined || tax.digits === 0n) continue;
    const rest = minus(amount, tax);
    if (!isAtLeast(amount, AMOUNT_LEAST) || !isAtLeast(rest, AMOUNT_LEAST)) continue;
    rows += 1;
    if (isRateOf(tax, rest)) ofRest += 1;
    if (isRateOf(tax, amount)) ofAmount += 1;
  }
  return rows >= ROWS_LEAST && ofRest * 100 >= rows * AGREEING && ofAmount * 2 < rows;
}

/** Whether a tax is a rate of an amount that is a rate of taxes, to the cent. */
function isRateOf(tax: Decimal, amount: Decimal): boolean {
  const scale = Math.max(tax.scale, amount.scale, 2);
  const [part, whole] = [magnitude(atScale(tax, scale)), magnitude(atScale(amount, scale))];
  const rate = (part * 1000n + whole / 2n) / whole;
  const isRate = rate > 0n && rate <= RATE_MOST && (rate % 10n === 0n || BROKEN_RATES.has(rate));
  return isRate && magnitude(part * 1000n - whole * rate) <= 1000n * 10n ** BigInt(scale - 2);
}

function isAtLeast({ digits, scale }: Decimal, least: bigint): boolean {
  return magnitude(digits) >= least * 10n ** BigInt(scale);
}

/** A number without its sign. */
export function magnitude(digits: bigint): bigint {
  return digits < 0n ? -digits : digits;
}

function isDifference(profiles: readonly ColumnProfile[], { whole, less, rest }: Difference): boolean {
  const of = (index: number) => profiles[index]?.values ?? [];
  let rows = 0;
  let good = 0;
  for (const [row, from] of of(whole).entries()) {
    const off = of(less)[row];
    const left = of(rest)[row];
    if (from === undefined || off === undefined || left === undefined || off.digits === 0n) continue;
    rows += 1;
    if (isNear(left, ONE, minus(from, off))) good += 1;
    else if (rows - good > rows / 10 + 2) return false;
  }
  return rows >= ROWS_LEAST && good * 100 >= rows * AGREEING;
}

const ONE: Decimal = { digits: 1n, scale: 0 };

function minus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: atScale(a, scale) - atScale(b, scale), scale };
}

type Values = readonly (Decimal | undefined)[];

function isProduct(left: Values, right: Values, products: Values): boolean {
  let rows = 0;
  let good = 0;
  for (const [row, a] of left.entries()) {
    const b = right[row];
    const product = products[row];
    if (a === undefined || b === undefined || product === undefined || isTrivial(a) || isTrivial(b)) continue;
    rows += 1;
    if (isNear(a, b, product)) good += 1;
    else if (rows - good > rows / 10 + 2) return false;
  }
  return rows >= ROWS_LEAST && good * 100 >= rows * AGREEING;
}

function isTrivial({ digits, scale }: Decimal): boolean {
  return digits === 0n || digits === 10n ** BigInt(scale);
}

function isNear(a: Decimal, b: Decimal, product: Decimal): boolean {
  const scale = Math.max(a.scale + b.scale, product.scale, 2);
  const exact = a.digits * b.digits * 10n ** BigInt(scale - a.scale - b.scale);
  const said = product.digits * 10n ** BigInt(scale - product.scale);
  return magnitude(exact - said) <= 10n ** BigInt(scale - 2);
}

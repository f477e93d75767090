import type { CountedQuantity, Measure, Price, ValueBasis } from '../agreement/agreement.ts';
import type { Line } from '../fact/line.ts';
import { priceWaterfall } from '../fact/priceWaterfall.ts';
import { atScale, type Decimal, decimalToRational, FACT_SCALE_MAX, powerOfTen } from '../number/decimal.ts';
import { compare, multiply, type Rational, rational, subtract, ZERO } from '../number/rational.ts';
import { convertCurrency, convertUnit, type MeasureContext } from './convertLine.ts';
import { type LinePrice, linePrice } from './linePrice.ts';
import { block, type MeasureBlocked } from './measureBlocks.ts';

/**
 * What a line adds: `amount` / 10^`scale` × `factor`, exact. The factor is that of unit and
 * currency, 1 where nothing is converted; few lines differ in it, so that sums stay sums of integers.
 */
export type Measured =
  | { readonly amount: bigint; readonly scale: number; readonly factor: Rational }
  | MeasureBlocked;

/** A product of two facts, and so its places. */
export const PRODUCT_SCALE = 2 * FACT_SCALE_MAX;

/** The quantity that a value of quantities at the price of their line is of. */
export const QUANTITY_AT_PRICE = {
  orderedAtPrice: 'ordered',
  receivedAtPrice: 'received',
  stockedAtPrice: 'stocked',
} as const;

/**
 * What one line adds to a sum. Counting, flooring and sets come after the sum: of pallets and
 * bundles the line gives its quantity, of a count its net value. Quantities and values as received
 * come at nine places, all that is multiplied at eighteen or, where that is not exact, at the next
 * multiple of nine; a fraction that never ends (a net price of a third) leaves its denominator in
 * the factor. Blocked where unit, currency, field or price is missing or cannot be read: a line
 * that should count is never taken as zero.
 * Source: semantics 5.11, 5.12, 5.21; rulings R8, R15.
 */
export function measureLine(measure: Measure, line: Line, context: MeasureContext): Measured {
  switch (measure.of) {
    case 'quantity':
    case 'pallets':
    case 'bundles':
      return quantity(measure.basis, measure.unit, line, context);
    case 'count':
      return value('net', line, context);
    case 'value':
      return value(measure.basis, line, context);
    case 'atPrice':
      return times(measure.basis, line, linePrice(measure.price, line, measure.unit, context));
    case 'priceDifference':
      return times(measure.basis, line, unitDifference(measure, line, context));
  }
}

function quantity(basis: CountedQuantity, unit: string, line: Line, context: MeasureContext): Measured {
  const received = line.quantities[basis];
  if (received === undefined) return block('measureMissing', { field: `quantity.${basis}` });
  const converted = convertUnit(line, unit, context);
  return 'block' in converted ? converted : asReceived(received, converted.factor);
}

function value(basis: ValueBasis, line: Line, context: MeasureContext): Measured {
  const found = baseValue(basis, line);
  if ('missing' in found) return block('measureMissing', { field: found.missing });
  const converted = convertCurrency(line, line.currency, context);
  if ('block' in converted) return converted;
  return 'received' in found
    ? asReceived(found.received, converted.factor)
    : scaled(found.value, converted.factor);
}

type Found = { readonly received: Decimal } | { readonly value: Rational } | { readonly missing: string };

function baseValue(basis: ValueBasis, line: Line): Found {
  switch (basis) {
    case 'net':
      return field(line.netValue, 'netValue');
    case 'gross':
      return field(line.grossValue, 'grossValue');
    case 'list':
    case 'invoice':
      return priceWaterfall(line)[basis];
    case 'margin':
      return margin(line);
    default:
      return product(line, QUANTITY_AT_PRICE[basis], 'unitPrice');
  }
}

function field(received: Decimal | undefined, missing: string): Found {
  return received === undefined ? { missing } : { received };
}

/** Net value less what the invoiced quantity costs us. */
function margin(line: Line): Found {
  if (line.netValue === undefined) return { missing: 'netValue' };
  const cost = product(line, 'invoiced', 'unitCost');
  return 'value' in cost ? { value: subtract(decimalToRational(line.netValue), cost.value) } : cost;
}

function product(line: Line, kind: CountedQuantity, price: 'unitPrice' | 'unitCost'): Found {
  const [units, each] = [line.quantities[kind], line[price]];
  if (units === undefined) return { missing: `quantity.${kind}` };
  if (each === undefined) return { missing: price };
  return { value: multiply(decimalToRational(units), decimalToRational(each)) };
}

/** A quantity of the line, in its own unit, times a price for one of that unit. */
function times(basis: CountedQuantity, line: Line, price: LinePrice | MeasureBlocked): Measured {
  const received = line.quantities[basis];
  if (received === undefined) return block('measureMissing', { field: `quantity.${basis}` });
  if ('block' in price) return price;
  return scaled(multiply(decimalToRational(received), price.number), price.factor);
}

type Difference = {
  readonly unit: string;
  readonly higher: Price;
  readonly lower: Price;
  readonly whenNegative: 'zero' | 'negative';
};

/**
 * Higher less lower price of one unit. `zero` looks at this difference and not at the line, so
 * that a return takes back just what its sale gave.
 */
function unitDifference(
  measure: Difference,
  line: Line,
  context: MeasureContext,
): LinePrice | MeasureBlocked {
  const higher = linePrice(measure.higher, line, measure.unit, context);
  if ('block' in higher) return higher;
  const lower = linePrice(measure.lower, line, measure.unit, context);
  if ('block' in lower) return lower;
  const difference = less(higher, lower);
  const isClipped = measure.whenNegative === 'zero' && compare(difference.number, ZERO) < 0;
  return isClipped ? { ...difference, number: ZERO } : difference;
}

/** Over two factors the difference stands over their common denominator; over one it keeps it. */
function less(a: LinePrice, b: LinePrice): LinePrice {
  if (compare(a.factor, b.factor) === 0) return { number: subtract(a.number, b.number), factor: a.factor };
  const factor = rational(1n, leastCommonMultiple(a.factor.d, b.factor.d));
  const over = (price: LinePrice) => multiply(price.number, multiply(price.factor, rational(factor.d)));
  return { number: subtract(over(a), over(b)), factor };
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return a * rational(b, a).n;
}

function asReceived(received: Decimal, factor: Rational): Measured {
  return { amount: atScale(received, FACT_SCALE_MAX), scale: FACT_SCALE_MAX, factor };
}

/** An exact number at eighteen places or more; of a denominator what is no part of a power of ten goes into the factor. */
function scaled(number: Rational, factor: Rational): Measured {
  const endless = withoutTwosAndFives(number.d);
  const ends = number.d / endless;
  let scale = PRODUCT_SCALE;
  while (powerOfTen(scale) % ends !== 0n) scale += FACT_SCALE_MAX;
  const amount = (number.n * powerOfTen(scale)) / ends;
  return { amount, scale, factor: endless === 1n ? factor : multiply(factor, rational(1n, endless)) };
}

function withoutTwosAndFives(denominator: bigint): bigint {
  let rest = denominator;
  while (rest % 2n === 0n) rest /= 2n;
  while (rest % 5n === 0n) rest /= 5n;
  return rest;
}

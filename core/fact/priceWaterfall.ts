import { decimalToRational } from '../number/decimal.ts';
import { divide, lesser, multiply, type Rational, rational, subtract } from '../number/rational.ts';
import type { Discount, Line } from './line.ts';

/** A value of a line in its currency, or the field without which it has none. */
export type LineValue = { readonly value: Rational } | { readonly missing: string };

/** How a line came to its price: list → invoice → net. What rebates take off after that is net-net. */
export type PriceWaterfall = {
  readonly list: LineValue;
  readonly invoice: LineValue;
  readonly net: LineValue;
};

const HUNDRED = rational(100n);

/**
 * The values of a line before and after the discounts on the invoice itself, exact; a return has
 * negative ones. The net value is always what the document says: where it differs from the invoice
 * value, something was taken off that the line does not name.
 */
export function priceWaterfall(line: Line): PriceWaterfall {
  const net = line.netValue;
  return {
    list: listValue(line),
    invoice: invoiceValue(line),
    net: net === undefined ? { missing: 'netValue' } : { value: decimalToRational(net) },
  };
}

/** List price × invoiced quantity. */
function listValue(line: Line): LineValue {
  const price = line.listPrice;
  return price === undefined ? { missing: 'listPrice' } : timesInvoiced(line, decimalToRational(price));
}

/**
 * The list value less the discounts of the line: a fixed price stands in place of the list price,
 * the lowest of several; then each percentage comes off what the others have left; then the amounts.
 * It is never rounded. A line with a fixed price needs no list price.
 */
function invoiceValue(line: Line): LineValue {
  const discounts = line.discounts ?? [];
  const prices = valuesOf(discounts, 'price');
  const before = prices.length === 0 ? listValue(line) : timesInvoiced(line, prices.reduce(lesser));
  if (!('value' in before)) return before;
  const afterPercents = valuesOf(discounts, 'percent').reduce(lessPercent, before.value);
  return { value: valuesOf(discounts, 'amount').reduce(subtract, afterPercents) };
}

function timesInvoiced(line: Line, price: Rational): LineValue {
  const quantity = line.quantities.invoiced;
  if (quantity === undefined) return { missing: 'quantity.invoiced' };
  return { value: multiply(decimalToRational(quantity), price) };
}

function lessPercent(value: Rational, percent: Rational): Rational {
  return multiply(value, divide(subtract(HUNDRED, percent), HUNDRED));
}

function valuesOf(discounts: readonly Discount[], kind: Discount['kind']): Rational[] {
  return discounts.filter((discount) => discount.kind === kind).map(({ value }) => decimalToRational(value));
}

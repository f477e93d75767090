import type { Price } from '../agreement/agreement.ts';
import { productPrice } from '../conversion/productPrice.ts';
import type { Line } from '../fact/line.ts';
import { type Decimal, decimalToRational } from '../number/decimal.ts';
import { divide, isZero, multiply, type Rational } from '../number/rational.ts';
import { convertCurrency, convertUnit, type MeasureContext } from './convertLine.ts';
import { block, type MeasureBlocked } from './measureBlocks.ts';

/**
 * What one unit of a line costs in the agreement's currency: `number` × `factor`, where the factor
 * is that of unit and currency alone.
 */
export type LinePrice = { readonly number: Rational; readonly factor: Rational };

type PriceField = 'listPrice' | 'unitPrice' | 'contractPrice' | 'unitCost';
type Unpriced = { readonly number: Rational; readonly currency: string; readonly isPerLineUnit: boolean };

/**
 * A price as an agreement names it. The line's own prices are for a unit of the line and need no
 * conversion of units; those of master data and of the agreement are for one `unit` of the measure.
 */
export function linePrice(
  price: Price,
  line: Line,
  unit: string,
  context: MeasureContext,
): LinePrice | MeasureBlocked {
  const found = namedPrice(price, line, context);
  if ('block' in found) return found;
  const { currency, isPerLineUnit } = found;
  const units = isPerLineUnit ? undefined : convertUnit(line, unit, context);
  if (units !== undefined && 'block' in units) return units;
  const money = convertCurrency(line, currency, context);
  if ('block' in money) return money;
  return {
    number: multiply(found.number, decimalToRational(price.times)),
    factor: units === undefined ? money.factor : multiply(units.factor, money.factor),
  };
}

function namedPrice(price: Price, line: Line, context: MeasureContext): Unpriced | MeasureBlocked {
  switch (price.source) {
    case 'list':
      return ownPrice(line, 'listPrice');
    case 'unit':
      return ownPrice(line, 'unitPrice');
    case 'contract':
      return ownPrice(line, 'contractPrice');
    case 'cost':
      return ownPrice(line, 'unitCost');
    case 'net':
      return netPrice(line);
    case 'product':
      return masterPrice(price.name, line, context);
    case 'agreed':
      return agreedPrice(price.prices, line, context.currency);
  }
}

function ownPrice(line: Line, field: PriceField): Unpriced | MeasureBlocked {
  const price = line[field];
  if (price === undefined) return block('measureMissing', { field });
  return { number: decimalToRational(price), currency: line.currency, isPerLineUnit: true };
}

/** Net value ÷ invoiced quantity, which a quantity of zero does not have. */
function netPrice(line: Line): Unpriced | MeasureBlocked {
  const { netValue } = line;
  const { invoiced } = line.quantities;
  if (netValue === undefined) return block('measureMissing', { field: 'netValue' });
  if (invoiced === undefined) return block('measureMissing', { field: 'quantity.invoiced' });
  const quantity = decimalToRational(invoiced);
  if (isZero(quantity)) return block('quantityZero', {});
  const number = divide(decimalToRational(netValue), quantity);
  return { number, currency: line.currency, isPerLineUnit: true };
}

function masterPrice(name: string, line: Line, context: MeasureContext): Unpriced | MeasureBlocked {
  const { product } = line;
  const found = productPrice(context.master, product, name, context.placedOn);
  const attribute = `price.${name}`;
  if ('amount' in found) {
    return { number: decimalToRational(found.amount), currency: found.currency, isPerLineUnit: false };
  }
  if (found.reason === 'priceMissing') return block(found.reason, { product, attribute });
  return block(found.reason, { product, attribute, value: found.text });
}

function agreedPrice(
  prices: readonly { readonly product: string; readonly price: Decimal }[],
  { product }: Line,
  currency: string,
): Unpriced | MeasureBlocked {
  const agreed = prices.find((entry) => entry.product === product);
  if (agreed === undefined) return block('priceMissing', { product });
  return { number: decimalToRational(agreed.price), currency, isPerLineUnit: false };
}

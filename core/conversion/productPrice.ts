import type { LocalDate } from '../calendar/localDate.ts';
import { attributeText, listPriceCode, type Master, versionOn } from '../master/master.ts';
import { minorDigits } from '../money/currency.ts';
import { type Decimal, parseDecimal } from '../number/decimal.ts';

/** The price of one unit in major units of `currency`; or why there is none. */
export type ProductPrice =
  | { readonly amount: Decimal; readonly currency: string }
  | { readonly reason: 'priceMissing' }
  | { readonly reason: 'priceInvalid'; readonly text: string };

const PRICE_TEXT = /^(\S+) ([A-Z]{3})$/;

/**
 * A named price of a product on a day: the attribute `price.<name>` of its master data, such as
 * "12.50 EUR", else what the price list of that name has for it. A price list says nothing of the
 * days before it. A price may be zero, not below; its currency is one that we know.
 */
export function productPrice(
  { products, prices }: Master,
  product: string,
  name: string,
  day: LocalDate,
): ProductPrice {
  const record = products.get(product);
  const attributes = record === undefined ? {} : versionOn(record, day).attributes;
  const text = attributeText(attributes, `price.${name}`) ?? listed(prices, name, product, day);
  return text === undefined ? { reason: 'priceMissing' } : readPrice(text);
}

function listed(prices: Master['prices'], list: string, product: string, day: LocalDate): string | undefined {
  const record = prices.size === 0 ? undefined : prices.get(listPriceCode(list, product));
  const version = record && versionOn(record, day);
  const hasBegun = version !== undefined && (version.validFrom === undefined || version.validFrom <= day);
  return hasBegun ? attributeText(version.attributes, 'price') : undefined;
}

/** "12.50 EUR" as amount and currency. */
export function readPrice(text: string): Exclude<ProductPrice, { reason: 'priceMissing' }> {
  const [, digits = '', currency = ''] = PRICE_TEXT.exec(text) ?? [];
  const amount = parseDecimal(digits);
  const isPrice = amount !== undefined && amount.digits >= 0n && minorDigits(currency) !== undefined;
  return isPrice ? { amount, currency } : { reason: 'priceInvalid', text };
}

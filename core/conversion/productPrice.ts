import type { LocalDate } from '../calendar/localDate.ts';
import { attributeText, type MasterRecord, versionOn } from '../master/master.ts';
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
 * "12.50 EUR". A price may be zero, not below; its currency is one that we know.
 */
export function productPrice(product: MasterRecord | undefined, name: string, day: LocalDate): ProductPrice {
  const attributes = product === undefined ? {} : versionOn(product, day).attributes;
  const text = attributeText(attributes, `price.${name}`);
  if (text === undefined) return { reason: 'priceMissing' };
  const [, digits = '', currency = ''] = PRICE_TEXT.exec(text) ?? [];
  const amount = parseDecimal(digits);
  const isPrice = amount !== undefined && amount.digits >= 0n && minorDigits(currency) !== undefined;
  return isPrice ? { amount, currency } : { reason: 'priceInvalid', text };
}

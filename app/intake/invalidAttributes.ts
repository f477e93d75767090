import { FACT_DIGITS_MAX, FACT_SCALE_MAX, parseDecimal } from '../../core/number/decimal.ts';

/** What is wrong with an attribute whose name means something to the program, or to the trade. */
export type AttributeFault = { readonly name: string; readonly value: string; readonly reason: string };

/** A tax number: the letters of a country where it has them, then digits, letters and signs between them. */
const TAX_ID = /^[A-Z0-9][A-Z0-9 ./-]{2,29}$/i;
const PRICE = /^(\S+) [A-Z]{3}$/;

/** Attributes that hold a number of at least so much. */
const NUMBERS: Readonly<Record<string, (digits: bigint) => boolean>> = {
  weight: (digits) => digits >= 0n,
  cost: (digits) => digits >= 0n,
  palletQuantity: (digits) => digits > 0n,
};

/**
 * Well-known attributes of partners and products that do not hold what their name says: a tax number
 * (`taxId`), numbers (`weight`, `palletQuantity`, `cost`), prices (`price.…`). A typing
 * mistake in one of these would change who earns what, or leave lines blocked long after.
 */
export function invalidAttributes(attributes: Readonly<Record<string, string>>): AttributeFault[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    const reason = value === '' ? undefined : faultOf(name, value);
    return reason === undefined ? [] : [{ name, value, reason }];
  });
}

function faultOf(name: string, value: string): string | undefined {
  if (name === 'taxId') return TAX_ID.test(value) ? undefined : 'tax-id-form';
  const isFit = Object.hasOwn(NUMBERS, name) ? NUMBERS[name] : undefined;
  if (isFit !== undefined) return isNumber(value, isFit) ? undefined : 'attribute-number';
  if (!name.startsWith('price.') && name !== 'price') return undefined;
  const [, digits = ''] = PRICE.exec(value) ?? [];
  return isNumber(digits, (amount) => amount >= 0n) ? undefined : 'price-form';
}

function isNumber(text: string, isFit: (digits: bigint) => boolean): boolean {
  const value = text.length > FACT_DIGITS_MAX ? undefined : parseDecimal(text);
  return value !== undefined && value.scale <= FACT_SCALE_MAX && isFit(value.digits);
}

import { isCountry } from './isCountry.ts';

/** Bank, country, place, and perhaps branch. Source: ISO 9362. */
const BIC = /^[A-Z]{4}([A-Z]{2})[A-Z0-9]{2}([A-Z0-9]{3})?$/;

export type BicFault = 'bic-form' | 'bic-country';

/** A BIC in capital letters, or what is wrong with it: its form, or a country that there is not. */
export function parseBic(text: string): { readonly bic: string } | { readonly fault: BicFault } {
  const bic = text.replaceAll(' ', '').toUpperCase();
  const country = BIC.exec(bic)?.[1];
  if (country === undefined) return { fault: 'bic-form' };
  // Banks of Kosovo have XK, which ISO 3166-1 leaves to its users.
  return isCountry(country) || country === 'XK' ? { bic } : { fault: 'bic-country' };
}

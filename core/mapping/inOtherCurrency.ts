import { minorDigits } from '../money/currency.ts';
import { bareName } from './foldedName.ts';

/** "Base" alone may as well be what a price is before discounts. */
const PAIRS_LEAST = 2;

/**
 * What stands in the file in another currency too: "NETPR_USD" beside "NETPR", and "Base Unit Price" beside "Unit Price"
 * where other names have it too.
 */
export function inOtherCurrency(names: readonly string[]): (name: string) => boolean {
  const bare = new Set(names.map(bareName));
  const isBase = (name: string) => {
    const first = /^base[ _](.+)$/i.exec(name.trim())?.[1];
    return first !== undefined && bare.has(bareName(first));
  };
  const areBase = names.filter(isBase).length >= PAIRS_LEAST;
  return (name) => {
    const [, first, code = ''] = /^(.*[^A-Za-z])\(?([A-Za-z]{3})\)?$/.exec(name.trim()) ?? [];
    const isCoded = first !== undefined && minorDigits(code.toUpperCase()) !== undefined;
    return (isCoded && bare.has(bareName(first))) || (areBase && isBase(name));
  };
}

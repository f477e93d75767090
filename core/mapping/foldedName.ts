import { simplified } from './words/simplified.ts';

/** A name in lower case and without accents: what Germans write as ae is the same as ä, 數量 as 数量. */
export function foldedName(text: string): string {
  return simplified(text)
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .normalize('NFC');
}

/** What is left of a name without signs, so that "Billed Quantity" and "BILLED_QUANTITY" are one. */
export function bareName(text: string): string {
  return foldedName(text.normalize('NFKC')).replace(/[^\p{L}\p{N}%#]+/gu, '');
}

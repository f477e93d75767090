import { foldedName } from './foldedName.ts';
import { EMPTY_WORDS, LEXICON, SIDE_WORDS } from './lexicon.ts';
import type { Notion } from './notion.ts';
import { type ReadName, wordNotions } from './wordNotions.ts';

/** So many characters of a name are read; no name of a column says anything behind them. */
const READ = 200;

/** Reads a column's name: "Rechnungs-Nr.", "invoiceNo", "INV_DT", "发票日期". */
export function notionsOf(name: string): ReadName {
  const read = name.slice(0, READ);
  const others = alternatives(read);
  if (others.length < 2) return notionsOfOne(read);
  const all = others.map(notionsOfOne).filter(({ notions }) => notions.length > 0);
  const said = all.filter(({ notions }) => !notions.includes('aside'));
  if (said.length === 0 || said.length === all.length) return notionsOfOne(read);
  return {
    notions: said.flatMap(({ notions }) => notions),
    unknown: 1 + said.reduce((sum, { unknown }) => sum + unknown, 0),
  };
}

/** The words of "Lieferant/Lieferwerk": of two things that may stand in a column, one may be none of a line's. */
function alternatives(name: string): string[] {
  const parts = name.normalize('NFKC').split('/');
  return parts.every((part) => /\p{Script=Han}{2}|\p{L}{3}/u.test(part)) ? parts : [];
}

function notionsOfOne(name: string): ReadName {
  const words = segmentsOf(name).flatMap((segment) =>
    isKnown(segment) ? [foldedName(segment)] : casesOf(segment),
  );
  const notions: Notion[] = [];
  let unknown = 0;
  for (let at = 0; at < words.length; at += 1) {
    const phrase = [3, 2].find(
      (size) => LEXICON.has(words.slice(at, at + size).join('')) && at + size <= words.length,
    );
    const word = phrase === undefined ? (words[at] as string) : words.slice(at, at + phrase).join('');
    const isLast = at + (phrase ?? 1) >= words.length;
    at += (phrase ?? 1) - 1;
    const isEmpty = EMPTY_WORDS.has(word) && (words.length > 1 || !LEXICON.has(word));
    if (phrase === undefined && (isEmpty || isSide(word, isLast, notions))) continue;
    const found = wordNotions(word);
    unknown += found?.unknown ?? 1;
    notions.push(...(found?.notions ?? []));
  }
  return { notions, unknown };
}

/** Whose paper it is; `sales` alone, or at the end, is money. */
function isSide(word: string, isLast: boolean, notions: readonly Notion[]): boolean {
  return SIDE_WORDS.has(word) && (!isLast || (notions.length > 0 && !LEXICON.has(word)));
}

/** The pieces of a name between signs and digits that stand alone, and between Chinese and other letters. */
function segmentsOf(name: string): string[] {
  return name
    .normalize('NFKC')
    .replace(/^\W*[A-Za-z]{1,3}-?\d{1,4}(?=.*\p{L})[ .:_-]+/u, '')
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .replace(/(\p{L})['’`]s\b/gu, '$1')
    .replace(/(\p{Script=Han})(?=[A-Za-z0-9])|([A-Za-z0-9])(?=\p{Script=Han})/gu, '$1$2 ')
    .replace(/(price|prc|preis|cost|\b[VE]K|单价|价格)\s*\/\s*/giu, '$1 per ')
    .replaceAll('%age', '%')
    .replace(/\(项目\)$/, '')
    .replace(/\ba\/c\b/gi, 'account')
    .replace(/([%#])/g, ' $1 ')
    .split(/[^\p{L}\p{N}%#]+/u)
    .map((piece) => piece.replace(/(\D)\d+$/, '$1'))
    .filter((piece) => piece !== '' && !/^\d+$/.test(piece));
}

/** "invoiceNo", "SAPDocument": the words of a piece that changes its case. */
function casesOf(piece: string): string[] {
  return piece
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .split(' ')
    .map(foldedName);
}

function isKnown(piece: string): boolean {
  return wordNotions(foldedName(piece))?.unknown === 0;
}

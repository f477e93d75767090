import { EMPTY_WORDS, LEXICON, type Notion, SIDE_WORDS } from './lexicon.ts';

/** What a column's name is about, in order; `unknown` counts the pieces that nobody knows. */
export type ReadName = { readonly notions: readonly Notion[]; readonly unknown: number };

/** Letters that Germans put between two words, and endings of the plural. */
const JOINTS = ['', 's', 'n', 'en', 'er', 'e', 'es'];
/** Short words are words only at the end of another one: `custno`, `invdt`. */
const SHORT_ENDINGS = new Set(['no', 'nr', 'id', 'dt', 'cd', 'ep', 'vk', 'ek', 'me', 'um']);
const LEAST = 3;

/** Reads a column's name: "Rechnungs-Nr.", "invoiceNo", "INV_DT", "发票日期". */
export function notionsOf(name: string): ReadName {
  const words = segmentsOf(name).flatMap((segment) =>
    isKnown(segment) ? [lower(segment)] : casesOf(segment),
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
    if (EMPTY_WORDS.has(word) || (SIDE_WORDS.has(word) && !isLast)) continue;
    const found = wordNotions(word);
    unknown += found?.unknown ?? 1;
    notions.push(...(found?.notions ?? []));
  }
  return { notions, unknown };
}

/** The pieces of a name between signs and digits that stand alone, and between Chinese and other letters. */
function segmentsOf(name: string): string[] {
  return name
    .normalize('NFKC')
    .replace(/(\p{Script=Han})(?=[A-Za-z0-9])|([A-Za-z0-9])(?=\p{Script=Han})/gu, '$1$2 ')
    .replace(/([%#])/g, ' $1 ')
    .split(/[^\p{L}\p{N}%#]+/u)
    .map((piece) => piece.replace(/(\D)\d+$/, '$1'))
    .filter((piece) => piece !== '' && !/^\d+$/.test(piece));
}

/** "invoiceNo", "SAPDocument": the words of a piece that changes its case. */
function casesOf(piece: string): string[] {
  return piece
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(' ')
    .map(lower);
}

function isKnown(piece: string): boolean {
  return wordNotions(lower(piece)) !== undefined;
}

function lower(piece: string): string {
  return folded(piece.toLowerCase());
}

/** Without accents: what Germans write as ae is the same as ä. */
function folded(text: string): string {
  return text
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC');
}

function wordNotions(word: string): ReadName | undefined {
  const whole = LEXICON.get(word);
  if (whole !== undefined) return { notions: whole, unknown: 0 };
  if (HAN.test(word)) return chinese(word);
  const found = LEXICON.get(word.replace(/(?:es|s)$/, '')) ?? compound(word);
  return found === undefined ? undefined : { notions: found, unknown: 0 };
}

const HAN = /\p{Script=Han}/u;

/** The longest word that begins at each place; a run of characters that belong to none is one unknown piece. */
function chinese(text: string): ReadName | undefined {
  const notions: Notion[] = [];
  let unknown = 0;
  let isRun = false;
  for (let at = 0; at < text.length; ) {
    const length = [6, 5, 4, 3, 2, 1].find((size) => isWord(text.slice(at, at + size)));
    const found = length === undefined ? undefined : LEXICON.get(text.slice(at, at + length));
    if (length === undefined && !isRun) unknown += 1;
    isRun = length === undefined;
    notions.push(...(found ?? []));
    at += length ?? 1;
  }
  return notions.length === 0 ? undefined : { notions, unknown };
}

function isWord(word: string): boolean {
  return LEXICON.has(word) || EMPTY_WORDS.has(word);
}

/** A word made of others, with the longest ones first: `rechnungsdatum`, `custno`. */
function compound(word: string): readonly Notion[] | undefined {
  if (word.length > 40) return undefined;
  for (let end = word.length - 1; end >= LEAST; end -= 1) {
    const head = LEXICON.get(word.slice(0, end));
    if (head === undefined) continue;
    for (const joint of JOINTS) {
      const rest = word.slice(end);
      if (!rest.startsWith(joint)) continue;
      const tail = ending(rest.slice(joint.length));
      if (tail !== undefined) return [...head, ...tail];
    }
  }
  return undefined;
}

function ending(word: string): readonly Notion[] | undefined {
  if (word === '') return [];
  if (word.length < LEAST && !SHORT_ENDINGS.has(word)) return undefined;
  return LEXICON.get(word) ?? compound(word);
}

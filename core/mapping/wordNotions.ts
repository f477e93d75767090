import { EMPTY_WORDS, LEXICON, SIDE_WORDS } from './lexicon.ts';
import { nearWord } from './nearWord.ts';
import type { Notion } from './notion.ts';

/** What a word or a name is about, in order; `unknown` counts the pieces that nobody knows. */
export type ReadName = { readonly notions: readonly Notion[]; readonly unknown: number };

/** Letters that Germans put between two words, and endings of the plural. */
const JOINTS = ['', 's', 'n', 'en', 'er', 'e', 'es'];
/** Short words are words only at the end of another one: `custno`, `invdt`. */
const SHORT_ENDINGS = new Set('no nr id dt cd ep gp vk ek me eh um nm pr dat amt qty'.split(' '));
const SHORT_BEGINNINGS = new Set('po so ln'.split(' '));
const LEAST = 3;
const LONGEST = 40;
/** So many letters are enough to know a word by its beginning, or by its end. */
const CUT = 5;
const TAIL = 5;
/** So few letters are made of two abbreviations by chance. */
const CHANCE = 4;
const HAN = /\p{Script=Han}/u;

/** Reads one word: as it stands, in the singular, made of others, or with one wrong letter. */
export function wordNotions(word: string): ReadName | undefined {
  const whole = LEXICON.get(word);
  if (whole !== undefined) return { notions: whole, unknown: 0 };
  if (HAN.test(word)) return chinese(word);
  const found = singular(word) ?? compound(word);
  if (found !== undefined) return { notions: found, unknown: word.length <= CHANCE ? 1 : 0 };
  const guessed = LEXICON.get(nearWord(word) ?? '') ?? truncated(word) ?? tailOf(word);
  return guessed === undefined ? undefined : { notions: guessed, unknown: 1 };
}

/** A word that is cut off: `mengeneinh`, `descrip`; all words that begin with it must say the same. */
function truncated(word: string): readonly Notion[] | undefined {
  return word.length < CUT ? undefined : (BEGINNINGS.get(word) ?? undefined);
}

/** What all words that begin in a way say; nothing where they do not say the same. */
const BEGINNINGS: ReadonlyMap<string, readonly Notion[] | null> = beginnings();

function beginnings(): Map<string, readonly Notion[] | null> {
  const found = new Map<string, readonly Notion[] | null>();
  for (const [word, notions] of LEXICON) {
    if (!/^[a-z]+$/.test(word)) continue;
    for (let length = CUT; length < word.length; length += 1) {
      const beginning = word.slice(0, length);
      const other = found.get(beginning);
      found.set(beginning, other === undefined || other?.join() === notions.join() ? notions : null);
    }
  }
  return found;
}

/** What a word ends with that begins strangely: `uiprice`. */
function tailOf(word: string): readonly Notion[] | undefined {
  if (word.length > LONGEST || !/^[a-z]+$/.test(word)) return undefined;
  for (let at = 1; at <= word.length - TAIL; at += 1) {
    const found = LEXICON.get(word.slice(at));
    if (found !== undefined) return found;
  }
  return undefined;
}

function singular(word: string): readonly Notion[] | undefined {
  return LEXICON.get(word.replace(/s$/, '')) ?? LEXICON.get(word.replace(/(?<=.{3})(?:es|en|n)$/, ''));
}

/** A project, or what stands in a paper where one is named before. */
const ITEM = '项目';
const OF_ITEMS: ReadonlySet<Notion> = new Set<Notion>([
  'document',
  'invoice',
  'order',
  'delivery',
  'receipt',
]);

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
    const isItem = text.startsWith(ITEM, at) && notions.some((notion) => OF_ITEMS.has(notion));
    notions.push(...(isItem ? (['line'] as const) : (found ?? [])));
    at += length ?? 1;
  }
  return notions.length === 0 ? undefined : { notions, unknown };
}

function isWord(word: string): boolean {
  return LEXICON.has(word) || EMPTY_WORDS.has(word);
}

/** A word made of others, with the longest ones first: `rechnungsdatum`, `custno`, `salesprice`; at need with words that say nothing: `dateofinvoice`. */
function compound(word: string): readonly Notion[] | undefined {
  return composed(word, SIDE_WORDS) ?? composed(word, SILENT_WORDS);
}

const SILENT_WORDS: ReadonlySet<string> = new Set([...SIDE_WORDS, ...EMPTY_WORDS]);

/** What has been made of the ends of a word, so that none is looked at twice. */
type Endings = Map<string, readonly Notion[] | undefined>;

function composed(
  word: string,
  silent: ReadonlySet<string>,
  endings: Endings = new Map(),
): readonly Notion[] | undefined {
  if (word.length > LONGEST) return undefined;
  for (let end = word.length - 1; end >= 2; end -= 1) {
    const piece = word.slice(0, end);
    if (end < LEAST && !SHORT_BEGINNINGS.has(piece) && !silent.has(piece)) continue;
    const head = silent.has(piece) ? [] : LEXICON.get(piece);
    if (head === undefined) continue;
    for (const joint of JOINTS) {
      const rest = word.slice(end);
      if (!rest.startsWith(joint)) continue;
      const tail = ending(rest.slice(joint.length), silent, endings);
      if (tail !== undefined && head.length + tail.length > 0) return [...head, ...tail];
    }
  }
  return undefined;
}

function ending(word: string, silent: ReadonlySet<string>, endings: Endings): readonly Notion[] | undefined {
  if (word === '') return [];
  if (word.length < LEAST && !SHORT_ENDINGS.has(word)) return undefined;
  if (word === 'art') return ['category'];
  if (SIDE_WORDS.has(word)) return [];
  const whole = LEXICON.get(word) ?? LEXICON.get(word.replace(/s$/, ''));
  if (whole !== undefined || endings.has(word)) return whole ?? endings.get(word);
  const found = composed(word, silent, endings);
  endings.set(word, found);
  return found;
}

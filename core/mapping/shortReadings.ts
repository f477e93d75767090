import { foldedName } from './foldedName.ts';
import { LEXICON } from './lexicon.ts';
import type { Notion } from './notion.ts';

/** Words that names are commonly made short of, and what they are about. */
const HEADS: readonly (readonly [string, Notion])[] = (
  [
    ['artikel article artikl artigo', 'product'],
    ['produkt product produto material item', 'product'],
    ['kunde kunden customer client debitor', 'customer'],
    ['lieferant supplier vendor kreditor fournisseur', 'supplier'],
    ['rechnung invoice facture fattura factura faktura', 'invoice'],
    ['auftrag bestellung order commande pedido', 'order'],
    ['lieferschein lieferung delivery shipment livraison', 'delivery'],
    ['wareneingang receipt', 'receipt'],
    ['beleg document', 'document'],
    ['position line ligne', 'line'],
  ] as const
).flatMap(([words, notion]) => words.split(' ').map((word) => [word, notion] as const));

/** What stands behind the short word, the longest first. */
const TAILS: readonly (readonly [string, readonly Notion[]])[] = [
  ['nummer', ['number']],
  ['datum', ['date']],
  ['preis', ['price']],
  ['menge', ['quantity']],
  ['code', ['number', 'code']],
  ['num', ['number']],
  ['bez', ['name']],
  ['dat', ['date']],
  ['mng', ['quantity']],
  ['mge', ['quantity']],
  ['prs', ['price']],
  ['nr', ['number']],
  ['no', ['number']],
  ['dt', ['date']],
];

const LEAST = 2;
const MOST = 6;

/**
 * What a name may be short of, such as ATNR of Artikelnummer: each reading is as likely as the others, and
 * what the file has and lacks tells which one it is.
 */
export function shortReadings(name: string): readonly (readonly Notion[])[] {
  const word = foldedName(name)
    .replace(/[^a-z]/g, '')
    .replace(/(?<=(?:nr|no))(?:ext|ex|int)$/, '');
  for (const [tail, said] of TAILS) {
    if (!word.endsWith(tail)) continue;
    const head = word.slice(0, -tail.length);
    if (head.length < LEAST || head.length > MOST) continue;
    const known = LEXICON.get(head);
    if (known !== undefined && head.length > LEAST) return [[...known, ...said]];
    const likely = headsOf(head, head.length > LEAST || tail === 'nr');
    if (likely.length > 0) return likely.map((notion) => [notion, ...said]);
  }
  return [];
}

/** The things that letters are short of: those that begin with them, or else those that have them in this order. */
function headsOf(head: string, mayLeaveOut: boolean): readonly Notion[] {
  const found = HEADS.filter(([word]) => isShortOf(head, word));
  const near = found.filter(([word]) => word.startsWith(head) || skeleton(word).startsWith(head));
  return [...new Set((near.length > 0 || !mayLeaveOut ? near : found).map(([, notion]) => notion))];
}

function isShortOf(letters: string, word: string): boolean {
  if (letters[0] !== word[0]) return false;
  let at = 0;
  for (const letter of word) if (letter === letters[at]) at += 1;
  return at === letters.length;
}

/** A word without the vowels behind its first letter: the commonest way of making it short. */
function skeleton(word: string): string {
  return word.slice(0, 1) + word.slice(1).replace(/[aeiou]/g, '');
}

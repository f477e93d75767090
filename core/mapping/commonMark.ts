import { foldedName } from './foldedName.ts';
import { LEXICON } from './lexicon.ts';
import { notionsOf } from './notionsOf.ts';

const MARKED_LEAST = 6;
const MARK = /^[A-Za-z]{2,6}_/;

/** The letters that a system puts before its names: the F of "FBillNo", or a word that says nothing, as in "sap_sold_to". */
export function commonMark(names: readonly string[]): (name: string) => number {
  const shared = sharedLetters(names);
  if (names.length >= MARKED_LEAST && shared > 0) return () => shared;
  const marks = names.map((name) => MARK.exec(name)?.[0] ?? '');
  const common = marks.find(
    (mark) => mark !== '' && marks.filter((one) => one === mark).length >= MARKED_LEAST,
  );
  if (common === undefined || notionsOf(common).notions.length > 0) return () => 0;
  return (name) => (name.startsWith(common) ? common.length : 0);
}

const LETTERS_MOST = 3;
const REST_LEAST = 3;

/** How many letters all names begin with; what is left of each must still be a name. */
function sharedLetters(names: readonly string[]): number {
  const [first = ''] = names;
  for (let length = LETTERS_MOST; length > 0; length -= 1) {
    const mark = first.slice(0, length);
    const isMark = /^[A-Za-z]+$/.test(mark) && !LEXICON.has(foldedName(mark));
    if (isMark && names.every((name) => name.startsWith(mark) && name.length >= length + REST_LEAST))
      return length;
  }
  return 0;
}

import { LEXICON } from './lexicon.ts';

/** Shorter words are too near to one another. */
const LEAST = 6;

const LONG_WORDS = [...LEXICON.keys()].filter((word) => /^[a-z]{6,}$/.test(word));

/** The only known word that is one letter away: one too many, one missing, a wrong one, or two swapped. */
export function nearWord(word: string): string | undefined {
  if (word.length < LEAST || !/^[a-z]+$/.test(word) || word.length > 30) return undefined;
  const near = LONG_WORDS.filter((known) => known[0] === word[0] && isNear(known, word));
  return near.length === 1 ? near[0] : undefined;
}

function isNear(known: string, word: string): boolean {
  if (Math.abs(known.length - word.length) > 1) return false;
  let at = 0;
  while (at < known.length && known[at] === word[at]) at += 1;
  const rest = known.slice(at + 1);
  const left = word.slice(at + 1);
  if (known.length > word.length) return rest === word.slice(at);
  if (known.length < word.length) return known.slice(at) === left;
  const isSwapped = known[at] === word[at + 1] && known[at + 1] === word[at];
  return rest === left || (isSwapped && rest.slice(1) === left.slice(1));
}

import { CATALOGUES } from './catalogue.ts';
import type { Language } from './language.ts';

/** A value can be a whole cell of a file; a sentence has no room for it. Our own lists are not cut. */
const LONGEST = 160;

/** Facts as they are put into a text: words of the program translated, long values cut. */
export function factTexts(
  facts: Readonly<Record<string, string>>,
  language: Language,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, shown(name, value, language)]),
  );
}

function shown(name: string, value: string, language: Language): string {
  const { facts, formulas, empty } = CATALOGUES[language];
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = { ...facts, formula: formulas };
  const words = Object.hasOwn(tables, name) ? (tables[name] ?? {}) : {};
  if (Object.hasOwn(words, value)) return words[value] as string;
  if (value === '') return empty;
  const text = onOneLine(value);
  const characters = [...text];
  const isOurs = name === 'allowed' || name === 'expected';
  return isOurs || characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST).join('')}…`;
}

/** Nothing from a file may move the cursor, break the line or turn the reading direction. */
export function onOneLine(value: string): string {
  return value.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}

import { describe, expect, it } from 'vitest';
import { foldedName } from './foldedName.ts';
import { EMPTY_WORDS, LEXICON, SIDE_WORDS } from './lexicon.ts';
import { NOTIONS } from './notion.ts';
import { CHINESE } from './words/chinese.ts';
import { ENGLISH } from './words/english.ts';
import { GERMAN } from './words/german.ts';
import { DUTCH_AND_NORDIC, JAPANESE, ROMANCE, RUSSIAN, TURKISH_AND_SLAVIC } from './words/otherLanguages.ts';

const tables = { ENGLISH, GERMAN, CHINESE, ROMANCE, DUTCH_AND_NORDIC, TURKISH_AND_SLAVIC, RUSSIAN, JAPANESE };

const entries = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(': '))
    .flatMap(([words = '', notions = '']) =>
      words.split(' ').map((word) => ({ word: foldedName(word), notions })),
    );

describe('the words', () => {
  it.each(Object.entries(tables))('of %s stand there once and mean what they say there', (_, table) => {
    const found = entries(table);
    const words = found.map(({ word }) => word);
    expect(words.filter((word, at) => words.indexOf(word) < at)).toEqual([]);
    expect(found.filter(({ word, notions }) => LEXICON.get(word)?.join(' ') !== notions)).toEqual([]);
  });

  it('say notions that there are', () => {
    const known: readonly string[] = NOTIONS;
    const said = new Set([...LEXICON.values()].flat());
    expect([...said].filter((notion) => !known.includes(notion))).toEqual([]);
  });

  it('that say nothing, or only whose paper it is, are not both', () => {
    expect([...EMPTY_WORDS].filter((word) => SIDE_WORDS.has(word))).toEqual([]);
  });
});

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/docs/pageBlocks.ts';
import { CHINESE_TERMS } from './chineseTerms.ts';

// In Chinese, too, a thing has one word: in the texts of the pages, the commands and the core, and in the documentation.

const TEXTS = '{web,main,adapters,app,core/wording,core/lint}/**/*.{ts,tsx}';
const PAGES = '{*.zh-CN.md,docs/**/*.zh-CN.md,GLOSSARY.md}';
const HAN = /[\u4e00-\u9fff]/;
const lines = globSync([TEXTS, PAGES], { cwd: ROOT }).flatMap((file) =>
  readFileSync(join(ROOT, file), 'utf8')
    .split('\n')
    .flatMap((text, at) => (HAN.test(text) ? [{ text, place: `${file}:${at + 1}` }] : [])),
);
const rowsOf = (page: string) =>
  readFileSync(join(ROOT, page), 'utf8')
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()));
const glossary = rowsOf('GLOSSARY.md');
const chinese = rowsOf('GLOSSARY.zh-CN.md');

describe('words of the field in Chinese', () => {
  it('are looked for in all that people read', () => {
    expect(lines.length).toBeGreaterThan(9000);
  });

  it.each(CHINESE_TERMS)(
    '$thing is $word, as the glossary says it, and nothing else',
    ({ thing, word, never }) => {
      const isRow = ([, first, second]: readonly string[], one: string, other: string) =>
        first === `**${one}**` && second === other;
      expect(glossary.some((row) => isRow(row, thing, word))).toBe(true);
      expect(chinese.some((row) => isRow(row, word, thing))).toBe(true);
      const others = lines.filter(({ text }) => never.some((other) => text.includes(other)));
      expect(others.map(({ place }) => place)).toEqual([]);
    },
  );
});

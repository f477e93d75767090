import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blocksOf, ROOT } from '../support/docs/pageBlocks.ts';

// A page in Chinese says what the English one says: the same code, the same headings by number and depth, the same
// tables, and in its sentences the same names, figures and links.

const CHINESE = /\.zh-CN\.md$/;
const pages = globSync('{*.md,docs/**/*.md}', { cwd: ROOT })
  .map((page) => page.split('\\').join('/'))
  .sort();
const chinese = pages.filter((page) => CHINESE.test(page));
const chineseOf = (page: string) => page.replace(/\.md$/, '.zh-CN.md');

/** What nobody has written in Chinese yet. The list only grows shorter: a page that is new comes in both languages. */
const ENGLISH_ONLY = [
  'docs/benchmarks.md',
  'docs/reference/asvs.md',
  'docs/reference/mutation.md',
  'docs/reference/operations.md',
  'docs/reliability.md',
];

const read = (page: string) => readFileSync(join(ROOT, page), 'utf8');

const placeOf = (words: string) =>
  words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');

/** What a translation leaves as it is: in code to the letter and in its order, in sentences in whatever order. */
function kept(page: string) {
  const text = read(page);
  const sentences = text.replaceAll(/^```[\s\S]*?^```$/gm, '');
  const found = (pattern: RegExp) => [...sentences.matchAll(pattern)].map(([, one]) => one as string).sort();
  const headings = [...sentences.matchAll(/^(#+) (.+)$/gm)];
  const places = headings.map(([, , words = '']) => placeOf(words));
  return {
    blocks: blocksOf(page, text).map((block) => [block.info, block.text]),
    headings: headings.map(([, depth]) => depth),
    rows: (sentences.match(/^\|.*\|$/gm) ?? []).length,
    items: (sentences.match(/^(- |\d+\. )/gm) ?? []).length,
    names: [...new Set(found(/`([^`]+)`/g).map((name) => name.replaceAll(/\s+/g, ' ')))].sort(),
    figures: found(/(\d[\d,]*\.\d+)/g),
    // A heading has a name in each language: what leads to it inside of the page leads to the same one.
    links: found(/\]\(([^)\s]+)\)/g)
      .map((link) => (link.startsWith('#') ? `#${places.indexOf(link.slice(1))}` : link))
      .sort(),
  };
}

describe('Chinese pages', () => {
  it('are there for every page, but for these', () => {
    const lacking = pages.filter(
      (page) => page.startsWith('docs/') && !CHINESE.test(page) && !chinese.includes(chineseOf(page)),
    );
    expect(lacking).toEqual(ENGLISH_ONLY);
  });

  it.each(chinese)('%s keeps to the English one', (page) => {
    expect(kept(page)).toEqual(kept(page.replace('.zh-CN', '')));
    expect(read(page)).not.toMatch(/[\u4e00-\u9fff] ?[,;?!](?=\s|[\u4e00-\u9fff])/);
  });

  it('are told in the index from those that are English only', () => {
    const links = [...read('docs/README.zh-CN.md').matchAll(/\]\(([^)]+)\)(（英文）)?/g)];
    const told = links.map(([, link = '', mark]) => [link, mark !== undefined]);
    const real = links.map(([, link = '']) => {
      const page = posix.join('docs', link);
      return [link, !existsSync(join(ROOT, chineseOf(page)))];
    });
    expect(told).toEqual(real);
  });
});

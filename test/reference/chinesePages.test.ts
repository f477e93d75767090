import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blocksOf, ROOT } from '../support/docs/pageBlocks.ts';

// A page in Chinese says what the English one says: the same code, the same headings by number and depth, the same tables.

const pages = globSync('{*.md,docs/**/*.md}', { cwd: ROOT }).filter((page) => /\.zh-CN\.md$/.test(page));

const read = (page: string) => readFileSync(join(ROOT, page), 'utf8');
const shape = (text: string) => text.match(/^#+ /gm) ?? [];
const rows = (text: string) => (text.match(/^\|.*\|$/gm) ?? []).length;

/** The index lists the pages that there are in Chinese, and not all. */
const FREE = ['docs/README.zh-CN.md'];

describe('Chinese pages', () => {
  it('are those that a newcomer needs', () => {
    expect(pages.sort()).toEqual(
      expect.arrayContaining(['docs/README.zh-CN.md', 'docs/guides/first-rebate.zh-CN.md']),
    );
  });

  it.each(pages.filter((page) => !FREE.includes(page)))('%s keeps to the English one', (page) => {
    const [chinese, english] = [read(page), read(page.replace('.zh-CN', ''))];
    const code = (text: string) => blocksOf(page, text).map((block) => [block.info, block.text]);
    expect(code(chinese)).toEqual(code(english));
    expect(shape(chinese)).toEqual(shape(english));
    expect(rows(chinese)).toBe(rows(english));
    expect(chinese).not.toMatch(/[\u4e00-\u9fff] ?[,;?!](?=\s|[\u4e00-\u9fff])/);
  });
});

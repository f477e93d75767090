import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { docPage } from './docPage.ts';
import { FIELD_PAGES } from './fieldTexts.ts';

const office = new URL('..', import.meta.url).pathname;
const docs = new URL('../../../docs', import.meta.url).pathname;

/** What a person fills in the editor of agreements, each with what stands in its tag. */
function fieldsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/<(?:TextField|SelectField|ComboField)\b[\s\S]*?\/>/g)].map(([tag]) => tag);
}

it('every field of the editor of agreements says what it means', () => {
  const fields = globSync(`${office}agreements/editor/*.tsx`).flatMap(fieldsOf);
  expect(fields.length).toBeGreaterThan(18);
  expect(fields.filter((tag) => !/\bhelp=\{/.test(tag))).toEqual([]);
});

it.each(Object.entries(FIELD_PAGES))('what says more of %s is there in both languages', (_, page) => {
  const [path = '', anchor] = page.replace('/help/docs', '').split('#');
  const text = readFileSync(`${docs}${path.replace('.html', '.md')}`, 'utf8');
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-'),
  );
  if (anchor !== undefined) expect(headings).toContain(anchor);
  expect(existsSync(`${docs}${path.replace('.html', '.zh-CN.md')}`)).toBe(true);
});

it('a page is that of the language of the reader, at the same heading', () => {
  expect(docPage(FIELD_PAGES.unit, 'en')).toBe('/help/docs/format.html#measure');
  expect(docPage(FIELD_PAGES.unit, 'zh-CN')).toBe('/help/docs/format.zh-CN.html#measure');
});

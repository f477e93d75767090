import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../core/wording/en.ts';
import { zhCn } from '../../core/wording/zhCn.ts';
import { importsOf } from '../../test/tidy/imports.ts';
import { readerOf } from './reader.ts';
import { fillText, type Text, type Texts } from './texts.ts';

// Every catalogue of the pages: a file whose name ends in texts.ts, or another that calls texts().
const web = join(import.meta.dirname, '..');
const files = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|\.d\.ts$|^api\/openApi/.test(path))
  .map((path) => ({ path, text: readFileSync(join(web, path), 'utf8') }));
const catalogues = await Promise.all(
  files
    .filter(({ text }) => /= texts\(/.test(text))
    .map(async ({ path, text }) => {
      const [, name = ''] = /export const (\w+) = texts\(/.exec(text) ?? [];
      const module = (await import(join(web, path))) as Readonly<Record<string, Texts>>;
      return { path, name, texts: module[name] as Texts };
    }),
);

const formsOf = (text: Text) => (typeof text === 'string' ? [text] : [text.one, text.other]);
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string).sort();

/** The sources that read a catalogue. */
function readersOf(catalogue: { readonly path: string; readonly name: string }): readonly string[] {
  return files
    .filter((file) => {
      const targets = importsOf(file).map(({ specifier }) => join(dirname(file.path), specifier));
      return targets.includes(catalogue.path) && file.text.includes(catalogue.name);
    })
    .map(({ text }) => text);
}

/** Keys that are named whole, and templates that put them together. */
function isUsedIn(sources: readonly string[], key: string): boolean {
  return sources.some((text) => {
    if (text.includes(`'${key}'`)) return true;
    const put = [...text.matchAll(/say\w*\(`([\w.]*)\$\{[^}]*\}([\w.]*)`/g)];
    return put.some(([, start = '', end = '']) => key.startsWith(start) && key.endsWith(end));
  });
}

/** A key that is read as a value of its data: say(direction), say(theme). */
const BY_DATA: Readonly<Record<string, string>> = {
  unitTexts: 'a unit of the data',
  fieldTexts: 'a field of lines or master data',
  claimFieldTexts: 'a column of a file of claims',
};

describe('texts', () => {
  test('there are some', () => {
    expect(catalogues.length).toBeGreaterThan(6);
  });

  test.each(catalogues)('$path: both languages have the same keys', ({ texts }) => {
    expect(Object.keys(texts['zh-CN'])).toEqual(Object.keys(texts.en));
  });

  test.each(catalogues)('$path: every key is used', ({ path, name, texts }) => {
    if (BY_DATA[name] !== undefined) return;
    const sources = readersOf({ path, name });
    expect(sources.length, `${name} is read by nobody`).toBeGreaterThan(0);
    const sayData = sources.some((text) => /say\w*\((?!['`])\w/.test(text));
    const words = files.map(({ text }) => text).concat(readFileSync(join(web, 'api/openApi.ts'), 'utf8'));
    const unused = Object.keys(texts.en).filter((key) => {
      if (isUsedIn(sources, key)) return false;
      // Said by data: then the key is a word of the data, named in its type.
      return !(sayData && words.some((text) => text.includes(`'${key}'`) || text.includes(`"${key}"`)));
    });
    expect(unused).toEqual([]);
  });

  test.each(catalogues)('$path: every form has the same places in both languages', ({ texts }) => {
    for (const [key, text] of Object.entries(texts.en)) {
      const all = [...formsOf(text), ...formsOf(texts['zh-CN'][key] as Text)].map(places);
      expect(new Set(all.map(String)), key).toHaveProperty('size', 1);
    }
  });

  test.each(catalogues)('$path: Chinese is Chinese, without the punctuation of English', ({ texts }) => {
    for (const [key, text] of Object.entries(texts['zh-CN'])) {
      for (const form of formsOf(text)) {
        const words = form.replaceAll(/\{\w+\}/g, '');
        if (key === 'english' || !/\p{L}/u.test(words)) continue;
        expect(form, key).toMatch(/\p{Script=Han}/u);
        expect(form, key).not.toMatch(/[\u4e00-\u9fff][,;:!?]/);
      }
    }
  });

  test('units are called as in the sentences of the server', () => {
    for (const unit of Object.keys(en.units)) {
      const one = { of: 'quantity', unit } as const;
      const [english, chinese] = [readerOf('en'), readerOf('zh-CN')];
      const form = (count: string) => (en.units[unit] as string).replace(/^\{count\|(.*)\|(.*)\}$/, count);
      expect(english.counted('1', one, 'EUR')).toBe(`1 ${form('$1')}`);
      expect(english.counted('2', one, 'EUR')).toBe(`2 ${form('$2')}`);
      expect(chinese.counted('2', one, 'EUR')).toBe(`2 ${zhCn.units[unit]}`);
    }
  });
});

describe('filling', () => {
  test('a place without a fact stays seen', () => {
    expect(fillText('{a} of {b}', { a: '1' })).toBe('1 of {b}');
  });
  test('numbers are written as figures, and choose the form', () => {
    const amounts = {
      en: { rows: { one: '{count} amount', other: '{count} amounts' } },
      'zh-CN': { rows: '{count} 笔金额' },
    } as const;
    expect(readerOf('en').say(amounts)('rows', { count: 1 })).toBe('1 amount');
    expect(readerOf('en').say(amounts)('rows', { count: 2904 })).toBe('2,904 amounts');
    expect(readerOf('zh-CN').say(amounts)('rows', { count: 2904 })).toBe('2,904 笔金额');
  });
});

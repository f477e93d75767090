import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../core/wording/en.ts';
import { zhCn } from '../../core/wording/zhCn.ts';
import { readerOf } from './reader.js';
import { fillText, TEXTS } from './texts.js';

const folder = import.meta.dirname;
const keys = Object.keys(TEXTS.en);
const isPage = (name: string) => /\.(js|html)$/.test(name) && name !== 'texts.js';
const sources = readdirSync(folder)
  .filter(isPage)
  .map((name) => readFileSync(join(folder, name), 'utf8'));

/** Keys that the page names whole, and the beginnings of those that it puts together. */
const named = new Set(
  sources.flatMap((text) => [...text.matchAll(/['"]([\w.]+)['"]/g)].map(([, key]) => key)),
);
const begun = sources.flatMap((text) =>
  [...text.matchAll(/`([a-zA-Z.]+\.)\$\{/g)].map(([, start]) => start as string),
);

function formsOf(text: string | { readonly one: string; readonly other: string }): string[] {
  return typeof text === 'string' ? [text] : [text.one, text.other];
}

function places(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string).sort();
}

describe('texts', () => {
  test('both languages have the same keys', () => {
    expect(Object.keys(TEXTS['zh-CN'])).toEqual(keys);
    expect(keys.length).toBeGreaterThan(80);
  });

  test('every key is used', () => {
    expect(begun.length).toBeGreaterThan(3);
    expect(keys.filter((key) => !named.has(key) && !begun.some((start) => key.startsWith(start)))).toEqual(
      [],
    );
  });

  test('every form of a text has the same places in both languages', () => {
    for (const [key, text] of Object.entries(TEXTS.en)) {
      const all = [...formsOf(text), ...formsOf(TEXTS['zh-CN'][key as keyof typeof TEXTS.en])].map(places);
      expect(new Set(all.map(String)), key).toHaveProperty('size', 1);
    }
  });

  test('Chinese is Chinese, without the punctuation of English', () => {
    for (const [key, text] of Object.entries(TEXTS['zh-CN'])) {
      for (const form of formsOf(text)) {
        const words = form.replaceAll(/\{\w+\}/g, '');
        if (key === 'empty.command' || !/\p{L}/u.test(words)) continue;
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
    expect(readerOf('en').say('totals.rows', { count: 1 })).toBe('1 amount');
    expect(readerOf('en').say('totals.rows', { count: 2904 })).toBe('2,904 amounts');
    expect(readerOf('zh-CN').say('totals.rows', { count: 2904 })).toBe('2,904 笔金额');
  });
});

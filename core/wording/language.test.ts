import { expect, it } from 'vitest';
import { pickLanguage } from './language.ts';

it.each([
  [undefined, 'en'],
  ['', 'en'],
  ['zh', 'zh-CN'],
  ['zh-Hant-TW', 'zh-CN'],
  ['ZH-cn,en;q=0.9', 'zh-CN'],
  ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
  ['en;q=0.1, zh;q=0.25', 'zh-CN'],
  ['en;q=0.30,zh;q=0.3', 'en'],
  ['fr,de;q=0.9', 'en'],
  ['fr,zh-CN;q=0.1', 'zh-CN'],
  ['zh;q=0', 'en'],
  ['*', 'en'],
  ['zh;q=2,en;q=0.1', 'en'],
  ['zh-CN;q=abc', 'en'],
  [`${'x'.repeat(50_000)},zh`, 'zh-CN'],
])('answers %s in %s', (header, language) => {
  expect(pickLanguage(header)).toBe(language);
});

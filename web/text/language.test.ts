import { expect, test } from 'vitest';
import { languageFor } from './language.ts';

test.each([
  ['zh-CN', ['en-GB'], 'zh-CN'],
  ['en', ['zh-CN'], 'en'],
  [null, ['zh-TW', 'en'], 'zh-CN'],
  [null, ['zh'], 'zh-CN'],
  [null, ['de-DE', 'en-US', 'zh-CN'], 'en'],
  [null, ['de-DE'], 'en'],
  [null, [], 'en'],
  ['klingon', ['zh-Hans-CN'], 'zh-CN'],
] as const)('remembered %s, the browser has %j: %s', (remembered, preferred, language) => {
  expect(languageFor(remembered, preferred)).toBe(language);
});

import { describe, expect, test } from 'vitest';
import { ambiguity, repetitions } from './repetitions.ts';

describe('what a regular expression repeats', () => {
  test.each([
    '/(a+)+$/',
    '/(a*)*$/',
    '/(a*b?)*$/',
    '/(?:a|a)*$/',
    '/(?:ab|a|b)+$/',
    '/(\\d+,?)+$/',
    '/(?:[a-c]|[c-e]x)*$/',
    '/(\\w|\\d)*$/',
    '/(?:\\s*x?\\s*)+$/',
    '/(?:股份|有限责任|有限|责任)+$/u',
    '/(?=(?:x+)+y)z/',
    '/(?:(?=(?:x+)+y)z)*/',
    '/(?:K|k)+$/i',
    '/(?:a{1,2}){2,}$/',
    '/[[a-z]--[b]]*(?:[[a-z]--[b]]*,?)*/v',
    '/0+$/',
    '/x|\\s+$/',
    '/(\\p{Lu}+)\\p{Lu}\\p{Ll}/u',
    '/^\\s*,?\\s*$/',
    '/^.*a.*$/',
    '/^[a-z]+(?=.*x)/',
    '/\\[[^\\]]*\\]/',
    '/(?<=[a.])[ .]*x/',
  ])('%s is found', (literal) => {
    expect(ambiguity(literal)).toBeDefined();
  });

  test.each([
    '/^a+b+$/',
    '/^[+-]?(\\d+([.,] ?\\d+)*|[.,]\\d+)$/',
    '/^(?:a|b)*$/',
    '/^(?:"(?:[^"\\\\]|\\\\.)*",?)*/',
    '/^(?:\\.[^.[\\]]+|\\[[^[\\]]+\\])+$/',
    '/^(?:-[0-9a-f]{1,8})*$/',
    '/^([,.])\\d{3}(?:\\1\\d{3})*$/',
    '/^[)|(+*]*x/',
    '/^(?:K|k)+$/',
    '/(?<year>\\d{4})(?:-\\d\\d?(?!\\d))*/',
    '/^[[a-z]--[b]]*(?:b[[a-z]--[b]]*)*/v',
    '/^0+$/',
    '/(?<!0)0+$/',
    '/0+$/y',
    '/(?<=^|,)0+$/',
    '/[\\s,]+/',
    '/\\b\\w+:/',
    '/a b*c/',
    '/"[^"]*"/',
    '/(?<=,)\\s+x/',
    '/^(?=.*[1-9])[0-9]{1,100}$/',
  ])('%s is fine', (literal) => {
    expect(ambiguity(literal)).toBeUndefined();
  });

  test('the code of the product is looked at, its tests and its texts are not', () => {
    const text =
      "const a = 'x';\nconst b = /(x+)+$/.test(a); // /(y+)+$/\nconst c = '/(z+)+$/';\nnew RegExp(c);";
    const files = ['core/a/x.ts', 'core/a/x.test.ts', 'web/office/x.js'].map((path) => ({ path, text }));
    expect(repetitions(files)).toEqual({
      seen: 2,
      faults: [
        'core/a/x.ts: line 2, /(x+)+$/ can repeat x in two ways',
        'core/a/x.ts: line 4, RegExp() puts an expression together',
        'web/office/x.js: line 2, /(x+)+$/ can repeat x in two ways',
        'web/office/x.js: line 4, RegExp() puts an expression together',
      ],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { utf8 } from './utf8.ts';

const encoder = new TextEncoder();

describe('UTF-8', () => {
  it.each([
    '',
    'a',
    '\u007f\u0080',
    '\u07ff\u0800',
    '\uffff😀',
    '中文',
    '\ud800',
    'a\udc00b',
    '\ud83d\ud83d\ude00',
  ])('of %j is that of TextEncoder', (text) => {
    expect(utf8(text)).toEqual(encoder.encode(text));
  });

  it('is that of TextEncoder for every code point', () => {
    for (let code = 0; code <= 0x10ffff; code += 97) {
      const text = String.fromCodePoint(code);
      if (utf8(text).join() !== encoder.encode(text).join()) throw new Error(`U+${code.toString(16)}`);
    }
    expect(utf8(String.fromCodePoint(0x10ffff))).toEqual(Uint8Array.of(0xf4, 0x8f, 0xbf, 0xbf));
  });
});

import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from './canonicalJson.ts';

describe('canonical JSON', () => {
  /** Source: RFC 8785, 3.2.2 and 3.2.3; its floats are left out, since they are faults here. */
  it('writes the example of RFC 8785', () => {
    const value = { string: '\u20ac$\u000f\nA\'\u0042\u0022\u005c\\"/', literals: [null, true, false] };
    expect(canonicalJson(value)).toBe(
      `{"literals":[null,true,false],"string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}`,
    );
  });

  /** Source: RFC 8785, 3.2.3, but for the letter U+FB33, which NFC takes apart: see below. */
  it('sorts members by UTF-16 code units', () => {
    const members = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '1': 'One',
      '\u0080': 'Control',
      '😀': 'Emoji',
      ö: 'o',
    };
    expect(Object.keys(JSON.parse(canonicalJson(members)))).toEqual([
      '1',
      '\r',
      '\u0080',
      'ö',
      '\u20ac',
      '😀',
    ]);
    expect(canonicalJson(members)).toMatch(/^\{"\\r":.*"1":.*"\u0080":.*"ö":.*"\u20ac":.*"😀":/);
  });

  it('sorts by the names that it writes, not by those it was given', () => {
    expect(canonicalJson({ '\u20ac': 1, '\ufb33': 2 })).toBe('{"\u05d3\u05bc":2,"\u20ac":1}');
    expect(canonicalJson({ f: 1, 'e\u0301': 2, é2: 3 })).toBe('{"f":1,"é":2,"é2":3}');
  });

  it.each<[Json, string]>([
    [{}, '{}'],
    [[], '[]'],
    [{ b: [{ z: 1, a: -0 }], a: 'x' }, '{"a":"x","b":[{"a":0,"z":1}]}'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    ['\u0000\u001f\u007f\b\t\n\f\r', '"\\u0000\\u001f\u007f\\b\\t\\n\\f\\r"'],
    ['e\u0301', '"é"'],
    [null, 'null'],
  ])('%j is %s', (value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  it.each([1.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY])('takes no %d', (number) => {
    expect(() => canonicalJson({ number })).toThrow('not a safe integer');
  });

  it.each<[Json]>([['\ud800'], [{ 'a\udc00': 1 }], [['x\ud83d']]])('takes no half of a pair: %j', (value) => {
    expect(() => canonicalJson(value)).toThrow('surrogate');
  });

  it('takes no two members of one name', () => {
    expect(() => canonicalJson({ é: 1, 'e\u0301': 2 })).toThrow('two members');
  });
});

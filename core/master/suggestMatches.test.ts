import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameDistance } from './nameDistance.ts';
import { suggestMatches } from './suggestMatches.ts';

const OURS = [
  { code: 'P-1001', name: 'Müller Handels GmbH' },
  { code: 'P-1002', name: 'Müller Handel AG' },
  { code: '0000012345', name: 'Acme Co., Ltd.' },
  { code: 'SZ01', name: '深圳市华强电子有限公司' },
  { code: 'AB/77', name: 'Nordwind S.r.l.' },
  { code: 'Q', name: 'Co' },
];
const suggest = suggestMatches(OURS);

describe('a name that is not ours', () => {
  it.each([
    ['p-1001', ['P-1001 99 code spelling', 'P-1002 80 code letters']],
    ['Ｐ-1001', ['P-1001 99 code spelling', 'P-1002 80 code letters']],
    ['P1001', ['P-1001 97 code separators', 'P-1002 80 code letters']],
    ['P 1001', ['P-1001 97 code separators', 'P-1002 80 code letters']],
    ['12345', ['0000012345 95 code leadingZeros']],
    ['012345', ['0000012345 95 code leadingZeros']],
    ['ACME', ['0000012345 92 name companyForm']],
    ['Acme Limited', ['0000012345 92 name companyForm']],
    ['acme co ltd', ['0000012345 97 name separators']],
    ['Acmee Ltd', ['0000012345 80 name letters']],
    ['Amce Ltd', ['0000012345 75 name letters']],
    ['深圳市华强电子', ['SZ01 92 name companyForm']],
    ['深圳华强电子股份有限公司', ['SZ01 85 name letters']],
    ['Muller Handels', ['P-1001 90 name letters', 'P-1002 84 name letters']],
    ['AB-77', ['AB/77 97 code separators']],
    ['Nordwind', ['AB/77 92 name companyForm']],
    ['Zenith', []],
    ['', []],
    ['---', []],
  ])('%s', (received, expected) => {
    const found = suggest(received).map(({ code, confidence, by, because }) =>
      [code, confidence, by, because].join(' '),
    );
    expect(found.filter((text) => expected.length > 0 || text !== '')).toEqual(expected);
  });

  it('has at most three suggestions, the surest first, each of them once', () => {
    const many = suggestMatches(Array.from({ length: 9 }, (_, n) => ({ code: `K${n}`, name: `Kunde ${n}` })));
    const found = many('Kunde 10');
    expect(found).toHaveLength(3);
    expect(new Set(found.map(({ code }) => code)).size).toBe(3);
  });
});

it('the distance of two texts is symmetric, zero for equals, and one for two letters swapped', () => {
  const text = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(text, text, fc.nat(12), (a, b, most) => {
      expect(nameDistance(a, a, most)).toBe(0);
      expect(nameDistance(a, b, most)).toBe(nameDistance(b, a, most));
      expect(nameDistance(a, b, 24)).toBeLessThanOrEqual(
        Math.max(Array.from(a).length, Array.from(b).length),
      );
    }),
    { numRuns: 300, seed: 20_261_129 },
  );
  expect(nameDistance('acme', 'amce', 3)).toBe(1);
  expect(nameDistance('acme', 'ac', 1)).toBe(2);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenLines } from './brokenLines.ts';

/** Each sign is one wide. */
const widthOf = (text: string) => [...text].length;

describe('a text in lines', () => {
  it.each<[string, number, string[]]>([
    ['', 5, ['']],
    ['one two three', 7, ['one two', 'three']],
    ['one two three', 3, ['one', 'two', 'thr', 'ee']],
    ['AGREEMENT-2026-17', 15, ['AGREEMENT-2026-', '17']],
    ['a -5 b', 3, ['a', '-5', 'b']],
    ['返利期间，为第二季度', 4, ['返利期', '间，为第', '二季度']],
    ['（返利）', 3, ['（返', '利）']],
    ['税率 20% 的商品', 6, ['税率 20%', '的商品']],
    ['𠮷野家', 2, ['𠮷野', '家']],
  ])('%j in %s', (text, room, expected) => {
    expect(brokenLines(text, room, widthOf)).toEqual(expected);
  });

  it('loses nothing but blanks, and fits', () => {
    const text = fc
      .array(
        fc.constantFrom(
          'word',
          'a',
          '中',
          '文',
          '，',
          '（',
          ' ',
          ' ',
          '-',
          '1,234.50',
          'Rindfleisch',
          '。',
          '𠮷',
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 12 }), (drawn, room) => {
        const lines = brokenLines(drawn, room, widthOf);
        expect(lines.join('').replaceAll(' ', '')).toBe(drawn.replaceAll(' ', ''));
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(room);
      }),
      { numRuns: 500, seed: 20_261_129 },
    );
  });
});

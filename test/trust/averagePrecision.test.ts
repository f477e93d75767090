import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { averagePrecision, type Ranked } from './averagePrecision.ts';

/** `900 a | 800 - | 700 b`: scores, and the numbers of the cases that are hit. */
function ranking(text: string): Ranked[] {
  return text.split('|').map((part) => {
    const [score = '', ...cases] = part.trim().split(' ');
    return {
      score: Number(score),
      hits: cases.filter((one) => one !== '-').map((one) => one.charCodeAt(0) - 97),
    };
  });
}

describe('average precision, worked out by hand', () => {
  test.each([
    ['all found, nothing else', '900 a | 800 b', 2, 1],
    ['nothing found', '900 - | 800 -', 2, 0],
    // 1/3 at precision 1, 1/3 at precision 2/3; the third case is never found.
    ['a false one between', '900 a | 800 - | 700 b', 3, 1 / 3 + 2 / 9],
    ['the false one first', '900 - | 800 a', 1, 1 / 2],
    // One score is one step: two of three are right, whatever stands first.
    ['ties', '900 a | 900 - | 900 b', 2, 2 / 3],
    ['a case found twice counts once', '900 a | 800 a | 700 b', 2, 1],
    ['one finding, two cases', '900 a b | 800 -', 2, 1],
    ['no cases', '900 -', 0, 0],
  ])('%s', (_, text, cases, expected) => {
    expect(averagePrecision(ranking(text), cases)).toBeCloseTo(expected, 12);
  });

  test('stays between 0 and 1, and the order of findings is nothing', () => {
    const finding = fc.record({
      score: fc.integer({ min: 1, max: 20 }),
      hits: fc.uniqueArray(fc.nat(5), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(finding), (list) => {
        const area = averagePrecision(list, 6);
        expect(area).toBeGreaterThanOrEqual(0);
        expect(area).toBeLessThanOrEqual(1);
        expect(averagePrecision(list.toReversed(), 6)).toBe(area);
      }),
    );
  });
});

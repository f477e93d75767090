import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomNumbers } from '../../test/support/randomNumbers.ts';
import { surprises } from './surprises.ts';

const sumOf = (row: readonly number[]) => row.reduce((sum, one) => sum + one, 0);

describe('surprises', () => {
  test('are bits of how many are as high', () => {
    expect(surprises([[1], [2], [2], [9]])).toEqual([[0], [Math.log2(4 / 3)], [Math.log2(4 / 3)], [2]]);
    expect(surprises([])).toEqual([]);
    expect(surprises([[5, 5]])).toEqual([[0, 0]]);
  });

  test('are counted as a slow reader would count them', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 2 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(rows, (all) => {
        const slow = all.map((row) =>
          row.map((value, column) => {
            const asHigh = all.filter((other) => (other[column] as number) >= value).length;
            return -Math.log2(asHigh / all.length);
          }),
        );
        for (const [at, row] of surprises(all).entries())
          for (const [column, bits] of row.entries()) expect(bits).toBeCloseTo(slow[at]?.[column] ?? -1, 9);
      }),
    );
  });

  test('add up to most for what is high in several columns, and highest in none', () => {
    const random = randomNumbers(7);
    const crowd = Array.from({ length: 400 }, () => [random(), random(), random(), random()]);
    const odd = surprises([...crowd, [0.985, 0.985, 0.985, 0.985]]).map(sumOf);
    expect(Math.max(...odd)).toBe(odd.at(-1));
  });
});

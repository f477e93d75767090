import { describe, expect, test } from 'vitest';
import { chanceOfMany, deviationsAbove, median, medianDeviation, quantile } from './statistics.ts';

describe('robust statistics', () => {
  test.each([
    [[], 0],
    [[3], 3],
    [[4, 1], 2.5],
    [[9, 1, 2], 2],
  ])('the median of %j is %d', (values, expected) => expect(median(values)).toBe(expected));

  test('one wild value moves neither middle nor spread far', () => {
    const values = [10, 11, 9, 10, 12, 8, 10];
    expect(median([...values, 1e9])).toBe(10);
    expect(medianDeviation([...values, 1e9])).toBeCloseTo(1.4826);
    expect(deviationsAbove(25, values, 0)).toBeGreaterThan(10);
    expect(deviationsAbove(25, values, 100)).toBeLessThan(1);
    expect(quantile([0, 10], 3, 4)).toBe(7.5);
  });
});

describe('the chance of so many', () => {
  test.each([
    [0, 5, 1 / 2, 1],
    [5, 5, 1 / 2, 1 / 32],
    [4, 5, 1 / 2, 6 / 32],
    [1, 3, 1 / 10, 0.271],
    [6, 5, 1 / 2, 0],
    [2, 2, 0, 0],
    [2, 2, 1, 1],
  ])('%d of %d at %d each: %d', (many, of, each, expected) => {
    expect(chanceOfMany(many, of, each)).toBeCloseTo(expected, 12);
  });

  test('holds for thousands, where powers alone would vanish', () => {
    expect(chanceOfMany(1000, 2000, 1 / 2)).toBeGreaterThan(1 / 2);
    expect(chanceOfMany(1000, 2000, 1 / 2)).toBeLessThan(0.51);
    expect(chanceOfMany(1200, 2000, 1 / 2)).toBeLessThan(1e-15);
  });
});

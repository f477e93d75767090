import { describe, expect, test } from 'vitest';
import { isolationForest } from './isolationForest.ts';
import { randomNumbers } from './randomNumbers.ts';
import { deviationsAbove, median, medianDeviation, quantile } from './statistics.ts';

const random = randomNumbers(7);
const crowd = Array.from({ length: 300 }, () => [random() + random(), random() + random(), 5]);

describe('an isolation forest', () => {
  test('finds a lonely row loneliest, and says which column makes it so', () => {
    const isolations = isolationForest([...crowd, [1, 40, 5]], 1);
    const most = Math.max(...isolations.map(({ loneliness }) => loneliness));
    expect(isolations.at(-1)?.loneliness).toBe(most);
    expect(most).toBeGreaterThan(0.7);
    expect(isolations.at(-1)?.drivers[0]).toBe(1);
  });

  test('gives the same for the same seed, another for another', () => {
    expect(isolationForest(crowd, 3)).toEqual(isolationForest(crowd, 3));
    expect(isolationForest(crowd, 3)).not.toEqual(isolationForest(crowd, 4));
  });

  test('finds nobody lonely where all are the same', () => {
    const same = isolationForest(Array.from({ length: 50 }, () => [1, 2]), 1);
    expect(new Set(same.map(({ loneliness }) => loneliness)).size).toBe(1);
  });
});

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

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelRows, ladderOf, WIDTH } from './ladder.ts';

type Progress = Parameters<typeof ladderOf>[0];

function progress(volume: string, ...tiers: readonly (readonly [string, string])[]): Progress {
  return {
    volume,
    tiers: tiers.map(([from, rate]) => ({ from, rates: [{ rate }] })),
  };
}

const WAREHOUSE = [
  ['20000', '0.75'],
  ['60000', '1.5'],
  ['120000', '2.75'],
] as const;

describe('the ladder', () => {
  test('thresholds are to scale, the last tier takes a sixth', () => {
    const { rungs } = ladderOf(progress('0', ...WAREHOUSE), 0);
    expect(rungs.map(({ from, until }) => [from, until])).toEqual([
      [0, 138],
      [138, 416],
      [416, 833],
      [833, WIDTH],
    ]);
  });

  test('rates are to scale upwards', () => {
    const { rungs } = ladderOf(progress('0', ...WAREHOUSE), 0);
    expect(rungs.map(({ height }) => height)).toEqual([0, 272, 545, 1000]);
  });

  test('it is filled up to the volume, and the next tier is marked', () => {
    const { rungs, volume, next, isBeyond } = ladderOf(progress('72000', ...WAREHOUSE), 2);
    expect(rungs.map(({ filled }) => filled)).toEqual([138, 416, 500, 833]);
    expect({ volume, next, isBeyond }).toEqual({ volume: 500, next: 833, isBeyond: false });
    expect(rungs.map(({ isReached }) => isReached)).toEqual([false, true, true, false]);
    expect(rungs.map(({ isNext }) => isNext)).toEqual([false, false, false, true]);
  });

  test('on the last tier nothing is next', () => {
    expect(ladderOf(progress('130000', ...WAREHOUSE), 3)).not.toHaveProperty('next');
  });

  test('a volume far beyond the last tier is cut at the edge, and said to be', () => {
    const { rungs, volume, isBeyond } = ladderOf(progress('2400000', ...WAREHOUSE), 3);
    expect({ volume, isBeyond }).toEqual({ volume: WIDTH, isBeyond: true });
    expect(rungs[3]).toMatchObject({ from: 625, until: WIDTH, filled: WIDTH });
  });

  test('a volume below zero fills nothing', () => {
    const { rungs, volume } = ladderOf(progress('-500', ...WAREHOUSE), 0);
    expect(volume).toBe(0);
    expect(rungs.map(({ from, filled }) => filled - from)).toEqual([0, 0, 0, 0]);
  });

  test('a fraction that does not end has its place, too', () => {
    const growth = progress('3048/36', ['105', '1'], ['120', '2']);
    expect(ladderOf(growth, 0).volume).toBe(587);
  });

  test('one tier from zero on, with no volume, is still a ladder', () => {
    const { rungs } = ladderOf(progress('0', ['0', '2']), 1);
    expect(rungs.map(({ from, until, filled }) => [from, until, filled])).toEqual([
      [0, 0, 0],
      [0, WIDTH, 0],
    ]);
  });

  test('whatever the numbers, rungs join, rise and stay inside', () => {
    const bounds = fc.uniqueArray(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(bounds, fc.integer({ min: -1000, max: 50_000_000 }), (from, volume) => {
        const tiers = from
          .sort((a, b) => a - b)
          .map((bound, index) => [String(bound), String(index)] as const);
        const { rungs } = ladderOf(progress(String(volume), ...tiers), 0);
        expect(rungs[0]?.from).toBe(0);
        expect(rungs.at(-1)?.until).toBe(WIDTH);
        for (const [index, rung] of rungs.entries()) {
          expect(rung.until).toBe(rungs[index + 1]?.from ?? WIDTH);
          expect(rung.filled).toBeGreaterThanOrEqual(rung.from);
          expect(rung.filled).toBeLessThanOrEqual(rung.until);
        }
      }),
      { seed: 20261124 },
    );
  });
});

describe('labels below the ladder', () => {
  test('those that would overlap stand on the next row, and are left out where there is none', () => {
    expect(labelRows([0, 100, 150, 300], 130, 2)).toEqual([0, 1, 0, 0]);
    expect(labelRows([0, 50, 100, 300], 130, 2)).toEqual([0, 1, undefined, 0]);
  });
});

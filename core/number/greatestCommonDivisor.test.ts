import fc from 'fast-check';
import { expect, it } from 'vitest';
import { greatestCommonDivisor } from './greatestCommonDivisor.ts';

const EDGE = 2n ** 53n;
/** Small ones, those about where float64 stops being exact, and those far beyond. */
const integer = fc.oneof(fc.bigInt(0n, 1000n), fc.bigInt(EDGE - 3n, EDGE + 3n), fc.bigInt(0n, EDGE * EDGE));

function slow(a: bigint, b: bigint): bigint {
  return b === 0n ? a : slow(b, a % b);
}

it('is that of Euclid in whole integers, on both sides of 2^53', () => {
  fc.assert(
    fc.property(integer, integer, fc.bigInt(1n, EDGE), (a, b, factor) => {
      const [x, y] = [a * factor, b * factor];
      expect(greatestCommonDivisor(x, y)).toBe(x === 0n && y === 0n ? 1n : slow(x, y));
    }),
    { numRuns: 2000 },
  );
});

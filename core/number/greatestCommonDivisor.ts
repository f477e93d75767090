const SAFE_MAX = BigInt(Number.MAX_SAFE_INTEGER);

/** Of integers from zero; of zeros it is one. In float64 as soon as both fit: many times faster, and most fractions are of money. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n && (x > SAFE_MAX || y > SAFE_MAX)) [x, y] = [y, x % y];
  if (y === 0n) return x === 0n ? 1n : x;
  return BigInt(commonDivisor(Number(x), Number(y)));
}

/** The same in float64. Shape: integers from zero to 2^53, the second one above zero. */
export function commonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

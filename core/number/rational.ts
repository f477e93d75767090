import { greatestCommonDivisor } from './greatestCommonDivisor.ts';

/**
 * An exact fraction. Always reduced, `d` is positive; zero is 0/1.
 * Every calculation between a fact and its rounding point is done in these.
 */
export type Rational = { readonly n: bigint; readonly d: bigint };

export const ZERO: Rational = { n: 0n, d: 1n };

/** The fraction n/d, reduced. Shape: d is not zero (a zero denominator is a fault). */
export function rational(n: bigint, d: bigint = 1n): Rational {
  if (d === 0n) throw new Error('Fault: a fraction with denominator zero');
  if (d === 1n) return { n, d };
  const g = greatestCommonDivisor(n < 0n ? -n : n, d < 0n ? -d : d);
  const sign = d < 0n ? -1n : 1n;
  return g === 1n && sign === 1n ? { n, d } : { n: (sign * n) / g, d: (sign * d) / g };
}

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? rational(a.n + b.n, a.d) : rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** All of them together; of none, zero. */
export function sumOf(values: Iterable<Rational>): Rational {
  let sum = ZERO;
  for (const value of values) sum = add(sum, value);
  return sum;
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  if (b.n === 1n && b.d === 1n) return a;
  return rational(a.n * b.n, a.d * b.d);
}

/** a / b. Shape: b is not zero (a fault otherwise; callers name their own policy for zero). */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n);
}

export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d };
}

/** Negative, zero or positive as a is below, equal to or above b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.n * b.d;
  const right = b.n * a.d;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function lesser(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

export function isZero(a: Rational): boolean {
  return a.n === 0n;
}

/** The greatest integer not above a (towards minus infinity). */
export function floor(a: Rational): bigint {
  const quotient = a.n / a.d;
  return a.n % a.d < 0n ? quotient - 1n : quotient;
}

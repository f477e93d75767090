import { divide, isZero, multiply, type Rational, sumOf } from '../number/rational.ts';

/**
 * An amount, spread exactly over weights by their keys: the parts add up to it. Weights that add up
 * to nothing do not say how to spread it: none.
 */
export function scaledTo(
  amount: Rational,
  weights: ReadonlyMap<string, Rational>,
): ReadonlyMap<string, Rational> {
  const all = sumOf(weights.values());
  if (isZero(all)) return new Map();
  return new Map([...weights].map(([key, weight]) => [key, divide(multiply(amount, weight), all)]));
}

import { multiply, type Rational, rational } from '../number/rational.ts';
import { allocate } from './allocate.ts';

/** As `allocate`, over weights that are fractions: they are brought to one denominator first. */
export function allocateExact(
  total: bigint,
  shares: readonly { readonly key: string; readonly weight: Rational }[],
): bigint[] | undefined {
  const denominator = shares.reduce((common, { weight }) => leastCommonMultiple(common, weight.d), 1n);
  const whole = rational(denominator);
  return allocate(
    total,
    shares.map(({ key, weight }) => ({ key, weight: multiply(weight, whole).n })),
  );
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return a * rational(b, a).n;
}

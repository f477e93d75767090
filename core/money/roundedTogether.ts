import { divide, isZero, multiply, type Rational, rational, sumOf } from '../number/rational.ts';
import type { Part } from './allocate.ts';

/**
 * The parts of amounts that are rounded as one sum, exact and in minor units, ready to be dealt out.
 * They are scaled to the rounded `total` first (rulings R21). Where amounts above and below zero
 * meet, scaling would move an amount by more than the sum was rounded by, and a sum of zero could
 * not be scaled at all: there each amount stays as it is.
 */
export function roundedTogether(total: bigint, amounts: readonly Part[]): Part[] {
  const sum = sumOf(amounts.map(({ exact }) => exact));
  if (isZero(sum) || hasBothSigns(amounts.map(({ exact }) => exact))) return [...amounts];
  const part = divide(rational(total), sum);
  return amounts.map(({ key, exact }) => ({ key, exact: multiply(exact, part) }));
}

export function hasBothSigns(amounts: readonly Rational[]): boolean {
  return amounts.some(({ n }) => n > 0n) && amounts.some(({ n }) => n < 0n);
}

import type { Baseline } from '../agreement/agreement.ts';
import { decimalToRational } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import type { FormulaInput, Reached } from './formula.ts';
import { tierByPolicy } from './reach.ts';
import type { TierTable } from './tierTable.ts';

/** What is compared with, and whether a default had to stand in for it. */
export type Base = { readonly value: Rational; readonly note?: 'baselineDefault' };

export function baselineOf({ baseline }: FormulaInput): NonNullable<FormulaInput['baseline']> {
  if (baseline === undefined) throw new Error('Fault: a formula over a baseline without one');
  return baseline;
}

/** The baseline where it is above zero, or the default that the agreement names; undefined without either. */
export function baseOf({ whenNotPositive }: Baseline, measured: Rational): Base | undefined {
  if (measured.n > 0n) return { value: measured };
  if (whenNotPositive.policy !== 'useDefault') return undefined;
  return { value: decimalToRational(whenNotPositive.value), note: 'baselineDefault' };
}

/** The tier that stands where there is nothing to compare with, or none (rulings R13). */
export function tierWithoutBase(table: TierTable, { whenNotPositive }: Baseline): Reached {
  return tierByPolicy(table, whenNotPositive.policy === 'treatAsTier' ? whenNotPositive.tier : 0);
}

import type { Rate, Tier, Tiers } from '../agreement/agreement.ts';
import { decimalToRational } from '../number/decimal.ts';
import { multiply, type Rational, rational } from '../number/rational.ts';

/** One tier, its lower bound exact: a cut window or a sub-period target may make it a fraction. */
export type TierRow = {
  readonly from: Rational;
  readonly rates: readonly Rate[];
  readonly measureCap?: Rational;
  readonly row: Tier;
};

/** A tier table as it holds in one window. Shape: rising lower bounds, at least one row. */
export type TierTable = Omit<Tiers, 'rows'> & { readonly rows: readonly TierRow[] };

/** The table with its thresholds times a factor; caps on the measure shrink with them. */
export function tierTable(tiers: Tiers, thresholdFactor: Rational): TierTable {
  const scaled = (value: Tier['from']) => multiply(decimalToRational(value), thresholdFactor);
  return {
    ...tiers,
    rows: tiers.rows.map((row) => ({
      from: scaled(row.from),
      rates: row.rates,
      ...(row.measureCap && { measureCap: scaled(row.measureCap) }),
      row,
    })),
  };
}

/** A rate as a factor: percent points / 100, money per unit or money as it is. */
export function rateFactor(rate: Rate): Rational {
  const value = decimalToRational(rate.rate);
  return rate.pays === 'percent' ? multiply(value, rational(1n, 100n)) : value;
}

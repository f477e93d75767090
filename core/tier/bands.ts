import type { Rate } from '../agreement/agreement.ts';
import { compare, isZero, lesser, type Rational, rational, subtract, ZERO } from '../number/rational.ts';
import type { Paid } from './formula.ts';
import { payRate } from './payRate.ts';
import type { TierRow, TierTable } from './tierTable.ts';

/** What lies between two bounds, at the rates of one tier; the last band is open. */
export type Band = {
  readonly tier: number;
  readonly row: TierRow;
  readonly from: Rational;
  readonly until?: Rational;
};

/**
 * The bands of a marginal table, side by side. `reachingUnit: newRate` pays the whole unit that
 * reaches a threshold at the new rate, so a band begins before that unit. Whether a value at the
 * threshold itself belongs above or below makes no difference to an amount.
 * Source: rulings R4, R21.
 */
export function bandsOf(table: TierTable): Band[] {
  const bounds = table.rows.map(({ from }) => (table.reachingUnit === 'newRate' ? beforeUnit(from) : from));
  return table.rows.map((row, index) => {
    const until = bounds[index + 1];
    return { tier: index + 1, row, from: bounds[index] as Rational, ...(until && { until }) };
  });
}

/** How much of a volume, counted from zero, lies in a band. */
export function insideBand({ from, until }: Pick<Band, 'from' | 'until'>, volume: Rational): Rational {
  const top = until === undefined ? volume : lesser(volume, until);
  return compare(top, from) > 0 ? subtract(top, from) : ZERO;
}

/** The rates of a band, each on what of its payout lies in there; an empty part is left out. */
export function payBand(band: Band, partOf: (rate: Rate) => Rational): Paid[] {
  const { tier, row, from, until } = band;
  return row.rates
    .map((rate) => ({ rate, part: partOf(rate) }))
    .filter(({ part }) => !isZero(part))
    .map(({ rate, part }) => ({
      ...payRate(rate, part, tier),
      band: { from, ...(until && { until }) },
    }));
}

/** Where the unit begins that reaches a bound: below 50, the 50th; below 33.3, the 34th. */
function beforeUnit({ n, d }: Rational): Rational {
  return n > 0n ? rational((n - 1n) / d) : { n, d };
}

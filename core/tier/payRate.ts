import type { Rate } from '../agreement/agreement.ts';
import { decimalToRational } from '../number/decimal.ts';
import { divide, multiply, type Rational, rational, ZERO } from '../number/rational.ts';
import type { FormulaInput, Paid } from './formula.ts';
import { rateFactor, type TierRow } from './tierTable.ts';

const ONE = rational(1n);

type Payouts = FormulaInput['payouts'];

/** What a rate gives on a measure: rate × measure, a fixed amount once, or goods for each full set. */
export function payRate(rate: Rate, measure: Rational, tier: number): Paid {
  const counted = countedBy(rate, measure);
  return { payout: rate.payout, rate, measure: counted, amount: multiply(rateFactor(rate), counted), tier };
}

/** Every rate of a tier on its own payout measure. */
export function payRow(row: TierRow, tier: number, payouts: Payouts): Paid[] {
  return row.rates.map((rate) => payRate(rate, payoutOf(rate, payouts), tier));
}

export function payoutOf({ payout }: Rate, payouts: Payouts): Rational {
  return payouts.get(payout) ?? ZERO;
}

function countedBy(rate: Rate, measure: Rational): Rational {
  switch (rate.pays) {
    case 'percent':
    case 'perUnit':
      return measure;
    case 'amount':
      return ONE;
    case 'free':
      return freeUnits(rate, measure);
  }
}

/** `give` for each full `per`; below zero the full sets count as well, and no part of one (rulings R9). */
function freeUnits({ free }: Rate, measure: Rational): Rational {
  if (free === undefined) throw new Error('Fault: a rate of free goods without their numbers');
  const sets = divide(measure, decimalToRational(free.per));
  return multiply(decimalToRational(free.give), rational(sets.n / sets.d));
}

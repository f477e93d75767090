import { type Decimal, decimalToRational } from '../number/decimal.ts';
import { add, divide, multiply, type Rational, rational } from '../number/rational.ts';
import { round } from '../number/round.ts';

/** What a document has at one rate. Units: minor. */
export type TaxedAmount = { readonly netMinor: bigint; readonly taxMinor: bigint };

const HUNDRED = rational(100n);

/**
 * The tax of a document at one rate: that of all that is documented with this one, rounded once, less
 * the tax that is documented. So the tax of all documents is the tax of their sum, and that of one is
 * never more than one cent off its own. `stated` is the amount of this document as its agreements
 * state it: without tax, or with it. Rate in percent. Source: EN 16931 BR-CO-17; story A.
 */
export function taxOfDocument(
  stated: { readonly minor: bigint; readonly as: 'net' | 'taxInclusive' },
  rate: Decimal,
  before: TaxedAmount,
): TaxedAmount {
  const percent = decimalToRational(rate);
  if (stated.as === 'net') {
    const tax = taxOf(before.netMinor + stated.minor, divide(percent, HUNDRED));
    return { netMinor: stated.minor, taxMinor: tax - before.taxMinor };
  }
  const gross = before.netMinor + before.taxMinor + stated.minor;
  const taxMinor = taxOf(gross, divide(percent, add(HUNDRED, percent))) - before.taxMinor;
  return { netMinor: stated.minor - taxMinor, taxMinor };
}

function taxOf(minor: bigint, factor: Rational): bigint {
  return round(multiply(rational(minor), factor), 'halfAwayFromZero');
}

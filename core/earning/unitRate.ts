import { divide, isZero, multiply, type Rational, rational } from '../number/rational.ts';
import { type RoundingMode, roundAt } from '../number/round.ts';

/**
 * Rounds what one unit of the payout measure earns to some places, and multiplies it again; of
 * nothing there is no rate, and the amount stays. The caller gives the exact amount, so that the
 * rate is rounded once and no step before it. Units: money, and the payout's own.
 * Source: rulings R5; the rule for unit rebates on medicines (semantics 5.26) is of this kind.
 */
export function roundUnitRate(
  amount: Rational,
  payout: Rational,
  { places, mode }: { readonly places: number; readonly mode: RoundingMode },
): Rational {
  if (isZero(payout)) return amount;
  const rate = rational(roundAt(divide(amount, payout), places, mode), 10n ** BigInt(places));
  return multiply(rate, payout);
}

import { formatDecimal } from '../number/decimal.ts';
import { divide, multiply, type Rational, rational } from '../number/rational.ts';
import { roundAt } from '../number/round.ts';

const PLACES = 2;

/** How much of a whole a part is, in percent with two places, half away from zero; '' of nothing. */
export function shareOf(part: Rational, whole: Rational): string {
  if (whole.n === 0n) return '';
  const percent = divide(multiply(part, rational(100n)), whole);
  return formatDecimal({ digits: roundAt(percent, PLACES, 'halfAwayFromZero'), scale: PLACES });
}

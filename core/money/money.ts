import { formatDecimal, powerOfTen } from '../number/decimal.ts';
import { multiply, type Rational, rational } from '../number/rational.ts';
import { type RoundingMode, roundAt } from '../number/round.ts';
import { minorDigits } from './currency.ts';

/**
 * An amount of money. Units: `minor` counts the smallest units of the currency (cents, yen).
 * Where the code knows the currency, the type does, too, and two currencies do not add up.
 */
export type Money<Currency extends string = string> = {
  readonly minor: bigint;
  readonly currency: Currency;
};

/**
 * Money from an exact amount in major units, rounded once.
 * Shape: the currency is one that `minorDigits` knows (agreements are checked before).
 */
export function roundToMoney<Currency extends string>(
  exact: Rational,
  currency: Currency,
  mode: RoundingMode,
): Money<Currency> {
  return { minor: roundAt(exact, digitsOf(currency), mode), currency };
}

/** An exact amount counted in minor units, not yet rounded. */
export function inMinorUnits(exact: Rational, currency: string): Rational {
  return multiply(exact, rational(powerOfTen(digitsOf(currency))));
}

export function addMoney<C extends string>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  mustMatch(a, b);
  return { minor: a.minor + b.minor, currency: a.currency };
}

export function subtractMoney<C extends string>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  mustMatch(a, b);
  return { minor: a.minor - b.minor, currency: a.currency };
}

export function moneyToRational(money: Money): Rational {
  return rational(money.minor, powerOfTen(digitsOf(money.currency)));
}

/** Plain decimal text in major units, always with the currency's own places: "1076.14". */
export function moneyText(money: Money): string {
  return formatDecimal({ digits: money.minor, scale: digitsOf(money.currency) });
}

function digitsOf(currency: string): number {
  const digits = minorDigits(currency);
  if (digits === undefined) throw new Error(`Fault: unknown currency ${currency}`);
  return digits;
}

function mustMatch(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new Error(`Fault: ${a.currency} and ${b.currency} do not add up`);
}

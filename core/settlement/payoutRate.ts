import type { Agreement } from '../agreement/agreement.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import { exchangeRate } from '../conversion/exchangeRate.ts';
import type { MasterRecord } from '../master/master.ts';
import { moneyToRational, roundToMoney } from '../money/money.ts';
import { decimalToRational } from '../number/decimal.ts';
import { multiply, type Rational } from '../number/rational.ts';
import { joinKey } from '../text/key.ts';

/** What one unit of the currency that is earned is in the one that is paid. */
export type PayoutRate = {
  readonly from: string;
  readonly to: string;
  readonly rate: Rational;
  /** The kind of rate in master data and the day of it; absent where the contract fixes the rate. */
  readonly source?: { readonly rateType: string; readonly day: LocalDate };
};

/**
 * The rate that an agreement is paid by: undefined where it is paid in its own currency, or why nobody can say.
 * Source: rulings R15, R17.
 */
export function payoutRate(
  { currency: from, settlement }: Pick<Agreement, 'currency' | 'settlement'>,
  days: { readonly asOf: LocalDate; readonly runDay: LocalDate },
  rates: ReadonlyMap<string, MasterRecord>,
): PayoutRate | 'currencyDiffers' | 'exchangeRateMissing' | undefined {
  const { currency: to, exchange } = settlement;
  if (from === to) return undefined;
  if (exchange === undefined) return 'currencyDiffers';
  if ('fixed' in exchange) return { from, to, rate: decimalToRational(exchange.fixed) };
  const found = exchangeRate(rates, from, to, days[exchange.rateOn], exchange);
  if (!('rate' in found)) return 'exchangeRateMissing';
  return { from, to, rate: found.rate, source: { rateType: exchange.rateType, day: found.day } };
}

/** The same for whatever may be paid on one document. */
export function payoutKey({ from, to, rate, source }: PayoutRate): string {
  return joinKey(from, to, `${rate.n}/${rate.d}`, String(source?.day));
}

/** An amount of the one currency in the other, rounded once. Units: minor. */
export function paidMinor(minor: bigint, { from, to, rate }: PayoutRate): bigint {
  const exact = multiply(moneyToRational({ minor, currency: from }), rate);
  return roundToMoney(exact, to, 'halfAwayFromZero').minor;
}

import type { LocalDate } from '../calendar/localDate.ts';
import { exchangeRate } from '../conversion/exchangeRate.ts';
import type { MasterRecord } from '../master/master.ts';
import { moneyToRational, roundToMoney } from '../money/money.ts';
import { multiply } from '../number/rational.ts';
import type { BookAmount, BooksPolicy } from './booksPolicy.ts';

type Rates = ReadonlyMap<string, MasterRecord>;

/**
 * An amount in the currency of the books by the rate of a day, rounded once; undefined where there is no
 * rate: then nobody can say what it is worth. Source: rulings R15; IAS 21.21.
 */
export function bookAmount(
  { minor, currency }: BookAmount,
  day: LocalDate,
  policy: BooksPolicy,
  rates: Rates,
): BookAmount | undefined {
  if (currency === policy.currency) return { minor, currency };
  const found = exchangeRate(rates, currency, policy.currency, day, policy);
  if (!('rate' in found)) return undefined;
  const exact = multiply(moneyToRational({ minor, currency }), found.rate);
  return roundToMoney(exact, policy.currency, 'halfAwayFromZero');
}

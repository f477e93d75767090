import type { RateSource } from '../agreement/agreement.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import { attributeText, type MasterRecord, type MasterVersion } from '../master/master.ts';
import { decimalToRational, parseDecimal } from '../number/decimal.ts';
import { divide, multiply, type Rational, rational } from '../number/rational.ts';

/** One unit of `from` is `rate` units of `to`, by the rates of `day`; or why nobody can say. */
export type ExchangeRate =
  | { readonly rate: Rational; readonly day: LocalDate }
  | { readonly reason: 'noExchangeRate' }
  | {
      readonly reason: 'exchangeRateInvalid';
      readonly code: string;
      readonly day: LocalDate;
      readonly text: string;
    };

type Rates = ReadonlyMap<string, MasterRecord>;
type Path = RateSource['path'];

const ONE = rational(1n);

/**
 * The exchange rate of exactly one day: as recorded ("USD/EUR" for dollars to euros), its inverse
 * ("EUR/USD"), or through a third currency, each leg as recorded or else inverted; exact. Where the
 * day has none the latest earlier day is taken on which all legs have one, at most so many days
 * before as the agreement allows. A rate without a day is of no day. A text that is no rate is
 * named and not passed over for an older one.
 * Source: rulings R15.
 */
export function exchangeRate(
  rates: Rates,
  from: string,
  to: string,
  day: LocalDate,
  conversion: RateSource,
): ExchangeRate {
  const { path, rateType, fallback } = conversion;
  const earliest = fallback === 'blocked' ? day : day - fallback.previousDays;
  for (let on = day; on >= earliest; on -= 1) {
    const found = rateOn({ rates, rateType, on }, from, to, path);
    if (found !== undefined) return 'rate' in found ? { rate: found.rate, day: on } : { ...found, day: on };
  }
  return { reason: 'noExchangeRate' };
}

type Search = { readonly rates: Rates; readonly rateType: string; readonly on: LocalDate };
type Found =
  | { readonly rate: Rational }
  | { readonly reason: 'exchangeRateInvalid'; readonly code: string; readonly text: string };

function rateOn(search: Search, from: string, to: string, path: Path): Found | undefined {
  if (from === to) return { rate: ONE };
  if (path === 'direct') return recorded(search, from, to);
  if (path === 'inverse') return inverted(search, from, to);
  const first = legOn(search, from, path.through);
  const second = legOn(search, path.through, to);
  if (first === undefined || second === undefined) return undefined;
  if (!('rate' in first)) return first;
  return 'rate' in second ? { rate: multiply(first.rate, second.rate) } : second;
}

function legOn(search: Search, from: string, to: string): Found | undefined {
  return from === to ? { rate: ONE } : (recorded(search, from, to) ?? inverted(search, from, to));
}

function inverted(search: Search, from: string, to: string): Found | undefined {
  const found = recorded(search, to, from);
  return found !== undefined && 'rate' in found ? { rate: divide(ONE, found.rate) } : found;
}

function recorded({ rates, rateType, on }: Search, from: string, to: string): Found | undefined {
  const code = `${from}/${to}`;
  const record = rates.get(code);
  const attributes = record === undefined ? undefined : daysOf(record).get(on)?.attributes;
  const text = attributes === undefined ? undefined : attributeText(attributes, rateType);
  if (text === undefined) return undefined;
  const number = parseDecimal(text);
  if (number === undefined || number.digits <= 0n) return { reason: 'exchangeRateInvalid', code, text };
  return { rate: decimalToRational(number) };
}

/** Years of daily rates are looked into once for each line; a record never changes. */
const DAYS = new WeakMap<MasterRecord, ReadonlyMap<LocalDate | undefined, MasterVersion>>();

function daysOf(record: MasterRecord): ReadonlyMap<LocalDate | undefined, MasterVersion> {
  const known = DAYS.get(record);
  if (known !== undefined) return known;
  const days = new Map(record.versions.map((version) => [version.validFrom, version]));
  DAYS.set(record, days);
  return days;
}

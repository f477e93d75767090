import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, fractionOf } from '../../test/support/trade.ts';
import type { CurrencyConversion } from '../agreement/agreement.ts';
import { formatDate } from '../calendar/localDate.ts';
import type { MasterRecord } from '../master/master.ts';
import { multiply, rational } from '../number/rational.ts';
import { exchangeRate } from './exchangeRate.ts';

type RateText = readonly [code: string, day: string, attributes: Record<string, string>];

function ratesOf(texts: readonly RateText[]): ReadonlyMap<string, MasterRecord> {
  const groups = Map.groupBy(texts, ([code]) => code);
  const versions = (rows: readonly RateText[]) =>
    rows.map(([, day, attributes]) => ({
      name: '',
      attributes,
      ...(day !== '' && { validFrom: dayOf(day) }),
    }));
  return new Map([...groups].map(([code, rows]) => [code, { code, versions: versions(rows) }]));
}

const RATES = ratesOf([
  ['USD/EUR', '2026-01-05', { closing: '0.90', average: '0.91' }],
  ['USD/EUR', '2026-01-07', { closing: '0.92' }],
  ['USD/EUR', '2026-01-09', { closing: 'about 0.9' }],
  ['EUR/GBP', '2026-01-05', { closing: '0.8' }],
  ['EUR/GBP', '2026-01-06', { closing: '0.75' }],
  ['EUR/GBP', '2026-01-09', { closing: '0.7' }],
  ['GBP/USD', '2026-01-06', { closing: '0' }],
  ['GBP/USD', '2026-01-07', { closing: '-1.25' }],
  ['GBP/USD', '2026-01-08', { closing: '' }],
  ['JPY/EUR', '', { closing: '0.006' }],
]);

const DIRECT: CurrencyConversion = {
  rateOn: 'invoice',
  rateType: 'closing',
  path: 'direct',
  fallback: 'blocked',
};
const INVERSE: CurrencyConversion = { ...DIRECT, path: 'inverse' };
const VIA_EUR: CurrencyConversion = { ...DIRECT, path: { through: 'EUR' } };

/** "9/10 of 2026-01-05", or why there is none. */
function written(pair: string, day: string, conversion: CurrencyConversion): string {
  const [from = '', to = ''] = pair.split('/');
  const found = exchangeRate(RATES, from, to, dayOf(day), conversion);
  if ('rate' in found) return `${found.rate.n}/${found.rate.d} of ${formatDate(found.day)}`;
  if (found.reason === 'noExchangeRate') return found.reason;
  return `${found.reason} ${found.code} ${formatDate(found.day)} ${found.text}`;
}

describe('an exchange rate', () => {
  it.each([
    ['USD/EUR', '2026-01-04', DIRECT, 'noExchangeRate'],
    ['USD/EUR', '2026-01-05', DIRECT, '9/10 of 2026-01-05'],
    ['USD/EUR', '2026-01-06', DIRECT, 'noExchangeRate'],
    ['USD/EUR', '2026-01-07', DIRECT, '23/25 of 2026-01-07'],
    ['EUR/USD', '2026-01-07', DIRECT, 'noExchangeRate'],
    ['EUR/USD', '2026-01-07', INVERSE, '25/23 of 2026-01-07'],
    ['USD/EUR', '2026-01-07', INVERSE, 'noExchangeRate'],
    ['USD/GBP', '2026-01-05', VIA_EUR, '18/25 of 2026-01-05'],
    ['GBP/USD', '2026-01-05', VIA_EUR, '25/18 of 2026-01-05'],
    ['USD/EUR', '2026-01-05', VIA_EUR, '9/10 of 2026-01-05'],
    ['EUR/USD', '2026-01-05', VIA_EUR, '10/9 of 2026-01-05'],
    ['USD/GBP', '2026-01-06', VIA_EUR, 'noExchangeRate'],
    ['USD/GBP', '2026-01-07', VIA_EUR, 'noExchangeRate'],
    ['EUR/EUR', '2026-01-04', DIRECT, '1/1 of 2026-01-04'],
    ['USD/CHF', '2026-01-05', DIRECT, 'noExchangeRate'],
    ['JPY/EUR', '2026-01-05', DIRECT, 'noExchangeRate'],
  ])('%s on %s', (pair, day, conversion, expected) => {
    expect(written(pair, day, conversion)).toBe(expected);
  });

  it('is of the kind that is asked for', () => {
    expect(written('USD/EUR', '2026-01-05', { ...DIRECT, rateType: 'average' })).toBe('91/100 of 2026-01-05');
    expect(written('USD/EUR', '2026-01-07', { ...DIRECT, rateType: 'average' })).toBe('noExchangeRate');
    expect(written('USD/EUR', '2026-01-05', { ...DIRECT, rateType: 'constructor' })).toBe('noExchangeRate');
  });

  it.each([
    ['2026-01-05', 0, '9/10 of 2026-01-05'],
    ['2026-01-06', 0, 'noExchangeRate'],
    ['2026-01-06', 1, '9/10 of 2026-01-05'],
    ['2026-01-07', 5, '23/25 of 2026-01-07'],
    ['2026-01-08', 5, '23/25 of 2026-01-07'],
    ['2026-01-04', 30, 'noExchangeRate'],
  ])('of %s or at most %i days before', (day, previousDays, expected) => {
    expect(written('USD/EUR', day, { ...DIRECT, fallback: { previousDays } })).toBe(expected);
  });

  it.each([
    [2, '2026-01-07', '18/25 of 2026-01-05'],
    [1, '2026-01-07', 'noExchangeRate'],
  ])(
    'through a third currency has both legs of one day: %i days before %s',
    (previousDays, day, expected) => {
      expect(written('USD/GBP', day, { ...VIA_EUR, fallback: { previousDays } })).toBe(expected);
    },
  );

  it('falls back in the kind that is asked for', () => {
    const average = { ...DIRECT, rateType: 'average', fallback: { previousDays: 2 } } as const;
    expect(written('USD/EUR', '2026-01-07', average)).toBe('91/100 of 2026-01-05');
  });

  it.each([
    ['USD/EUR', '2026-01-09', DIRECT, 'USD/EUR 2026-01-09 about 0.9'],
    ['USD/EUR', '2026-01-10', DIRECT, 'USD/EUR 2026-01-09 about 0.9'],
    ['EUR/USD', '2026-01-09', INVERSE, 'USD/EUR 2026-01-09 about 0.9'],
    ['USD/GBP', '2026-01-09', VIA_EUR, 'USD/EUR 2026-01-09 about 0.9'],
    ['GBP/USD', '2026-01-09', VIA_EUR, 'USD/EUR 2026-01-09 about 0.9'],
    ['GBP/USD', '2026-01-06', DIRECT, 'GBP/USD 2026-01-06 0'],
    ['GBP/USD', '2026-01-07', DIRECT, 'GBP/USD 2026-01-07 -1.25'],
    ['GBP/USD', '2026-01-08', DIRECT, 'GBP/USD 2026-01-07 -1.25'],
  ])('%s on %s that cannot be read is named', (pair, day, conversion, expected) => {
    const patient = { ...conversion, fallback: { previousDays: 7 } };
    expect(written(pair, day, patient)).toBe(`exchangeRateInvalid ${expected}`);
  });

  it('prefers the recorded leg to the inverted one', () => {
    const rates = ratesOf([
      ['USD/EUR', '2026-01-05', { closing: '0.9' }],
      ['EUR/USD', '2026-01-05', { closing: '1.2' }],
    ]);
    const on = dayOf('2026-01-05');
    expect(exchangeRate(rates, 'USD', 'EUR', on, VIA_EUR)).toEqual({ rate: fractionOf('0.9'), day: on });
    expect(exchangeRate(rates, 'EUR', 'USD', on, VIA_EUR)).toEqual({ rate: fractionOf('1.2'), day: on });
  });
});

it('direct there and inverse back is 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 0, max: 9 }), (digits, scale) => {
      const text = `${'0'.repeat(10)}${digits}`;
      const closing = scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
      const rates = ratesOf([['USD/EUR', '2026-01-05', { closing }]]);
      const there = exchangeRate(rates, 'USD', 'EUR', dayOf('2026-01-05'), DIRECT);
      const back = exchangeRate(rates, 'EUR', 'USD', dayOf('2026-01-05'), INVERSE);
      if (!('rate' in there && 'rate' in back)) throw new Error('no rate');
      expect(there.rate).toEqual(rational(BigInt(digits), 10n ** BigInt(scale)));
      expect(multiply(there.rate, back.rate)).toEqual(rational(1n));
    }),
    { numRuns: 300, seed: 20_261_124 },
  );
});

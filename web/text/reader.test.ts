import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { operandText } from '../../core/wording/operandText.ts';
import { readerOf } from './reader.ts';

const digits = fc.bigInt(-(10n ** 15n), 10n ** 15n);
const decimal = fc.tuple(digits, fc.integer({ min: 0, max: 9 })).map(([value, places]) => {
  const text = String(value < 0n ? -value : value).padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places);
  return `${value < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${text.slice(-places)}`}`;
});
const fraction = fc.tuple(digits, fc.constantFrom(3n, 7n, 11n, 3628n)).map(([n, d]) => `${n}/${d}`);
const exact = fc.oneof(decimal, fraction);
const operand = fc.oneof(
  exact.map((value) => ({ kind: 'percent', value }) as const),
  exact.map((value) => ({ kind: 'number', value }) as const),
  fc
    .tuple(exact, fc.constantFrom('EA', 'KGM', 'XYZ'))
    .map(([value, unit]) => ({ kind: 'number', value, unit }) as const),
  fc
    .tuple(exact, fc.constantFrom('EUR', 'JPY', 'KWD', 'CNY'))
    .map(([value, currency]) => ({ kind: 'money', value, currency }) as const),
);

describe('figures beside the sentences', () => {
  test.each(['en', 'zh-CN'] as const)('the page writes a number in %s as the server does', (language) => {
    fc.assert(
      fc.property(operand, (one) => {
        expect(readerOf(language).operand(one)).toBe(operandText(one, language));
      }),
      { seed: 20261124, numRuns: 400 },
    );
  });
});

describe('days', () => {
  const span = { firstDay: '2013-01-01', lastDay: '2013-06-30' };

  test('in English', () => {
    expect(readerOf('en').span(span)).toBe('1 Jan 2013 – 30 Jun 2013');
  });
  test('in Chinese', () => {
    expect(readerOf('zh-CN').span(span)).toBe('2013年1月1日至2013年6月30日');
  });
});

describe('rates', () => {
  test.each([
    ['percent', 'en', '1.5%'],
    ['perUnit', 'en', 'USD 1.50 per unit'],
    ['amount', 'en', 'USD 1.50'],
    ['perUnit', 'zh-CN', '每单位 USD 1.50'],
  ] as const)('what a tier pays by %s, in %s: %s', (pays, language, text) => {
    expect(
      readerOf(language)
        .rate([{ pays, rate: '1.5' }], 'USD')
        .replaceAll('\u00a0', ' '),
    ).toBe(text);
  });
});

test('a month is written as people of the language do', () => {
  expect(readerOf('en').month('2026-08')).toBe('August 2026');
  expect(readerOf('zh-CN').month('2026-08')).toBe('2026年8月');
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operand } from '../explanation/explanation.ts';
import { exactText } from '../explanation/operands.ts';
import { rational } from '../number/rational.ts';
import { operandText } from './operandText.ts';

function both(operand: Operand): string {
  // The space of money is one that does not break.
  return `${operandText(operand, 'en')} | ${operandText(operand, 'zh-CN')}`.replaceAll('\u00a0', ' ');
}

describe('money', () => {
  it.each([
    ['1076.14', 'EUR', 'EUR 1,076.14'],
    ['-300', 'EUR', '-EUR 300.00'],
    ['216.60972', 'USD', 'USD 216.60972'],
    ['1234567', 'JPY', 'JPY 1,234,567'],
    ['0.5', 'KWD', 'KWD 0.500'],
    ['90071992547409931.13', 'CNY', 'CNY 90,071,992,547,409,931.13'],
    ['0.1234567890123456789012345678901234567891', 'EUR', 'EUR 0.1234567890123456789012345678901234567891'],
    ['2/3', 'EUR', 'EUR 0.666666…'],
    ['-200/3', 'JPY', '-JPY 66.666666…'],
    ['59999999999/3', 'EUR', 'EUR 19,999,999,999.666666…'],
  ])('%s %s', (value, currency, text) => {
    expect(both({ kind: 'money', value, currency })).toBe(`${text} | ${text}`);
  });
});

describe('percent', () => {
  it.each([
    ['3.5', '3.5%'],
    ['19.99998', '19.99998%'],
    ['59999999999999/3000000000000', '19.999999…%'],
    ['59999940000001/3000000000000', '19.999980…%'],
    ['3048/3628', '0.840132…%'],
    ['-1/3', '-0.333333…%'],
    ['-1/3000000', '-0.000000…%'],
  ])('%s', (value, text) => {
    expect(both({ kind: 'percent', value })).toBe(`${text} | ${text}`);
  });
});

describe('quantities', () => {
  it.each([
    ['2500', 'EA', '2,500 units | 2,500 件'],
    ['1', 'EA', '1 unit | 1 件'],
    ['12.5', 'KGM', '12.5 kg | 12.5 千克'],
    ['3', 'BARREL', '3 BARREL | 3 BARREL'],
    ['3', 'constructor', '3 constructor | 3 constructor'],
    ['7/3', undefined, '2.333333… | 2.333333…'],
  ])('%s %s', (value, unit, text) => {
    expect(both({ kind: 'number', value, ...(unit !== undefined && { unit }) })).toBe(text);
  });
});

describe('days and words', () => {
  it.each<[Operand, string]>([
    [{ kind: 'date', value: '2026-02-28' }, '28 Feb 2026 | 2026年2月28日'],
    [{ kind: 'date', value: 'someday' }, 'someday | someday'],
    [
      { kind: 'window', firstDay: '2026-01-01', lastDay: '2026-03-31' },
      '1 Jan 2026 to 31 Mar 2026 | 2026年1月1日至2026年3月31日',
    ],
    [{ kind: 'count', value: 12_345 }, '12,345 | 12,345'],
    [{ kind: 'word', word: 'boundary.moreThan' }, 'more than | 超过'],
    [{ kind: 'word', word: 'unheard.of' }, 'unheard.of | unheard.of'],
    [{ kind: 'text', value: '{amount}' }, '{amount} | {amount}'],
  ])('%j', (operand, text) => {
    expect(both(operand)).toBe(text);
  });
});

describe('what is shown of a number', () => {
  const integer = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });

  it('is the number itself, or its first places and an ellipsis', () => {
    fc.assert(
      fc.property(integer, fc.bigInt({ min: 1n, max: 10n ** 12n }), (n, d) => {
        const value = exactText(rational(n, d));
        const shown = operandText({ kind: 'number', value }, 'en');
        const digits = shown.replaceAll(',', '').replace('…', '');
        const [whole = '', places = ''] = digits.replace('-', '').split('.');
        const scale = 10n ** BigInt(places.length);
        const cut = BigInt(whole + places);
        const exact = rational(n < 0n ? -n : n, d);
        // cut ≤ exact·scale < cut + 1, with equality exactly where no ellipsis stands.
        expect(cut * exact.d <= exact.n * scale && exact.n * scale < (cut + 1n) * exact.d).toBe(true);
        expect(cut * exact.d === exact.n * scale).toBe(!shown.includes('…'));
        expect(digits.startsWith('-')).toBe(n < 0n);
      }),
      { seed: 20_261_124, numRuns: 500 },
    );
  });
});

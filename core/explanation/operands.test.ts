import { describe, expect, it } from 'vitest';
import { dayOf, decimalOf, fractionOf } from '../../test/support/trade.ts';
import {
  count,
  decimalMoney,
  decimalPercent,
  exactMoney,
  exactText,
  money,
  parseExact,
  percent,
  plain,
  quantity,
  step,
  window,
  word,
} from './operands.ts';

describe('the operands of an explanation', () => {
  it.each([
    ['12413.50', '12413.5'],
    ['-0.125', '-0.125'],
    ['0', '0'],
    ['3048/3628', '762/907'],
    ['-1/3', '-1/3'],
  ])('%s is written exactly as %s', (value, text) => {
    expect(exactText(fractionOf(value))).toBe(text);
  });

  it.each(['12413.5', '-0.125', '0', '762/907', '-1/3'])('%s is read back as it was written', (text) => {
    expect(exactText(parseExact(text) ?? fractionOf('1'))).toBe(text);
  });

  it.each(['', 'x', '1/0', '1/-3', '1/3/5', '/3', '1/', '1e3'])('%j is no exact text', (text) => {
    expect(parseExact(text)).toBeUndefined();
  });

  it('are exact texts with what they are', () => {
    expect([
      money({ minor: 107_614n, currency: 'EUR' }),
      exactMoney(fractionOf('1076.13905'), 'EUR'),
      decimalMoney(decimalOf('0.50'), 'EUR'),
      quantity(fractionOf('2.50'), 'KG'),
      percent(fractionOf('117.5')),
      decimalPercent(decimalOf('3.50')),
      count(3),
      window({ from: dayOf('2026-01-01'), until: dayOf('2027-01-01') }),
      word('tier'),
      plain('P1'),
    ]).toEqual([
      { kind: 'money', value: '1076.14', currency: 'EUR' },
      { kind: 'money', value: '1076.13905', currency: 'EUR' },
      { kind: 'money', value: '0.50', currency: 'EUR' },
      { kind: 'number', value: '2.5', unit: 'KG' },
      { kind: 'percent', value: '117.5' },
      { kind: 'percent', value: '3.50' },
      { kind: 'count', value: 3 },
      { kind: 'window', firstDay: '2026-01-01', lastDay: '2026-12-31' },
      { kind: 'word', word: 'tier' },
      { kind: 'text', value: 'P1' },
    ]);
  });

  it('stand in steps, which stand in steps', () => {
    const inner = step('rounding', { amount: count(1) });
    expect(step('earning', {}, [inner])).toEqual({ kind: 'earning', operands: {}, steps: [inner] });
    expect(inner.steps).toEqual([]);
  });
});

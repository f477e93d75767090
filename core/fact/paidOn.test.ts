import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, decimalOf, fractionOf } from '../../test/support/trade.ts';
import { type OwedLine, owedOn, paidOn } from './paidOn.ts';

/** "net rate" of each line. */
function lines(...texts: readonly string[]): OwedLine[] {
  return texts.map((text) => {
    const [net = '', rate = ''] = text.split(' ');
    return {
      currency: 'EUR',
      ...(net !== '-' && { netValue: decimalOf(net) }),
      ...(rate !== '' && { taxRate: decimalOf(rate) }),
    };
  });
}

/** "day amount discount" of each payment, the day in March 2026. */
function payments(...texts: readonly string[]) {
  return texts.map((text) => {
    const [day = '', amount = '', discount = '', total = ''] = text.split(' ');
    return {
      paidOn: dayOf(`2026-03-${day}`),
      amount: decimalOf(amount),
      currency: 'EUR',
      ...(discount !== '' && discount !== '-' && { discount: decimalOf(discount) }),
      ...(total !== '' && { documentTotal: decimalOf(total) }),
    };
  });
}

describe('what a document comes to', () => {
  it.each([
    [['100'], '100'],
    [['100 19'], '119'],
    [['0.33 19', '0.33 19'], '0.79'],
    [['0.33 19', '0.33 7'], '0.74'],
    [['10.005'], '10.01'],
    [['-100 19'], '-119'],
    [['-'], undefined],
    [[], undefined],
  ])('%j is %s', (texts, owed) => {
    const found = owedOn(lines(...texts), []);
    expect(found).toEqual(owed === undefined ? undefined : fractionOf(owed));
  });
});

it('is what the payments of a document name, where they do, whatever its lines come to', () => {
  const named = payments('05 50 - 120', '06 70 - 119');
  expect(owedOn(lines('100 19'), named)).toEqual(fractionOf('120'));
  expect(owedOn([], named)).toEqual(fractionOf('120'));
  const dollars = { currency: 'USD', netValue: decimalOf('1') };
  expect(owedOn([...lines('100'), dollars], named)).toBeUndefined();
});

describe('the day on which a document was paid in full', () => {
  it.each<[string, readonly string[], readonly string[], string | undefined]>([
    ['at once', ['100 19'], ['05 119'], '05'],
    ['a cent short', ['100 19'], ['05 118.99'], undefined],
    ['in two parts', ['100 19'], ['09 19', '05 100'], '09'],
    ['less a discount for early payment', ['100'], ['05 98 2'], '05'],
    ['more than enough', ['100'], ['05 120'], '05'],
    ['bounced', ['100'], ['05 100', '07 -100'], undefined],
    ['bounced, and paid again', ['100'], ['05 100', '07 -100', '09 100'], '09'],
    ['bounced and paid on one day', ['100'], ['05 100', '07 -100', '07 100'], '05'],
    ['a part taken back that was too much', ['100'], ['05 120', '07 -20'], '05'],
    ['a credit note that we paid', ['-100'], ['05 -100'], '05'],
    ['a credit note that is paid in part', ['-100'], ['05 -99'], undefined],
    ['nothing owed', ['100', '-100'], ['05 10'], undefined],
    ['nothing paid', ['100'], [], undefined],
    ['a line without a value', ['100', '-'], ['05 1000'], undefined],
    ['a line without a value, but the payment says the total', ['100', '-'], ['05 130 - 130'], '05'],
    ['the largest total counts', ['100'], ['05 100 - 100', '06 5 - 105'], '06'],
  ])('%s', (_, owed, paid, day) => {
    const expected = day === undefined ? undefined : dayOf(`2026-03-${day}`);
    expect(paidOn(lines(...owed), payments(...paid))).toBe(expected);
  });

  it('cannot be told over two currencies', () => {
    const [payment] = payments('05 100');
    if (payment === undefined) throw new Error('no payment');
    expect(paidOn(lines('100'), [{ ...payment, currency: 'USD' }])).toBeUndefined();
    expect(paidOn([...lines('100'), { ...lines('1')[0], currency: 'USD' }], [payment])).toBeUndefined();
  });

  const amount = fc
    .integer({ min: -300, max: 300 })
    .map((cents) => `${cents < 0 ? '-' : ''}${Math.abs(cents) / 100}`);
  const some = fc.array(fc.tuple(fc.integer({ min: 10, max: 28 }), amount), { maxLength: 8 });

  it('does not depend on the order of lines or payments, nor on how payments are split', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 4 }), some, fc.nat(7), (owed, paid, at) => {
        const own = lines(...owed.map((net) => `${net} 19`));
        const texts = paid.map(([day, value]) => `${day} ${value}`);
        const once = paidOn(own, payments(...texts));
        expect(paidOn(own.toReversed(), payments(...texts.toReversed()))).toBe(once);
        const split = [...texts];
        const [day, value] = paid[at] ?? [];
        if (day !== undefined) split.splice(at, 1, `${day} 7`, `${day} ${Number(value) - 7}`);
        expect(
          paidOn(
            own,
            payments(
              ...split.map((text) => text.replace(/-?\d+\.\d{3,}/, (long) => Number(long).toFixed(2))),
            ),
          ),
        ).toBe(once);
      }),
      { numRuns: 300, seed: 20_261_129 },
    );
  });

  it('is the first day from which on the sum never falls short again: a slow look says the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), some, (cents, paid) => {
        const sumTo = (day: number) =>
          paid
            .filter(([on]) => on <= day)
            .reduce((sum, [, value]) => sum + Math.round(Number(value) * 100), 0);
        const days = Array.from({ length: 19 }, (_, index) => index + 10);
        const slow = days.find(
          (day) =>
            paid.some(([on]) => on === day) &&
            days.filter((later) => later >= day).every((later) => sumTo(later) >= cents),
        );
        const found = paidOn(
          lines(String(cents / 100)),
          payments(...paid.map(([day, value]) => `${day} ${value}`)),
        );
        expect(found).toBe(slow === undefined ? undefined : dayOf(`2026-03-${slow}`));
      }),
      { numRuns: 300, seed: 20_261_129 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { dayOf, fractionOf, lineOf } from '../../test/support/trade.ts';
import type { Netting } from '../agreement/agreement.ts';
import type { Contribution } from '../cell/contribution.ts';
import { exactText } from '../explanation/operands.ts';
import { multiply } from '../number/rational.ts';
import { netOf, nettingOrder } from './netting.ts';

/** Terms as "A", or "A of B C" for one that is net of others. */
function order(...texts: readonly string[]): string {
  const terms = texts.map((text) => {
    const [id = '', , ...of] = text.split(' ');
    const netting: 'none' | Netting = of.length === 0 ? 'none' : { of, lowers: 'payout' };
    return { id, netting };
  });
  return nettingOrder(terms).join(' ');
}

describe('the order in which terms are net of each other', () => {
  it.each([
    ['as listed where none is', ['B', 'A', 'C'], 'B A C'],
    ['what others are net of first', ['A of B', 'B'], 'B A'],
    ['through several', ['A of B', 'B of C', 'C of D', 'D'], 'D C B A'],
    ['two of the same', ['A of C', 'B of C', 'C'], 'C A B'],
    ['one of two, one of them of the other', ['A of B C', 'B of C', 'C'], 'C B A'],
    ['nothing at all', [], ''],
  ])('%s', (_, terms, expected) => {
    expect(order(...terms)).toBe(expected);
  });

  it.each([[['A of A']], [['A of B', 'B of A']], [['A of B', 'B of C', 'C of B']]])(
    'is a fault in a circle: %s',
    (terms) => {
      expect(() => order(...terms)).toThrow('is net of itself');
    },
  );
});

const YEAR = { from: dayOf('2026-01-01'), until: dayOf('2027-01-01') };

function contribution(key: string, value: string, ...slots: readonly string[]): Contribution {
  const addends = slots.map((slot) => ({
    slot,
    pays: YEAR,
    bucket: '',
    pool: '',
    value: fractionOf(value),
  }));
  const line = lineOf({ document: key });
  return {
    key,
    line,
    partner: 'P1',
    placedOn: YEAR.from,
    isOriginal: false,
    order: key,
    arrival: key,
    addends,
  };
}

/** "pipes payout.payout 99": the values that are left. */
function left(
  stream: readonly Contribution[],
  amounts: Readonly<Record<string, string>>,
  ...slots: readonly string[]
): string {
  const byKey = new Map(Object.entries(amounts).map(([key, amount]) => [key, fractionOf(amount)]));
  return netOf(stream, byKey, new Set(slots))
    .flatMap(({ key, addends }) => addends.map(({ slot, value }) => `${key} ${slot} ${exactText(value)}`))
    .join(', ');
}

describe('what is net of other earnings', () => {
  it('10 % on pipes, net of 1 % on pipes and boards: 10 % of 99 is 9.90 (semantics 5.16)', () => {
    const amounts = new Map([
      ['pipes', fractionOf('1')],
      ['boards', fractionOf('0.5')],
    ]);
    const [pipes, ...none] = netOf(
      [contribution('pipes', '100', 'payout.payout')],
      amounts,
      new Set(['payout.payout']),
    );
    expect(none).toEqual([]);
    const value = pipes?.addends[0]?.value ?? fractionOf('0');
    expect(exactText(multiply(value, fractionOf('0.1')))).toBe('9.9');
  });

  it('lowers the slots that are named, and no other line', () => {
    const stream = [
      contribution('a', '100', 'qualifier', 'payout.payout'),
      contribution('b', '7', 'payout.payout'),
    ];
    expect(left(stream, { a: '1/3', c: '5' }, 'payout.payout')).toBe(
      'a qualifier 100, a payout.payout 299/3, b payout.payout 7',
    );
    expect(left(stream, { a: '2' }, 'payout.payout', 'qualifier')).toBe(
      'a qualifier 98, a payout.payout 98, b payout.payout 7',
    );
    expect(left(stream, { a: '2' })).toBe('a qualifier 100, a payout.payout 100, b payout.payout 7');
  });

  it.each([
    ['nothing', '0', '10'],
    ['all of it', '10', '0'],
    ['more than it', '11', '-1'],
    ['what was taken back', '-2', '12'],
  ])('takes off %s', (_, amount, expected) => {
    expect(left([contribution('a', '10', 'payout.payout')], { a: amount }, 'payout.payout')).toBe(
      `a payout.payout ${expected}`,
    );
  });
});

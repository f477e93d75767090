import { describe, expect, it } from 'vitest';
import { fractionOf } from '../../test/support/trade.ts';
import type { ConsumptionOrder } from '../agreement/agreement.ts';
import { exactText } from '../explanation/operands.ts';
import { add, compare, lesser, ZERO } from '../number/rational.ts';
import { type LimitAccount, type LimitOutcome, limitAcross } from './limits.ts';

/** Partner, document, place in the order, place in arrival, quantity. */
type Sale = readonly [partner: string, key: string, order: string, arrival: string, value: string];

function accountsOf(sales: readonly Sale[], bases: Readonly<Record<string, string>>): LimitAccount[] {
  return Object.entries(bases).map(([partner, base]) => ({
    partner,
    base: fractionOf(base),
    lines: sales
      .filter(([owner]) => owner === partner)
      .map(([, key, order, arrival, value]) => ({ key, order, arrival, value: fractionOf(value) })),
  }));
}

function limited(
  max: string,
  order: ConsumptionOrder,
  sales: readonly Sale[],
  bases: Readonly<Record<string, string>>,
): LimitOutcome {
  return limitAcross(fractionOf(max), order, accountsOf(sales, bases));
}

/** "230 of 230, 120 of 140, 0 left": what each got of what it asked for. */
function written({ partners, left }: LimitOutcome): string {
  const each = partners.map((own) => `${exactText(own.limited)} of ${exactText(own.uncapped)}`);
  return `${each.join(', ')}, ${exactText(left)} left`;
}

const BASES = { P1: '100', P2: '0', P3: '40' };
const JUNE_30: readonly Sale[] = [
  ['P1', '1001', '03 1001', '1 03', '90'],
  ['P2', '1002', '05 1002', '1 05', '150'],
  ['P1', '1004', '10 1004', '1 10', '240'],
  ['P3', '1006', '12 1006', '1 12', '180'],
];
const JULY_5: readonly Sale[] = [...JUNE_30, ['P2', '1003', '08 1003', '2 08', '30']];
/** The return stands right behind the sale that it takes back, in both orders. */
const JULY_8: readonly Sale[] = [...JULY_5, ['P1', '1009', '10 1004 1009', '1 10 1009', '-60']];

describe('a limit of 500 surplus units over three partners (story C)', () => {
  it.each([
    ['transactionDate', JUNE_30, '230 of 230, 150 of 150, 120 of 140, 0 left'],
    ['transactionDate', JULY_5, '230 of 230, 180 of 180, 90 of 140, 0 left'],
    ['transactionDate', JULY_8, '170 of 170, 180 of 180, 140 of 140, 10 left'],
    ['arrival', JUNE_30, '230 of 230, 150 of 150, 120 of 140, 0 left'],
    ['arrival', JULY_5, '230 of 230, 150 of 180, 120 of 140, 0 left'],
    ['arrival', JULY_8, '170 of 170, 180 of 180, 140 of 140, 10 left'],
    ['proRata', JUNE_30, '2875/13 of 230, 1875/13 of 150, 1750/13 of 140, 0 left'],
    ['proRata', JULY_5, '2300/11 of 230, 1800/11 of 180, 1400/11 of 140, 0 left'],
    ['proRata', JULY_8, '170 of 170, 180 of 180, 140 of 140, 10 left'],
  ] as const)('%s %#: %s', (order, sales, expected) => {
    const outcome = limited('500', order, sales, BASES);
    expect(written(outcome)).toBe(expected);
    expect(written(limited('500', order, sales.toReversed(), BASES))).toBe(expected);
  });

  it('gives each line its step, and the sale has what its return has left of it', () => {
    const [first, second, third] = limited('400', 'transactionDate', JULY_8, BASES).partners;
    const linesOf = (own: typeof first) => own?.lines.map(({ key, limited: got }) => [key, exactText(got)]);
    expect(linesOf(first)).toEqual([
      ['1001', '0'],
      ['1004', '170'],
      ['1009', '0'],
    ]);
    expect(linesOf(second)).toEqual([
      ['1002', '150'],
      ['1003', '30'],
    ]);
    expect(linesOf(third)).toEqual([['1006', '50']]);
  });
});

describe('the boundary of a limit', () => {
  const sales: readonly Sale[] = [
    ['A', 'a', '1', '2', '60'],
    ['B', 'b', '2', '1', '40'],
  ];
  it.each([
    ['above what is asked for', '101', '60 of 60, 40 of 40, 1 left'],
    ['at it', '100', '60 of 60, 40 of 40, 0 left'],
    ['below it', '99', '60 of 60, 39 of 40, 0 left'],
    ['at the first line', '60', '60 of 60, 0 of 40, 0 left'],
    ['within the first line', '59.5', '59.5 of 60, 0 of 40, 0 left'],
    ['of nothing', '0', '0 of 60, 0 of 40, 0 left'],
  ])('%s', (_, max, expected) => {
    expect(written(limited(max, 'transactionDate', sales, { A: '0', B: '0' }))).toBe(expected);
  });

  it('counts from the base of each partner on', () => {
    const at = (base: string) => written(limited('50', 'transactionDate', sales, { A: base, B: '0' }));
    expect(at('59')).toBe('1 of 1, 40 of 40, 9 left');
    expect(at('60')).toBe('0 of 0, 40 of 40, 10 left');
    expect(at('61')).toBe('0 of 0, 40 of 40, 10 left');
  });

  it.each(['transactionDate', 'arrival', 'proRata'] as const)('%s: nobody asks for anything', (order) => {
    expect(written(limited('5', order, [], { A: '0', B: '7' }))).toBe('0 of 0, 0 of 0, 5 left');
    expect(written(limited('5', order, [['A', 'a', '1', '1', '0']], { A: '0' }))).toBe('0 of 0, 5 left');
    expect(written(limited('5', order, [], {}))).toBe(', 5 left');
  });

  it('goes by the key where two lines stand in one place', () => {
    const tied: readonly Sale[] = [
      ['B', 'k1', '1', '1', '6'],
      ['A', 'k2', '1', '1', '6'],
    ];
    expect(written(limited('10', 'arrival', tied, { A: '0', B: '0' }))).toBe('4 of 6, 6 of 6, 0 left');
  });
});

describe('one line in two accounts', () => {
  it('uses the limit up in their order', () => {
    const sales: readonly Sale[] = [
      ['A', 'k', '1', '1', '10'],
      ['B', 'k', '1', '1', '10'],
      ['C', 'k', '1', '1', '10'],
    ];
    expect(written(limited('15', 'transactionDate', sales, { A: '0', B: '0', C: '0' }))).toBe(
      '10 of 10, 5 of 10, 0 of 10, 0 left',
    );
  });
});

describe('lines below zero', () => {
  const UNLINKED: readonly Sale[] = [
    ['A', 'a', '1', '1', '300'],
    ['B', 'b', '2', '2', '300'],
    ['A', 'r', '3', '3', '-150'],
  ];
  it.each(['transactionDate', 'arrival', 'proRata'] as const)(
    '%s: what comes back later frees the limit for others, and nobody gets more than it asks for',
    (order) => {
      expect(written(limited('500', order, UNLINKED, { A: '0', B: '0' }))).toBe(
        '150 of 150, 300 of 300, 50 left',
      );
    },
  );

  it('give way in the order of the limit, or pro rata', () => {
    const of400 = (order: ConsumptionOrder) => written(limited('400', order, UNLINKED, { A: '0', B: '0' }));
    expect(of400('transactionDate')).toBe('150 of 150, 250 of 300, 0 left');
    expect(of400('proRata')).toBe('400/3 of 150, 800/3 of 300, 0 left');
  });

  it('take from the top: the last of a partner gives way first', () => {
    const sales: readonly Sale[] = [
      ['A', 'a1', '1', '1', '10'],
      ['B', 'b', '2', '2', '10'],
      ['A', 'a2', '3', '3', '10'],
      ['A', 'r', '4', '4', '-15'],
      ['A', 'a3', '5', '5', '1'],
    ];
    const [a, b] = limited('9', 'transactionDate', sales, { A: '0', B: '0' }).partners;
    expect(a?.lines.map(({ key, limited: got }) => `${key} ${exactText(got)}`)).toEqual([
      'a1 5',
      'a2 0',
      'r 0',
      'a3 0',
    ]);
    expect(exactText(b?.limited ?? ZERO)).toBe('4');
  });

  it('take from what an earlier one has left', () => {
    const sales: readonly Sale[] = [
      ['A', 'a', '1', '1', '10'],
      ['A', 'r1', '2', '2', '-4'],
      ['A', 'r2', '3', '3', '-4'],
      ['B', 'b', '4', '4', '10'],
    ];
    expect(written(limited('9', 'transactionDate', sales, { A: '0', B: '0' }))).toBe(
      '2 of 2, 7 of 10, 0 left',
    );
  });

  it('before a sale are made good by it first', () => {
    const sales: readonly Sale[] = [
      ['A', 'r', '1', '1', '-4'],
      ['A', 'a', '2', '2', '10'],
    ];
    expect(written(limited('5', 'transactionDate', sales, { A: '0' }))).toBe('5 of 6, 0 left');
  });

  it('alone ask for nothing and free nothing', () => {
    const sales: readonly Sale[] = [
      ['A', 'r', '1', '1', '-4'],
      ['B', 'b', '2', '2', '10'],
    ];
    expect(written(limited('8', 'transactionDate', sales, { A: '0', B: '0' }))).toBe(
      '0 of 0, 8 of 10, 0 left',
    );
    expect(written(limited('8', 'proRata', sales, { A: '0', B: '0' }))).toBe('0 of 0, 8 of 10, 0 left');
  });

  it('of any mix: together the lesser of limit and demand, each at most what it asks for', () => {
    const values = ['7', '-3', '5/3', '-9', '4', '11', '-2', '6', '-1', '0', '8', '-12'];
    for (let turn = 0; turn < values.length; turn += 1) {
      const sales = values.map((_, index): Sale => {
        const place = String((index * 5 + turn) % values.length).padStart(2, '0');
        return [
          index % 2 === 0 ? 'A' : 'B',
          `k${index}`,
          place,
          place,
          values[(index + turn) % 12] as string,
        ];
      });
      for (const order of ['transactionDate', 'proRata'] as const) {
        const { partners } = limited('5', order, sales, { A: '1', B: '0' });
        const asked = partners.reduce((sum, own) => add(sum, own.uncapped), ZERO);
        const got = partners.reduce((sum, own) => add(sum, own.limited), ZERO);
        expect(got).toEqual(lesser(asked, fractionOf('5')));
        for (const own of partners) {
          expect(compare(own.limited, own.uncapped)).not.toBe(1);
          expect(own.lines.every(({ limited: part }) => compare(part, ZERO) >= 0)).toBe(true);
          expect(own.lines.reduce((sum, line) => add(sum, line.limited), ZERO)).toEqual(own.limited);
        }
      }
    }
  });
});

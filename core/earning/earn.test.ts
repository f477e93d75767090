import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  agreementText,
  dayOf,
  fractionOf,
  type JsonObject,
  UNITS,
} from '../../test/support/trade.ts';
import type { Agreement } from '../agreement/agreement.ts';
import type { Cell } from '../cell/cell.ts';
import { exactText } from '../explanation/operands.ts';
import { NO_MASTER } from '../master/master.ts';
import { moneyText } from '../money/money.ts';
import { rational } from '../number/rational.ts';
import { roundAt } from '../number/round.ts';
import { compilePlan } from '../plan/compilePlan.ts';
import type { Json } from '../text/canonicalJson.ts';
import { earn } from './earn.ts';
import type { Earning } from './earning.ts';

const WINDOW = { from: dayOf('2026-01-01'), until: dayOf('2027-01-01') };

const SLOTS = { qualifier: 'qualifier', payout: 'payout.payout', baseline: 'baseline', blocked: 'blocked' };

function cell(role: keyof typeof SLOTS, value: string, differs: Partial<Cell> = {}): Cell {
  const sum = roundAt(fractionOf(value), 9, 'floor');
  return {
    term: 'volume',
    partner: 'P1',
    window: WINDOW,
    slot: SLOTS[role],
    bucket: '',
    pool: '',
    factor: rational(1n),
    sum,
    scale: 9,
    lines: 1,
    ...differs,
  };
}

function earningsOfCells(agreement: Agreement, cells: readonly Cell[]): Earning[] {
  const context = { master: NO_MASTER, effective: dayOf('2028-12-31') };
  return earn(compilePlan(agreement, NO_MASTER), { cells, tallies: [], streams: new Map() }, context);
}

function earned(term: JsonObject, ...cells: readonly Cell[]): Earning {
  const [earning, ...more] = earningsOfCells(agreementOf(term), cells);
  if (earning === undefined || more.length > 0) throw new Error('not one earning');
  return earning;
}

const ROWS = [
  { from: '1000', percent: '2' },
  { from: '2500', percent: '3.5' },
];
const TIERS = { tiers: { boundary: 'atLeast', rows: ROWS } };

function growth(whenNotPositive: JsonObject = { policy: 'paysNothing' }, boundary = 'atLeast'): JsonObject {
  const rows = [
    { from: '110', percent: '2' },
    { from: '120', percent: '4' },
  ];
  const baseline = {
    source: 'sameWindowPreviousYear',
    growthAs: 'percent',
    whenNotPositive,
    likeForLike: 'no',
  };
  return { formula: 'growthWhole', baseline, tiers: { boundary, rows } };
}

describe('an amount', () => {
  it.each([
    ['-10', 0, '0.00', '1010'],
    ['0', 0, '0.00', '1000'],
    ['999.99', 0, '0.00', '0.01'],
    ['1000', 1, '20.00', '1500'],
    ['2499.99', 1, '50.00', '0.01'],
    ['2500', 2, '87.50', undefined],
    ['100000', 2, '3500.00', undefined],
  ])('of a whole volume of %s: tier %i, %s', (value, tier, amount, missing) => {
    const earning = earned(TIERS, cell('qualifier', value), cell('payout', value));
    expect([earning.result.reached.tier, moneyText(earning.amount)]).toEqual([tier, amount]);
    expect(earning.result.missing && exactText(earning.result.missing)).toBe(missing);
  });

  it('finds the tier by one measure and pays on the other', () => {
    const earning = earned(
      { ...TIERS, qualifier: UNITS },
      cell('qualifier', '1000'),
      cell('payout', '30.10'),
    );
    expect([exactText(earning.exact), moneyText(earning.amount)]).toEqual(['0.602', '0.60']);
  });

  it('pays money per unit of the payout measure', () => {
    const term = { payout: UNITS, tiers: { boundary: 'atLeast', rows: [{ from: '10', perUnit: '0.055' }] } };
    const earning = earned(term, cell('qualifier', '10'), cell('payout', '7'));
    expect([exactText(earning.exact), moneyText(earning.amount)]).toEqual(['0.385', '0.39']);
  });

  it.each([
    ['9.99', 0, '0.00'],
    ['10', 1, '100.00'],
    ['19', 1, '100.00'],
    ['20', 2, '250.00'],
    ['900', 2, '250.00'],
  ])('of a lump sum at %s: tier %i, %s', (value, tier, amount) => {
    const rows = [
      { from: '10', amount: '100' },
      { from: '20', amount: '250' },
    ];
    const term = { formula: 'lumpSum', tiers: { boundary: 'atLeast', rows } };
    const earning = earned(term, cell('qualifier', value), cell('payout', '-1'));
    expect([earning.result.reached.tier, moneyText(earning.amount)]).toEqual([tier, amount]);
  });

  it.each([
    ['-5', '0.00'],
    ['999', '0.00'],
    ['1500', '10.00'],
    ['3000', '47.50'],
  ])('of a marginal volume of %s is %s', (value, amount) => {
    const earning = earned(
      { ...TIERS, formula: 'marginal' },
      cell('qualifier', value),
      cell('payout', value),
    );
    expect(moneyText(earning.amount)).toBe(amount);
  });

  it.each(['halfAwayFromZero', 'floor', 'awayFromZero', 'halfEven'] as const)(
    'is rounded once, %s',
    (mode) => {
      const term = {
        tiers: { boundary: 'atLeast', rows: [{ from: '1', percent: '1' }] },
        rounding: { grain: 'partnerWindow', mode, unitRate: 'none' },
      };
      const amounts = ['0.5', '1.5', '0.4'].map((payout) =>
        moneyText(earned(term, cell('qualifier', '5'), cell('payout', payout)).amount),
      );
      const expected = {
        halfAwayFromZero: ['0.01', '0.02', '0.00'],
        floor: ['0.00', '0.01', '0.00'],
        awayFromZero: ['0.01', '0.02', '0.01'],
        halfEven: ['0.00', '0.02', '0.00'],
      };
      expect(amounts).toEqual(expected[mode]);
    },
  );
});

describe('growth', () => {
  it.each([
    ['1099.99', 'atLeast', 0, '109.999', '0.01'],
    ['1100', 'atLeast', 1, '110', '100'],
    ['1199.99', 'atLeast', 1, '119.999', '0.01'],
    ['1200', 'atLeast', 2, '120', undefined],
    ['1100', 'moreThan', 0, '110', '0'],
    ['1200', 'moreThan', 1, '120', '0'],
    ['1200.01', 'moreThan', 2, '120.001', undefined],
    ['0', 'atLeast', 0, '0', '1100'],
    ['-100', 'atLeast', 0, '-10', '1200'],
  ])('of %s over 1,000 by %s: tier %i at %s percent', (value, boundary, tier, percent, missing) => {
    const cells = [cell('qualifier', value), cell('payout', value), cell('baseline', '1000')];
    const earning = earned(growth({ policy: 'paysNothing' }, boundary), ...cells);
    expect([earning.result.reached.tier, earning.result.growth && exactText(earning.result.growth)]).toEqual([
      tier,
      percent,
    ]);
    expect(earning.result.missing && exactText(earning.result.missing)).toBe(missing);
    expect(earning.baseline).toEqual({ value: fractionOf('1000'), lines: 1 });
  });

  it.each([
    ['0', { policy: 'paysNothing' }, 0, '0.00'],
    ['-1', { policy: 'paysNothing' }, 0, '0.00'],
    ['0', { policy: 'treatAsTier', tier: 1 }, 1, '20.00'],
    ['-1', { policy: 'treatAsTier', tier: 2 }, 2, '40.00'],
  ])('over a baseline of %s by %j: tier %i, %s', (baseline, policy, tier, amount) => {
    const cells = [cell('qualifier', '1000'), cell('payout', '1000'), cell('baseline', baseline)];
    const earning = earned(growth(policy), ...cells);
    expect([earning.result.reached.tier, moneyText(earning.amount)]).toEqual([tier, amount]);
    expect([earning.result.growth, earning.result.missing, earning.result.reached.next]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('over no baseline at all is growth over nothing', () => {
    const earning = earned(
      growth({ policy: 'treatAsTier', tier: 1 }),
      cell('qualifier', '50'),
      cell('payout', '50'),
    );
    expect([moneyText(earning.amount), earning.baseline]).toEqual([
      '1.00',
      { value: fractionOf('0'), lines: 0 },
    ]);
  });

  it('is listed, too, where there is a baseline only: it is what is missing', () => {
    const earning = earned(growth(), cell('baseline', '1000'));
    expect([moneyText(earning.amount), earning.result.missing && exactText(earning.result.missing)]).toEqual([
      '0.00',
      '1100',
    ]);
  });

  it('that does not end is exact', () => {
    const cells = [cell('qualifier', '100'), cell('payout', '100'), cell('baseline', '90')];
    const earning = earned(growth(), ...cells);
    expect([earning.result.growth, earning.result.reached.tier]).toEqual([fractionOf('1000/9'), 1]);
  });
});

describe('the earnings of an agreement', () => {
  const terms = ['b', 'a'].flatMap((id) => agreementText({ id }).terms as Json[]);
  const twoYears = { validity: { firstDay: '2026-01-01', lastDay: '2027-12-31' } };
  const agreement = agreementOf({}, { terms, ...twoYears });
  const later = { from: dayOf('2027-01-01'), until: dayOf('2028-01-01') };
  const cells = [
    cell('qualifier', '2000', { term: 'b', partner: 'P10' }),
    cell('payout', '2000', { term: 'b', partner: 'P10' }),
    cell('payout', '1000', { term: 'a' }),
    cell('qualifier', '1000', { term: 'a' }),
    cell('payout', '3000', { term: 'b', window: later }),
    cell('qualifier', '3000', { term: 'b', window: later }),
    cell('blocked', '5', { term: 'b' }),
    cell('payout', '1', { term: 'unknown' }),
  ];

  function summary(earnings: readonly Earning[]): string[] {
    return earnings.map(
      ({ term, partner, window, amount }) => `${term} ${partner} ${window.from} ${moneyText(amount)}`,
    );
  }

  it('are in order of term, partner and window, whatever the order of the cells', () => {
    const expected = [
      `b P1 ${WINDOW.from} 0.00`,
      `b P1 ${later.from} 60.00`,
      `b P10 ${WINDOW.from} 40.00`,
      `a P1 ${WINDOW.from} 20.00`,
    ];
    expect(summary(earningsOfCells(agreement, cells))).toEqual(expected);
    expect(earningsOfCells(agreement, cells.toReversed())).toEqual(earningsOfCells(agreement, cells));
  });

  it('add cells of the same sum, of whatever scale: parts may be brought as they are', () => {
    const parts = [
      cell('qualifier', '400', { lines: 2 }),
      cell('qualifier', '600.5', { sum: 6005n, scale: 1, lines: 3 }),
      cell('payout', '500'),
      cell('payout', '500.5'),
      cell('blocked', '1'),
      cell('blocked', '2'),
    ];
    const earning = earned({}, ...parts);
    expect(earning.qualifier).toEqual({ value: fractionOf('1000.5'), lines: 5 });
    expect(moneyText(earning.amount)).toBe('20.01');
    expect(earning.blocked).toEqual({ value: fractionOf('3'), lines: 2 });
  });

  it('carry what the contract says', () => {
    const earning = earned({}, cell('qualifier', '1000'), cell('payout', '1000'));
    expect(earning).toMatchObject({
      agreement: 'TEST',
      term: 'volume',
      direction: 'customerRebate',
      partner: 'P1',
      window: WINDOW,
    });
    expect(earning.table.rows.map(({ row }) => row)).toEqual(agreementOf().terms[0]?.tiers.rows);
    expect(earning.result.reached.row?.from).toEqual(fractionOf('1000'));
    expect('baseline' in earning).toBe(false);
    expect(earningsOfCells(agreementOf(), [])).toEqual([]);
  });
});

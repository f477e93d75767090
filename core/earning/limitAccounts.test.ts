import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  dayOf,
  earningsOf,
  type JsonObject,
  lineOf,
  masterOfTexts,
  type Texts,
  UNITS,
} from '../../test/support/trade.ts';
import { exactText } from '../explanation/operands.ts';
import { knownLines } from '../fact/knownLines.ts';
import type { Line } from '../fact/line.ts';
import { type Master, NO_MASTER } from '../master/master.ts';

type Sale = readonly [partner: string, day: string, value: string, more?: Texts];

function linesOf(sales: readonly Sale[]): readonly Line[] {
  const rows = sales.map(([partner, day, netValue, more], row) => ({
    file: 0,
    document: '',
    row,
    line: lineOf({ document: `D${row}`, partner, invoiceDate: `2026-${day}`, netValue, ...more }),
  }));
  return knownLines(rows, dayOf('2026-12-31')).lines;
}

const TIERS = { boundary: 'atLeast', rows: [{ from: '100', percent: '10' }] };

/** "P1 10, P2 4.5": what each earns at 10 % from 100 on, exact. */
function earned(term: JsonObject, sales: readonly Sale[], master: Master = NO_MASTER): string {
  return earningsOf(agreementOf({ tiers: TIERS, ...term }), linesOf(sales), '2026-12-31', master)
    .map(({ partner, exact }) => `${partner} ${exactText(exact)}`)
    .join(', ');
}

const PROGRAMME = { of: 'payout', scope: 'programme', max: '250', order: 'transactionDate' };
const BUDGET = { of: 'amount', scope: 'programme', max: '25', order: 'transactionDate' };
const TWO: readonly Sale[] = [
  ['P1', '01-10', '100'],
  ['P2', '01-20', '200'],
  ['P1', '01-30', '100'],
];

describe('a payout limit over all partners', () => {
  it('is used up line by line in the order of the transactions', () => {
    expect(earned({ limits: [PROGRAMME] }, TWO)).toBe('P1 10, P2 15');
    expect(earned({ limits: [{ ...PROGRAMME, order: 'proRata' }] }, TWO)).toBe('P1 12.5, P2 12.5');
  });

  it('is not used up by whom no tier pays', () => {
    const below: readonly Sale[] = [['P0', '01-01', '99.99'], ...TWO];
    expect(earned({ limits: [PROGRAMME] }, below)).toBe('P0 0, P1 10, P2 15');
    const at: readonly Sale[] = [['P0', '01-01', '100'], ...TWO];
    expect(earned({ limits: [PROGRAMME] }, at)).toBe('P0 10, P1 10, P2 5');
  });

  it('is used up by the payout, whatever the tier is found by', () => {
    const tiers = { boundary: 'atLeast', rows: [{ from: '1', percent: '10' }] };
    expect(earned({ limits: [PROGRAMME], qualifier: UNITS, tiers }, TWO)).toBe('P1 10, P2 15');
  });

  it('of an upsell is used up beyond the base of each alone', () => {
    const baseline = {
      source: {
        entered: [
          { partner: 'P1', value: '100' },
          { partner: 'P2', value: '150' },
        ],
      },
      growthAs: 'difference',
      whenNotPositive: { policy: 'paysNothing' },
      likeForLike: 'no',
    };
    const tiers = { boundary: 'atLeast', rows: [{ from: '0', percent: '10' }] };
    const of = (max: string) =>
      earned({ formula: 'aboveBase', baseline, tiers, limits: [{ ...PROGRAMME, max }] }, TWO);
    expect(of('150')).toBe('P1 10, P2 5');
    expect(of('120')).toBe('P1 7, P2 5');
    expect(of('40')).toBe('P1 0, P2 4');
    const asTier = { ...baseline, whenNotPositive: { policy: 'treatAsTier', tier: 1 } };
    const sales: readonly Sale[] = [['P3', '01-01', '80'], ...TWO];
    const limits = [{ ...PROGRAMME, max: '120' }];
    expect(earned({ formula: 'aboveBase', baseline: asTier, tiers, limits }, sales)).toBe('P1 0, P2 4, P3 8');
  });

  it('says so where it cuts, and only there', () => {
    const steps = (max: string) =>
      earningsOf(agreementOf({ tiers: TIERS, limits: [{ ...PROGRAMME, max }] }), linesOf(TWO)).map(
        ({ explanation }) => JSON.stringify(explanation).includes('limitShared'),
      );
    expect(steps('400')).toEqual([false, false]);
    expect(steps('399')).toEqual([true, false]);
  });

  it('nor by whom a gate stops', () => {
    const measure = { of: 'value', basis: 'net', where: [{ attribute: 'line.kind', in: ['new'] }] };
    const gates = {
      need: 'all',
      within: 'window',
      tests: [{ measure, boundary: 'atLeast', from: '1' }],
    };
    const sales = TWO.map(
      (sale): Sale =>
        sale[0] === 'P1'
          ? sale
          : [...(sale.slice(0, 3) as [string, string, string]), { 'attribute.kind': 'new' }],
    );
    expect(earned({ limits: [PROGRAMME], gates }, sales)).toBe('P1 0, P2 20');
  });
});

describe('a budget over all partners', () => {
  it('is used up by the amount of each line', () => {
    expect(earned({ limits: [BUDGET] }, TWO)).toBe('P1 10, P2 15');
  });

  it('is used up by what is left of an amount, not by what was cut off before', () => {
    const each = { of: 'payout', scope: 'partner', max: '120' };
    expect(earned({ limits: [BUDGET, each] }, TWO)).toBe('P1 12, P2 12');
    expect(earned({ limits: [{ ...BUDGET, max: '15' }, each] }, TWO)).toBe('P1 6, P2 9');
  });

  it('is used up without lines by what is paid without them, in the order of partners', () => {
    const fixed = {
      formula: 'fixed',
      tiers: { boundary: 'atLeast', rows: [{ from: '0', amount: '15' }] },
      limits: [BUDGET],
    };
    const master = masterOfTexts({ partners: { P2: {}, P1: {} } });
    expect(earned(fixed, [], master)).toBe('P1 15, P2 10');
    expect(earned({ ...fixed, limits: [{ ...BUDGET, order: 'proRata' }] }, [], master)).toBe(
      'P1 12.5, P2 12.5',
    );
  });

  it('leaves alone what is to be paid back', () => {
    const term = {
      limits: [BUDGET],
      returns: { linked: 'originalWindow', unlinked: 'returnWindow', negativeWindow: 'mirror' },
    };
    expect(earned(term, [...TWO, ['P3', '01-01', '-300']])).toBe('P1 10, P2 15, P3 -30');
  });
});

describe('a limit over a group', () => {
  const master = masterOfTexts({
    partners: { P1: { group: 'G' }, P2: { group: 'G' }, P3: { group: 'H' }, P4: { group: 'H' } },
  });
  const group = {
    by: 'partner.group',
    target: 'group',
    joiners: { qualifier: 'fromJoining', payout: 'fromJoining' },
    leavers: 'finalTier',
    spreadBy: 'payoutMeasure',
    keptPercent: '0',
  };
  const sales: readonly Sale[] = [...TWO, ['P3', '01-10', '90'], ['P4', '01-11', '30']];

  it.each([
    ['payout', '250', 'P1 10, P2 15, P3 9, P4 3'],
    ['payout', '100', 'P1 10, P2 0, P3 9, P4 1'],
    ['amount', '25', 'P1 10, P2 15, P3 9, P4 3'],
    ['amount', '10', 'P1 10, P2 0, P3 9, P4 1'],
  ])('of the %s: %s for each group', (of, max, expected) => {
    const limits = [{ of, scope: 'group', max, order: 'transactionDate' }];
    expect(earned({ group, limits }, sales, master)).toBe(expected);
  });

  it.each([
    ['payout', '100', 'P1 10, P2 0, P7 10, P8 9.9'],
    ['amount', '10', 'P1 10, P2 0, P7 10, P8 9.9'],
  ])('of the %s leaves who has no group a limit of its own', (of, max, expected) => {
    const limits = [{ of, scope: 'group', max, order: 'transactionDate' }];
    const alone: readonly Sale[] = [...TWO, ['P7', '01-10', '120'], ['P8', '01-11', '99']];
    const low = { boundary: 'atLeast', rows: [{ from: '1', percent: '10' }] };
    expect(earned({ group, limits, tiers: low }, alone, master)).toBe(expected);
  });

  it('a budget over the programme is one for all groups', () => {
    const limits = [{ ...BUDGET, max: '41' }];
    expect(earned({ group, limits }, sales, master)).toBe('P1 10, P2 19, P3 9, P4 3');
  });

  it('of a partner that changes its group is used up by its lines in each', () => {
    const moved = masterOfTexts({
      partners: { P1: [{ group: 'G' }, { from: '2026-01-25', group: 'H' }], P2: { group: 'G' } },
    });
    const of = (max: string) =>
      earned({ group, limits: [{ of: 'payout', scope: 'group', max, order: 'arrival' }] }, TWO, moved);
    const later: readonly Sale[] = [
      ['P1', '01-10', '100'],
      ['P1', '01-30', '100'],
      ['P2', '02-10', '200'],
    ];
    const limits = [{ of: 'payout', scope: 'group', max: '250', order: 'transactionDate' }];
    expect(earned({ group, limits }, later, moved)).toBe('P1 20, P2 15');
    expect(of('300')).toBe('P1 20, P2 20');
    expect(of('250')).toBe('P1 20, P2 15');
    expect(of('90')).toBe('P1 18, P2 0');
  });
});

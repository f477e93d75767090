import { describe, expect, it } from 'vitest';
import { execute } from '../../engine/simple/execute.ts';
import {
  agreementOf,
  dayOf,
  type JsonObject,
  lineOf,
  masterOfTexts,
  type Texts,
  windowsText,
} from '../../test/support/trade.ts';
import { compilePlan } from '../plan/compilePlan.ts';
import type { PlanTerm } from '../plan/plan.ts';
import { apportion } from './apportion.ts';
import { earn } from './earn.ts';

type Sale = readonly [partner: string, day: string, value: string, more?: Texts];

/** "P1 1.00: D0 40, D1 60": the cents of each line in the amount of its partner. */
function shares(term: JsonObject, sales: readonly Sale[], groups: readonly [string, string][]): string[] {
  const [[before, after]] = groups as [[string, string]];
  const master = masterOfTexts({
    partners: {
      P1: [{ group: before }, { from: '2026-07-01', group: after }],
      P2: { group: 'G' },
      P3: { group: 'H' },
    },
    products: { A: {}, B: {} },
  });
  const lines = sales.map(([partner, day, netValue, more], row) =>
    lineOf({ document: `D${row}`, partner, invoiceDate: `2026-${day}`, netValue, ...more }),
  );
  const context = { master, effective: dayOf('2026-12-31') };
  const plan = compilePlan(agreementOf(term), master);
  const planned = plan.terms[0] as PlanTerm;
  return earn(plan, execute(plan, lines, context), context).map((earning) => {
    const each = apportion(earning, planned, lines, context).map(
      ({ line, shareMinor }) => `${line.document} ${shareMinor}`,
    );
    return `${earning.partner} ${earning.amount.minor}: ${each.join(', ')}`;
  });
}

const group = {
  by: 'partner.group',
  target: 'group',
  joiners: { qualifier: 'fromJoining', payout: 'fromJoining' },
  leavers: 'finalTier',
  spreadBy: 'payoutMeasure',
  keptPercent: '0',
};
const tiers = {
  boundary: 'atLeast',
  rows: [
    { from: '0', percent: '10' },
    { from: '100', percent: '20' },
  ],
};
const SALES: readonly Sale[] = [
  ['P1', '02-01', '10'],
  ['P1', '03-01', '20'],
  ['P1', '10-01', '30'],
  ['P2', '02-01', '5'],
  ['P3', '02-01', '100'],
];

describe('the lines of a partner that moves from one group to the other', () => {
  it('share by their measure, or at the rate of the group that each counts for', () => {
    const by = (apportionment: string) =>
      shares({ group, tiers, apportionment: { by: apportionment, residual: 'largestRemainder' } }, SALES, [
        ['G', 'H'],
      ])[0];
    // 10 % of 30 in G, which has 35; 20 % of 30 in H, which has 130.
    expect(by('ownRate')).toBe('P1 900: D0 100, D1 200, D2 600');
    expect(by('payoutMeasure')).toBe('P1 900: D0 150, D1 300, D2 450');
  });

  it('share what a limit has left each group', () => {
    const limits = [{ of: 'payout', scope: 'group', max: '110', order: 'transactionDate' }];
    const found = (by: string) =>
      shares({ group, tiers, limits, apportionment: { by, residual: 'largestRemainder' } }, SALES, [
        ['G', 'H'],
      ])[0];
    // H has 110 left for both: 100 for P3, which was first, and 10 for the last line of P1.
    expect(found('ownRate')).toBe('P1 500: D0 100, D1 200, D2 200');
    expect(found('payoutMeasure')).toBe('P1 500: D0 125, D1 250, D2 125');
  });

  it('share what a limit has left both groups', () => {
    const limits = [{ of: 'payout', scope: 'group', max: '60', order: 'transactionDate' }];
    const sales: readonly Sale[] = [
      ['P1', '02-01', '100'],
      ['P1', '10-01', '100'],
    ];
    const apportionment = { by: 'payoutMeasure', residual: 'largestRemainder' };
    const [found] = shares({ group, tiers, limits, apportionment }, sales, [['G', 'H']]);
    expect(found).toBe('P1 2400: D0 1200, D1 1200');
  });

  it('share alone what they earn alone', () => {
    const own = { by: 'ownRate', residual: 'largestRemainder' };
    expect(shares({ group, tiers, apportionment: own }, SALES, [['', 'H']])[0]).toBe(
      'P1 900: D0 100, D1 200, D2 600',
    );
  });
});

describe('windows that add up', () => {
  it('share what is new by what a limit has left each line, then and now', () => {
    const term = {
      tiers: { boundary: 'atLeast', rows: [{ from: '0', percent: '10' }] },
      limits: [{ of: 'payout', scope: 'programme', max: '150', order: 'transactionDate' }],
      windows: windowsText('month', { qualifier: { toDate: 'year' }, pays: 'cumulative' }),
    };
    const sales: readonly Sale[] = [
      ['P1', '01-01', '100'],
      ['P1', '01-02', '100'],
      ['P1', '02-01', '100'],
    ];
    expect(shares(term, sales, [['', '']])).toEqual([
      'P1 1500: D0 1000, D1 500',
      'P1 0: D0 0, D1 0, D2 0',
      ...Array(10).fill('P1 0: D0 0, D1 0, D2 0'),
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { execute } from '../../engine/simple/execute.ts';
import { agreementOf, dayOf, type JsonObject, lineOf, windowsText } from '../../test/support/trade.ts';
import { NO_MASTER } from '../master/master.ts';
import { moneyText } from '../money/money.ts';
import { rational } from '../number/rational.ts';
import { compilePlan } from '../plan/compilePlan.ts';
import { apportion } from './apportion.ts';
import { earn } from './earn.ts';
import { NOBODY_ELSE } from './others.ts';
import { NOTHING, type Sum } from './sums.ts';
import type { TakenOver } from './takenOver.ts';

const TIERS = {
  tiers: {
    boundary: 'atLeast',
    rows: [
      { from: '0', percent: '1' },
      { from: '2000', percent: '2' },
    ],
  },
};
const QUARTERS = windowsText('quarter');
const ADDING_UP = windowsText('quarter', { qualifier: { toDate: 'year' }, pays: 'cumulative' });
const LINES = [
  lineOf({ document: 'D1', invoiceDate: '2026-02-02', netValue: '1000' }),
  lineOf({ document: 'D2', invoiceDate: '2026-05-05', netValue: '1000' }),
  lineOf({ document: 'D3', invoiceDate: '2026-08-08', netValue: '500' }),
];

function taken(quarter: number, minor: bigint, late: Sum = NOTHING, partner = 'P1'): TakenOver {
  const starts = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'].map(dayOf);
  const window = { from: starts[quarter - 1] as number, until: starts[quarter] as number };
  return { term: 'volume', partner, window, minor, late };
}

function earned(windows: JsonObject, takenOver: readonly TakenOver[], lines = LINES) {
  const plan = compilePlan(agreementOf({ ...TIERS, windows }), NO_MASTER);
  const context = { master: NO_MASTER, effective: dayOf('2026-12-31') };
  return earn(plan, execute(plan, lines, context), context, NOBODY_ELSE, takenOver);
}

function amounts(...given: Parameters<typeof earned>): string {
  return earned(...given)
    .map(
      ({ partner, amount, blocked }) =>
        `${partner} ${moneyText(amount)}${blocked.lines > 0 ? ' incomplete' : ''}`,
    )
    .join(', ');
}

describe('an amount taken over', () => {
  it.each<[string, JsonObject, readonly TakenOver[], string]>([
    ['none', QUARTERS, [], 'P1 10.00, P1 10.00, P1 5.00'],
    ['stands whatever the lines give', QUARTERS, [taken(1, 999n)], 'P1 9.99, P1 10.00, P1 5.00'],
    ['of nothing', QUARTERS, [taken(1, 0n)], 'P1 0.00, P1 10.00, P1 5.00'],
    ['below nothing', QUARTERS, [taken(1, -1n)], 'P1 -0.01, P1 10.00, P1 5.00'],
    [
      'of somebody without lines',
      QUARTERS,
      [taken(1, 7n, NOTHING, 'P2')],
      'P1 10.00, P1 10.00, P1 5.00, P2 0.07',
    ],
    [
      'that lines came after',
      QUARTERS,
      [taken(1, 999n, { value: rational(9n), lines: 1 })],
      'P1 9.99 incomplete, P1 10.00, P1 5.00',
    ],
    ['none, and windows add up', ADDING_UP, [], 'P1 10.00, P1 30.00, P1 10.00, P1 0.00'],
    [
      'of the first of windows that add up',
      ADDING_UP,
      [taken(1, 1100n)],
      'P1 11.00, P1 29.00, P1 10.00, P1 0.00',
    ],
    ['of the second', ADDING_UP, [taken(2, 2900n)], 'P1 10.00, P1 29.00, P1 11.00, P1 0.00'],
    ['of both', ADDING_UP, [taken(1, 1100n), taken(2, 2800n)], 'P1 11.00, P1 28.00, P1 11.00, P1 0.00'],
  ])('%s', (_, windows, takenOver, expected) => {
    expect(amounts(windows, takenOver)).toBe(expected);
  });

  it('makes windows that add up complete, though a total is cut by those before', () => {
    const half = lineOf({
      document: 'H',
      invoiceDate: '2026-06-30',
      takenOverFrom: '2026-01-01',
      netValue: '2000',
    });
    const lines = [half, ...LINES.slice(2)];
    const all = 'P1 0.00 incomplete, P1 40.00 incomplete, P1 10.00 incomplete, P1 0.00 incomplete';
    expect(amounts(ADDING_UP, [], lines)).toBe(all);
    expect(amounts(ADDING_UP, [taken(1, 1000n), taken(2, 3000n)], lines)).toBe(
      'P1 10.00, P1 30.00, P1 10.00, P1 0.00',
    );
  });

  it('is explained as such, and no line has a part of it', () => {
    const [first] = earned(QUARTERS, [taken(1, 999n)]);
    if (first === undefined) throw new Error('nothing was earned');
    expect(first.explanation.steps.map(({ kind }) => kind)).toEqual(['takenOverAmount']);
    const plan = compilePlan(agreementOf({ ...TIERS, windows: QUARTERS }), NO_MASTER);
    const [planned] = plan.terms;
    const shares =
      planned && apportion(first, planned, LINES, { master: NO_MASTER, effective: dayOf('2026-12-31') });
    expect(shares?.map(({ line, shareMinor }) => [line.document, shareMinor])).toEqual([['D1', undefined]]);
  });
});

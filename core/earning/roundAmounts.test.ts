import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  earningsOf,
  type JsonObject,
  lineOf,
  masterOfTexts,
  type Texts,
  windowsText,
} from '../../test/support/trade.ts';
import { type Master, NO_MASTER } from '../master/master.ts';
import { moneyText } from '../money/money.ts';

type Sale = readonly [month: string, value: string, more?: Texts];

const TO_DATE = windowsText('month', { qualifier: { toDate: 'year' }, pays: 'cumulative' });
const TWO_PERCENT = { tiers: { boundary: 'atLeast', rows: [{ from: '1', percent: '2' }] } };

/** "P1 20.00, P2 4.50": every amount above or below zero, in the order of the earnings. */
function amounts(
  term: JsonObject,
  sales: readonly Sale[],
  master: Master = NO_MASTER,
  differs: JsonObject = {},
): string {
  const lines = sales.map(([month, netValue, more], index) =>
    lineOf({ document: `D${index}`, invoiceDate: `2026-${month}-05`, netValue, ...more }),
  );
  return earningsOf(agreementOf({ ...TWO_PERCENT, ...term }, differs), lines, '2026-12-31', master)
    .filter(({ amount }) => amount.minor !== 0n)
    .map(({ partner, amount }) => `${partner} ${moneyText(amount)}`)
    .join(', ');
}

const MONTHLY: readonly Sale[] = [
  ['06', '1000'],
  ['07', '1000'],
  ['08', '1000'],
];

describe('windows that add up', () => {
  const group = (joiners: string) => ({
    by: 'partner.group',
    target: 'group',
    joiners: { qualifier: joiners, payout: joiners },
    leavers: 'finalTier',
    spreadBy: 'payoutMeasure',
    keptPercent: '0',
  });

  it.each([
    ['Z', 'B', 'fromJoining'],
    ['B', 'Z', 'fromJoining'],
    ['Z', 'B', 'wholeWindow'],
    ['', 'B', 'wholeWindow'],
    ['B', '', 'wholeWindow'],
  ])('pay a partner that moves from group "%s" to "%s" once (%s)', (before, after, joiners) => {
    const moved = [{ group: before }, { from: '2026-07-01', group: after }];
    const master = masterOfTexts({ partners: { P1: moved }, products: { A: {} } });
    const term = { windows: TO_DATE, group: group(joiners) };
    expect(amounts(term, MONTHLY, master)).toBe('P1 20.00, P1 20.00, P1 20.00');
  });

  it('keep what the earlier ones have earned where the last one is forfeited', () => {
    const ended = (openWindows: string) => ({ termination: { lastDay: '2026-08-15', openWindows } });
    expect(amounts({ windows: TO_DATE }, MONTHLY, NO_MASTER, ended('forfeit'))).toBe('P1 20.00, P1 20.00');
    expect(amounts({ windows: TO_DATE }, MONTHLY, NO_MASTER, ended('settleToDate'))).toBe(
      'P1 20.00, P1 20.00, P1 20.00',
    );
    const first = { termination: { lastDay: '2026-06-15', openWindows: 'forfeit' } };
    expect(amounts({ windows: TO_DATE }, MONTHLY, NO_MASTER, first)).toBe('');
  });
});

describe('the sum over all partners of a window', () => {
  const PROGRAMME = {
    tiers: { boundary: 'atLeast', rows: [{ from: '1', percent: '1' }] },
    returns: { linked: 'originalWindow', unlinked: 'returnWindow', negativeWindow: 'mirror' },
    rounding: { grain: 'programmeWindow', mode: 'halfAwayFromZero', unitRate: 'none' },
  };
  const by = (...values: readonly string[]): Sale[] =>
    values.map((value, index) => ['01', value, { partner: `P${index + 1}`, quantity: '' }]);

  it.each([
    [by('500', '300.4'), 'P1 5.00, P2 3.00'],
    [by('100.4', '100.4', '100.4'), 'P1 1.01, P2 1.00, P3 1.00'],
    [by('500', '-500'), 'P1 5.00, P2 -5.00'],
    [by('500', '-499.4'), 'P1 5.00, P2 -4.99'],
    [by('-100.4', '-100.4', '-100.4'), 'P1 -1.00, P2 -1.00, P3 -1.01'],
  ])('%s is %s: nobody gains or loses more than the sum was rounded by', (sales, expected) => {
    expect(amounts(PROGRAMME, sales)).toBe(expected);
  });
});

describe('rounding line by line', () => {
  const byLine = (mode: string, by = 'payoutMeasure') => ({
    tiers: { boundary: 'atLeast', rows: [{ from: '0', percent: '2' }] },
    rounding: { grain: 'line', mode, unitRate: 'none' },
    apportionment: { by, residual: 'largestRemainder' },
  });
  const three: readonly Sale[] = [
    ['06', '0.25'],
    ['07', '0.25'],
    ['08', '0.25'],
  ];

  it.each([
    ['floor', ''],
    ['awayFromZero', 'P1 0.03'],
    ['halfUp', 'P1 0.03'],
    ['halfDown', ''],
  ])('%s of 0.005 three times: %s', (mode, expected) => {
    expect(amounts(byLine(mode), three)).toBe(expected);
  });

  it('is that of the whole where lines come to nothing and something is paid', () => {
    const fixed = {
      formula: 'lumpSum',
      qualifier: { of: 'count', what: 'document' },
      tiers: { boundary: 'atLeast', rows: [{ from: '1', amount: '10.006' }] },
    };
    const back: readonly Sale[] = [
      ['06', '10'],
      ['07', '-10'],
    ];
    expect(amounts({ ...byLine('halfUp'), ...fixed }, back)).toBe('P1 10.01');
  });
});

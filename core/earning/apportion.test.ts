import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  dayOf,
  earningsOf,
  fractionOf,
  type JsonObject,
  lineOf,
  planTermOf,
  type Texts,
  UNITS,
  windowsText,
} from '../../test/support/trade.ts';
import type { Line } from '../fact/line.ts';
import { NO_MASTER } from '../master/master.ts';
import { apportion, type LineShare } from './apportion.ts';

const CONTEXT = { master: NO_MASTER, effective: dayOf('2027-12-31') };

/** The shares of the earning of P1 in the window that starts on a day. */
function sharesOf(
  term: JsonObject,
  lines: readonly Line[],
  from = '2026-01-01',
  differs: JsonObject = {},
): LineShare[] {
  const agreement = agreementOf(term, differs);
  const earning = earningsOf(agreement, lines).find(
    ({ partner, window }) => partner === 'P1' && window.from === dayOf(from),
  );
  if (earning === undefined) throw new Error('P1 has no earning');
  return apportion(earning, planTermOf(agreement), lines, CONTEXT);
}

function written(shares: readonly LineShare[]): string {
  return shares.map(({ line, shareMinor }) => `${line.document} ${shareMinor}`).join(', ');
}

function line(document: string, netValue: string, more: Texts = {}): Line {
  return lineOf({ document, netValue, ...more });
}

const THREE = [line('D3', '1000'), line('D1', '1000'), line('D2', '1000.75')];

describe('the lines behind an amount', () => {
  it('get their shares by payout measure, in the order of their keys', () => {
    expect(written(sharesOf({}, THREE))).toBe('D1 2000, D2 2002, D3 2000');
    expect(written(sharesOf({}, THREE.toReversed()))).toBe('D1 2000, D2 2002, D3 2000');
  });

  it('say what each added to all payouts together', () => {
    const payout = (id: string, basis: string) => ({ id, measure: { of: 'value', basis } });
    const parts = [
      { part: 'a', percent: '1' },
      { part: 'b', percent: '1' },
    ];
    const term = {
      payout: { of: 'parts', parts: [payout('a', 'net'), payout('b', 'gross')] },
      tiers: { boundary: 'atLeast', rows: [{ from: '0', parts }] },
    };
    const [share] = sharesOf(term, [line('D1', '100', { grossValue: '119' })]);
    expect(share?.payout).toEqual(fractionOf('219'));
  });

  it('say what each added, and when', () => {
    const lines = [line('D1', '1200', { quantity: '3' })];
    const [share] = sharesOf(
      { qualifier: UNITS, tiers: { boundary: 'atLeast', rows: [{ from: '1', percent: '2' }] } },
      lines,
    );
    expect(share).toEqual({
      line: lines[0],
      placedOn: dayOf('2026-02-03'),
      qualifier: fractionOf('3'),
      payout: fractionOf('1200'),
      weight: fractionOf('1200'),
      shareMinor: 2400n,
    });
  });

  it('are those that counted for this partner in this window', () => {
    const quarters = { windows: windowsText('quarter') };
    const lines = [
      line('D1', '1000'),
      line('D2', '1000', { invoiceDate: '2026-04-01' }),
      line('D3', '1000', { partner: 'P2' }),
      line('D4', '1000', { side: 'purchase' }),
      line('D5', '1000', { currency: 'USD' }),
    ];
    expect(written(sharesOf(quarters, lines))).toBe('D1 2000');
    expect(written(sharesOf(quarters, lines, '2026-04-01'))).toBe('D2 2000');
  });

  it('are not those of the baseline', () => {
    const baseline = {
      source: 'sameWindowPreviousYear',
      growthAs: 'percent',
      whenNotPositive: { policy: 'paysNothing' },
      likeForLike: 'no',
    };
    const lines = [line('D1', '1500'), line('D0', '1000', { invoiceDate: '2025-05-05' })];
    expect(
      written(
        sharesOf(
          {
            formula: 'growthWhole',
            baseline,
            tiers: { boundary: 'atLeast', rows: [{ from: '110', percent: '2' }] },
          },
          lines,
        ),
      ),
    ).toBe('D1 3000');
  });

  it('get no share where their measures sum to zero and nothing says how to spread', () => {
    const lump = {
      formula: 'lumpSum',
      qualifier: UNITS,
      tiers: { boundary: 'atLeast', rows: [{ from: '1', amount: '50' }] },
    };
    const lines = [line('D1', '10'), line('D2', '-10')];
    const shares = sharesOf(lump, lines);
    expect(shares.map(({ line: { document } }) => document)).toEqual(['D1', 'D2']);
    expect(shares.some((share) => 'shareMinor' in share)).toBe(false);
  });

  it('spread a lump sum to the cent, ties by key', () => {
    const lump = { formula: 'lumpSum', tiers: { boundary: 'atLeast', rows: [{ from: '1', amount: '100' }] } };
    const equal = ['D3', 'D1', 'D2'].map((document) => line(document, '10'));
    expect(written(sharesOf(lump, equal))).toBe('D1 3334, D2 3333, D3 3333');
  });
});

describe('the lines of windows that add up', () => {
  const TO_DATE = {
    windows: windowsText('month', { qualifier: { toDate: 'year' }, pays: 'cumulative' }),
    returns: { linked: 'returnWindow', unlinked: 'returnWindow', negativeWindow: 'zero' },
    tiers: {
      boundary: 'atLeast',
      rows: [
        { from: '1', percent: '1' },
        { from: '2000', percent: '5' },
      ],
    },
  };
  const sales = (...values: readonly string[]) =>
    values.map((value, index) => line(`D${index}`, value, { invoiceDate: `2026-0${index + 1}-05` }));
  const monthly = (term: JsonObject, ...values: readonly string[]) =>
    values.map((_, index) =>
      written(sharesOf({ ...TO_DATE, ...term }, sales(...values), `2026-0${index + 1}-01`)),
    );

  it('have what they have of the sum now, less what they had before', () => {
    expect(monthly({}, '1000', '999', '1', '-1')).toEqual([
      'D0 1000',
      'D0 0, D1 999',
      'D0 4000, D1 3996, D2 5',
      'D0 -4000, D1 -3996, D2 -4, D3 -1',
    ]);
  });

  it('have nothing of a sum that is nothing, and all of it again when it is something', () => {
    expect(monthly({}, '1000', '-1000', '500')).toEqual([
      'D0 1000',
      'D0 -1000, D1 0',
      'D0 1000, D1 -1000, D2 500',
    ]);
  });
});

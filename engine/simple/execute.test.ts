import { describe, expect, it } from 'vitest';
import { cellKey } from '../../core/cell/cell.ts';
import { NO_MASTER } from '../../core/master/master.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { agreementOf, agreementText, dayOf, lineOf, UNITS, windowsText } from '../../test/support/trade.ts';
import { execute } from './execute.ts';

const QUARTERS = { windows: windowsText('quarter') };
const TERMS = [
  { id: 'b', ...QUARTERS },
  { id: 'a', qualifier: UNITS },
].flatMap((term) => agreementText(term).terms as Json[]);
const PLAN = compilePlan(agreementOf({}, { terms: TERMS }), NO_MASTER);
const CONTEXT = { master: NO_MASTER, effective: dayOf('2026-06-30') };
const LINES = [
  lineOf({ document: 'D1', netValue: '10.50', quantity: '2' }),
  lineOf({ document: 'D2', netValue: '4.25', quantity: '1' }),
  lineOf({ document: 'D3', partner: 'P0', invoiceDate: '2026-05-01', unit: 'CS', netValue: '7' }),
  lineOf({ document: 'D4', invoiceDate: '2026-07-01', netValue: '100' }),
  lineOf({ document: 'D5', side: 'purchase', netValue: '1000', currency: 'USD' }),
  lineOf({ document: 'D6', currency: 'USD', netValue: '50', quantity: '8' }),
];

describe('the simple executor', () => {
  const { cells, tallies } = execute(PLAN, LINES, CONTEXT);

  it('sums per term, partner, window and slot, in the order of the keys', () => {
    expect(
      cells.map(({ term, partner, window, slot, sum, scale, lines }) => [
        term,
        partner,
        window.from - dayOf('2026-01-01'),
        slot,
        sum,
        scale,
        lines,
      ]),
    ).toEqual([
      ['a', 'P0', 0, 'blocked', 7_000_000_000n, 9, 1],
      ['a', 'P1', 0, 'blocked', 0n, 9, 1],
      ['a', 'P1', 0, 'payout.payout', 14_750_000_000n, 9, 2],
      ['a', 'P1', 0, 'qualifier', 3_000_000_000n, 9, 2],
      ['b', 'P0', 90, 'payout.payout', 7_000_000_000n, 9, 1],
      ['b', 'P0', 90, 'qualifier', 7_000_000_000n, 9, 1],
      ['b', 'P1', 0, 'blocked', 0n, 9, 1],
      ['b', 'P1', 0, 'payout.payout', 14_750_000_000n, 9, 2],
      ['b', 'P1', 0, 'qualifier', 14_750_000_000n, 9, 2],
    ]);
    const keys = cells.map(cellKey);
    expect(keys).toEqual(keys.toSorted());
  });

  it('leaves no line out: each is in one tally of each term', () => {
    expect(
      tallies.map(({ term, state, reason, lines, netValue }) => [
        term,
        state,
        reason,
        lines,
        netValue / 10n ** 7n,
      ]),
    ).toEqual([
      ['a', 'blocked', 'noExchangeRate', 1, 5000n],
      ['a', 'blocked', 'noUnitPath', 1, 700n],
      ['a', 'counted', '', 2, 1475n],
      ['a', 'excluded', 'afterEffectiveDay', 1, 10_000n],
      ['a', 'excluded', 'otherSide', 1, 100_000n],
      ['b', 'blocked', 'noExchangeRate', 1, 5000n],
      ['b', 'counted', '', 3, 2175n],
      ['b', 'excluded', 'afterEffectiveDay', 1, 10_000n],
      ['b', 'excluded', 'otherSide', 1, 100_000n],
    ]);
    for (const term of ['a', 'b']) {
      const own = tallies.filter((tally) => tally.term === term);
      expect(own.reduce((sum, { lines }) => sum + lines, 0)).toBe(LINES.length);
    }
  });

  it('leaves every window incomplete that a waiting return may touch, and tallies the return once', () => {
    const reference = {
      returnOfDocument: 'D9',
      returnOfLine: '1',
      netValue: '-3',
      invoiceDate: '2026-04-01',
    };
    const waiting = execute(PLAN, [lineOf(reference)], CONTEXT);
    const own = waiting.cells.filter(({ term }) => term === 'b');
    expect(
      own.map(({ window, slot, sum, lines }) => [window.from - dayOf('2026-01-01'), slot, sum, lines]),
    ).toEqual([
      [0, 'blocked', -3_000_000_000n, 1],
      [90, 'blocked', -3_000_000_000n, 1],
    ]);
    expect(waiting.tallies.map(({ term, reason, lines }) => [term, reason, lines])).toEqual([
      ['a', 'returnOriginalUnknown', 1],
      ['b', 'returnOriginalUnknown', 1],
    ]);
  });

  it('takes lines one by one, from whatever brings them', () => {
    function* one() {
      yield* LINES;
    }
    expect(execute(PLAN, one(), CONTEXT)).toEqual({ cells, tallies, streams: new Map() });
    expect(execute(PLAN, LINES.toReversed(), CONTEXT)).toEqual({ cells, tallies, streams: new Map() });
    expect(execute(PLAN, [], CONTEXT)).toEqual({ cells: [], tallies: [], streams: new Map() });
  });

  it('adds quantity at price with the places of both', () => {
    const atPrice = { of: 'value', basis: 'stockedAtPrice' };
    const plan = compilePlan(agreementOf({ qualifier: atPrice, payout: atPrice }), NO_MASTER);
    const line = lineOf({ stockedQuantity: '0.000000001', unitPrice: '0.000000001' });
    const sums = execute(plan, [line, { ...line, document: 'D2' }], CONTEXT).cells;
    expect(sums.map(({ slot, sum, scale }) => [slot, sum, scale])).toEqual([
      ['payout.payout', 2n, 18],
      ['qualifier', 2n, 18],
    ]);
  });
});

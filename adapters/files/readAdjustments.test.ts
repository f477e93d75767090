import { describe, expect, it } from 'vitest';
import type { Adjustment } from '../../core/earning/adjustment.ts';
import { adjustmentTexts } from '../../core/earning/adjustmentTexts.ts';
import { dayOf } from '../../test/support/trade.ts';
import { decodeAdjustments } from './readAdjustments.ts';

const YEAR = { from: dayOf('2026-01-01'), until: dayOf('2027-01-01') };
const GIVEN: readonly Adjustment[] = [
  {
    ...{
      id: 'a',
      term: 'volume',
      partner: 'P1',
      kind: 'lumpSum',
      wording: 'Season',
      expiresOn: dayOf('2027-03-31'),
    },
    parts: [
      { window: YEAR, countsFrom: dayOf('2026-03-01'), minor: 2500n },
      { window: YEAR, countsFrom: dayOf('2026-06-01'), minor: -5n },
    ],
  },
  {
    ...{ id: 'b', term: 'volume', partner: 'P1', kind: 'goodwill', withdraws: 'a' },
    parts: [{ window: YEAR, countsFrom: dayOf('2026-07-01'), minor: -2495n }],
  },
];
const texts = adjustmentTexts(GIVEN, 'EUR');

describe('a file of adjustments', () => {
  it('is read as it was written, in the currency of its agreement', () => {
    expect(decodeAdjustments(JSON.parse(JSON.stringify(texts)), 'EUR')).toEqual({ ok: true, value: GIVEN });
    expect(adjustmentTexts([...GIVEN].reverse(), 'EUR')).toEqual(texts);
  });

  it.each<[string, unknown, string]>([
    ['no list', {}, ''],
    ['another kind', [{ ...texts[0], kind: 'gift' }], '[0].kind'],
    ['a field that nobody knows', [{ ...texts[0], reason: 'ours' }], '[0].reason'],
    ['no parts', [{ ...texts[0], parts: [] }], '[0].parts'],
    ['a day that is none', [{ ...texts[0], expiresOn: '2026-02-30' }], '[0]'],
    ['a window that ends before it begins', [part({ lastDay: '2025-12-31' })], '[0]'],
    ['an amount finer than its currency', [part({ amount: '1.001' })], '[0]'],
    ['no amount', [part({ amount: 'much' })], '[0]'],
    ['one that is named twice', [texts[0], texts[0]], '[1].id'],
  ])('is refused: %s', (_, file, at) => {
    expect(decodeAdjustments(file, 'EUR')).toMatchObject({
      ...{ ok: false, refusals: [{ code: 'adjustments-invalid', at }] },
    });
  });
});

function part(differs: object) {
  return { ...texts[0], parts: [{ ...texts[0]?.parts[0], ...differs }] };
}

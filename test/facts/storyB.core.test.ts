import { describe, expect, it } from 'vitest';
import { apportion } from '../../core/earning/apportion.ts';
import type { Earning } from '../../core/earning/earning.ts';
import { exactText } from '../../core/explanation/operands.ts';
import type { Line } from '../../core/fact/line.ts';
import { NO_MASTER } from '../../core/master/master.ts';
import { allocate } from '../../core/money/allocate.ts';
import { moneyText } from '../../core/money/money.ts';
import { ZERO } from '../../core/number/rational.ts';
import {
  agreementOf,
  dayOf,
  earningsOf,
  type JsonObject,
  lineOf,
  planTermOf,
  windowsText,
} from '../support/trade.ts';

/**
 * Supplier rebate, marginal by the value taken into stock. The figures were worked out by two
 * independent programs before this one was written; claim, receipt and ledger come later.
 */
function termOn(basis: string, formula = 'marginal'): JsonObject {
  const measure = { of: 'value', basis };
  const rows = [
    { from: '0', percent: '1' },
    { from: '50000', percent: '2.5' },
    { from: '120000', percent: '4' },
  ];
  return {
    transactions: 'purchase',
    date: 'receipt',
    qualifier: measure,
    payout: measure,
    windows: windowsText('halfYear'),
    formula,
    tiers: { boundary: 'atLeast', rows },
  };
}

const HALF_YEAR = {
  direction: 'supplierRebate',
  validity: { firstDay: '2026-01-01', lastDay: '2026-06-30' },
};

/** Line, ordered, received, rejected, stocked, price. */
const LINES: readonly (readonly [string, string, string, string, string, string])[] = [
  ['B1', '500', '500', '20', '480', '83.40'],
  ['B2', '250', '250', '0', '250', '61.15'],
  ['B3', '1000', '960', '0', '960', '47.25'],
  ['B4', '300', '300', '10', '290', '128.90'],
];

function facts(priceOfB3 = '47.25'): Line[] {
  return LINES.map(([document, ordered, received, rejected, stocked, price]) =>
    lineOf({
      document,
      side: 'purchase',
      invoiceDate: '',
      receiptDate: '2026-05-01',
      quantity: '',
      orderedQuantity: ordered,
      receivedQuantity: received,
      rejectedQuantity: rejected,
      stockedQuantity: stocked,
      unitPrice: document === 'B3' ? priceOfB3 : price,
      netValue: '',
    }),
  );
}

function earned(term: JsonObject, lines: readonly Line[]): Earning {
  return earningsOf(agreementOf(term, HALF_YEAR), lines)[0] as Earning;
}

const STOCKED = termOn('stockedAtPrice');

describe('story B on the pure core', () => {
  it('earns 2,972.42 on 138,060.50', () => {
    const earning = earned(STOCKED, facts());
    expect([exactText(earning.payouts.get('payout')?.value ?? ZERO), moneyText(earning.amount)]).toEqual([
      '138060.5',
      '2972.42',
    ]);
  });

  it('claims it line by line, by value share', () => {
    const shares = apportion(earned(STOCKED, facts()), planTermOf(agreementOf(STOCKED, HALF_YEAR)), facts(), {
      master: NO_MASTER,
      effective: dayOf('2026-06-30'),
    });
    expect(
      shares.map(({ line, payout, shareMinor }) => [line.document, exactText(payout), shareMinor]),
    ).toEqual([
      ['B1', '40032', 86_188n],
      ['B2', '15287.5', 32_914n],
      ['B3', '45360', 97_659n],
      ['B4', '37381', 80_481n],
    ]);
  });

  it('leaves 582.71 in inventory: 27,065.00 of the value are still in stock', () => {
    const parts = [
      { key: 'inventory', weight: 2_706_500n },
      { key: 'cost of goods', weight: 13_806_050n - 2_706_500n },
    ];
    expect(allocate(297_242n, parts)).toEqual([58_271n, 238_971n]);
  });

  it('splits the shortfall in the named order: price 11.52, then validity 1,201.11', () => {
    const price = earned(STOCKED, facts('46.95')).amount.minor;
    const validity = earned(STOCKED, facts('46.95').slice(0, 3)).amount.minor;
    expect([price, validity]).toEqual([296_090n, 175_979n]);
    expect([297_242n - price, price - validity]).toEqual([1152n, 120_111n]);
    const validityFirst = earned(STOCKED, facts().slice(0, 3)).amount.minor;
    expect([297_242n - validityFirst, validityFirst - validity]).toEqual([120_543n, 720n]);
  });

  it.each([
    ['what was ordered', termOn('orderedAtPrice'), '3166.30'],
    ['what was received', termOn('receivedAtPrice'), '3090.70'],
    ['the rate reached on everything', termOn('stockedAtPrice', 'wholeVolume'), '5522.42'],
  ])('is not paid by %s', (_, term, wrong) => {
    expect(moneyText(earned(term, facts()).amount)).toBe(wrong);
  });
});

import { describe, expect, it } from 'vitest';
import type { Earning } from '../../core/earning/earning.ts';
import { knownLines } from '../../core/fact/knownLines.ts';
import type { Line } from '../../core/fact/line.ts';
import { moneyText } from '../../core/money/money.ts';
import { agreementOf, earningsOf, type JsonObject, lineOf, masterOfTexts } from '../support/trade.ts';

/**
 * Full pallets with mixed units. The figures were worked out by two independent programs before
 * this one was written; they are specification, and no test may be made to pass by changing them.
 */
const BEFORE = {
  W1: [
    { 'unit.CS': '12 EA', 'unit.PF': '48 CS' },
    { from: '2026-03-15', 'unit.CS': '12 EA', 'unit.PF': '40 CS' },
  ],
  W2: { 'unit.CS': '6 EA', 'unit.PF': '60 CS' },
  W3: {},
};
const FACTORS = {
  before: masterOfTexts({ products: BEFORE }),
  after: masterOfTexts({ products: { ...BEFORE, W3: { 'unit.CS': '24 EA', 'unit.PF': '50 CS' } } }),
};

function pallets(differs: JsonObject = {}): JsonObject {
  return {
    of: 'pallets',
    basis: 'invoiced',
    unit: 'PF',
    level: 'delivery',
    mixed: false,
    returns: 'reduce',
    counts: 'pallets',
    ...differs,
  };
}

function logistics(differs: JsonObject = {}): JsonObject {
  const { whole = { of: 'quantity', basis: 'invoiced', unit: 'EA' }, part, ...measure } = differs;
  return {
    date: 'delivery',
    qualifier: pallets(measure),
    payout: pallets(measure),
    windows: {
      payout: 'quarter',
      qualifier: 'payoutWindow',
      pays: 'own',
      cut: 'fullThreshold',
      targets: 'same',
    },
    tiers: { boundary: 'atLeast', rows: [{ from: '0', perUnit: '8.75' }] },
    gates: {
      need: 'all',
      within: 'window',
      tests: [
        {
          share: { part: part ?? pallets({ ...measure, counts: { units: 'EA' } }), whole },
          boundary: 'atLeast',
          percent: '80',
        },
      ],
    },
    conversion: { units: { factorsAsOf: 'delivery' }, currency: 'none' },
  };
}

const QUARTER = { validity: { firstDay: '2026-01-01', lastDay: '2026-03-31' } };

/** Delivery, day, product, quantity, unit. */
const DELIVERIES: readonly (readonly [string, string, string, string, string])[] = [
  ['D1', '2026-03-02', 'W1', '2', 'PF'],
  ['D1', '2026-03-02', 'W1', '10', 'CS'],
  ['D2', '2026-03-10', 'W1', '30', 'CS'],
  ['D2', '2026-03-10', 'W1', '18', 'CS'],
  ['D2', '2026-03-10', 'W2', '400', 'EA'],
  ['D3', '2026-03-20', 'W1', '960', 'EA'],
  ['D4', '2026-03-25', 'W2', '30', 'CS'],
  ['D4', '2026-03-25', 'W1', '240', 'EA'],
  ['D5', '2026-03-28', 'W3', '100', 'CS'],
];
const LINES = DELIVERIES.map(([delivery, deliveryDate, product, quantity, unit], index) =>
  lineOf({
    document: `INV-${delivery}`,
    line: String(index + 1),
    deliveryDate,
    invoiceDate: deliveryDate,
    product,
    quantity,
    unit,
    'attribute.delivery': delivery,
  }),
);
const RETURN = lineOf({
  document: 'CN-1',
  line: '1',
  deliveryDate: '2026-04-03',
  invoiceDate: '2026-04-03',
  product: 'W1',
  quantity: '-24',
  netValue: '-10.00',
  'attribute.delivery': 'RETURNS',
  returnOfDocument: 'INV-D3',
  returnOfLine: '6',
});

function quarter(lines: readonly Line[], master = FACTORS.after, term = logistics()): Earning {
  const rows = lines.map((line, row) => ({ file: 0, document: '', row, line }));
  const known = knownLines(rows, undefined).lines;
  const [earning] = earningsOf(agreementOf(term, QUARTER), known, '2026-04-30', master);
  if (earning === undefined) throw new Error('nothing earned');
  return earning;
}

function amount(...args: Parameters<typeof quarter>): string {
  return moneyText(quarter(...args).amount);
}

const WITHOUT_D5 = LINES.slice(0, -1);

describe('story D: full pallets per delivery and product', () => {
  it('without a factor D5 is blocked and the amount is incomplete', () => {
    const earning = quarter(LINES, FACTORS.before);
    expect([moneyText(earning.amount), earning.blocked.lines]).toEqual(['52.50', 1]);
  });

  it.each([
    ['the factor is known', LINES, '70.00'],
    ['24 come back from D3', [...LINES, RETURN], '61.25'],
    ['without D5 the return takes the gate away', [...WITHOUT_D5, RETURN], '0.00'],
  ])('%s', (_, lines, expected) => {
    expect(amount(lines)).toBe(expected);
  });

  it('a return that does not break pallets leaves them', () => {
    expect(amount([...WITHOUT_D5, RETURN], FACTORS.after, logistics({ returns: 'doNotBreak' }))).toBe(
      '52.50',
    );
  });

  it.each([
    ['with D5', LINES, '61.25'],
    ['without', WITHOUT_D5, '0.00'],
  ])('per line %s', (_, lines, expected) => {
    expect(amount(lines, FACTORS.after, logistics({ level: 'line' }))).toBe(expected);
  });

  it('mixed pallets add exact fractions before they are floored', () => {
    const mixed = logistics({
      mixed: true,
      part: pallets({ mixed: true }),
      whole: { of: 'quantity', basis: 'invoiced', unit: 'PF' },
    });
    expect(amount(LINES, FACTORS.after, mixed)).toBe('78.75');
  });

  it('says how much of the quarter stands on full pallets', () => {
    const text = JSON.stringify(quarter(LINES).explanation);
    expect(text).toContain('136200/1507');
  });
});

describe('wrong answers to story D', () => {
  it('61.25 takes the factor of the first version for all days', () => {
    const undated = masterOfTexts({
      products: {
        ...BEFORE,
        W1: { 'unit.CS': '12 EA', 'unit.PF': '48 CS' },
        W3: { 'unit.CS': '24 EA', 'unit.PF': '50 CS' },
      },
    });
    expect(amount(LINES, undated)).toBe('61.25');
    expect(amount(LINES)).not.toBe('61.25');
  });
  it('the return line alone is no pallet below zero', () => {
    expect(amount([RETURN])).toBe('0.00');
  });
});

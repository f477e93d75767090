import { describe, expect, it } from 'vitest';
import { knownLines } from '../../core/fact/knownLines.ts';
import type { Line } from '../../core/fact/line.ts';
import { moneyText } from '../../core/money/money.ts';
import {
  agreementOf,
  dayOf,
  earningsOf,
  type JsonObject,
  lineOf,
  masterOfTexts,
  UNITS,
} from '../support/trade.ts';

/**
 * Upsell with a limit on surplus stock. The figures were worked out by two independent programs
 * before this one was written; they are specification, and no test may be made to pass by
 * changing them.
 */
const MASTER = masterOfTexts({ products: { X: { 'unit.CS': '12 EA' } } });

function upsell(order: string, grain = 'partnerWindow'): JsonObject {
  return {
    qualifier: UNITS,
    payout: UNITS,
    windows: {
      payout: 'month',
      qualifier: 'payoutWindow',
      pays: 'own',
      cut: 'fullThreshold',
      targets: 'same',
    },
    formula: 'aboveBase',
    tiers: { boundary: 'atLeast', rows: [{ from: '0', perUnit: '1.35' }] },
    baseline: {
      source: 'sameWindowPreviousYear',
      growthAs: 'difference',
      whenNotPositive: { policy: 'useDefault', value: '0' },
      likeForLike: 'no',
    },
    limits: [{ of: 'payout', scope: 'programme', max: '500', order }],
    conversion: { units: { factorsAsOf: 'invoice' }, currency: 'none' },
    rounding: { grain, mode: 'halfAwayFromZero', unitRate: 'none' },
  };
}

const JUNE = { validity: { firstDay: '2026-06-01', lastDay: '2026-06-30' } };

/** Document, day, partner, quantity, unit, known on; a return names its original. */
const SALES: readonly (readonly [string, string, string, string, string, string, string?])[] = [
  ['base-1', '2025-06-10', 'P1', '100', 'EA', '2025-06-30'],
  ['base-3', '2025-06-20', 'P3', '40', 'EA', '2025-06-30'],
  ['1001', '2026-06-03', 'P1', '90', 'EA', '2026-06-30'],
  ['1002', '2026-06-05', 'P2', '150', 'EA', '2026-06-30'],
  ['1004', '2026-06-10', 'P1', '20', 'CS', '2026-06-30'],
  ['1006', '2026-06-12', 'P3', '15', 'CS', '2026-06-30'],
  ['1003', '2026-06-08', 'P2', '30', 'EA', '2026-07-05'],
  ['1009', '2026-06-20', 'P1', '-60', 'EA', '2026-07-08', '1004'],
];

const LINES: readonly Line[] = SALES.map(
  ([document, invoiceDate, partner, quantity, unit, knownOn, original]) =>
    lineOf({
      document,
      invoiceDate,
      partner,
      quantity,
      unit,
      knownOn,
      product: 'X',
      netValue: String(Number(quantity) * 10),
      ...(original && { returnOfDocument: original, returnOfLine: '1' }),
    }),
);

/** "P1 310.50, P2 …" of June as known on a day. */
function june(known: string, term: JsonObject): string {
  const rows = LINES.map((line, row) => ({ file: 0, document: '', row, line }));
  const lines = knownLines(rows, dayOf(known)).lines;
  return earningsOf(agreementOf(term, JUNE), lines, '2026-07-31', MASTER)
    .map(({ partner, amount }) => `${partner} ${moneyText(amount)}`)
    .join(', ');
}

describe('story C: the limit is used up in the order of the transactions', () => {
  it.each([
    ['2026-06-30', 'P1 310.50, P2 202.50, P3 162.00'],
    ['2026-07-05', 'P1 310.50, P2 243.00, P3 121.50'],
    ['2026-07-08', 'P1 229.50, P2 243.00, P3 189.00'],
  ])('known on %s: %s', (known, expected) => {
    expect(june(known, upsell('transactionDate'))).toBe(expected);
  });

  it('by arrival the late line finds nothing left', () => {
    expect(june('2026-07-05', upsell('arrival'))).toBe('P1 310.50, P2 202.50, P3 162.00');
    expect(june('2026-07-08', upsell('arrival'))).toBe('P1 229.50, P2 243.00, P3 189.00');
  });

  it.each([
    ['2026-06-30', 'P1 298.56, P2 194.71, P3 181.73'],
    ['2026-07-05', 'P1 282.27, P2 220.91, P3 171.82'],
  ])('pro rata, known on %s: %s', (known, expected) => {
    expect(june(known, upsell('proRata', 'programmeWindow'))).toBe(expected);
  });
});

describe('wrong answers to story C', () => {
  it('702.00 gives every partner the whole limit', () => {
    const each = { ...upsell('transactionDate'), limits: [{ of: 'payout', scope: 'partner', max: '500' }] };
    expect(june('2026-06-30', each)).toBe('P1 310.50, P2 202.50, P3 189.00');
    expect(june('2026-06-30', upsell('transactionDate'))).not.toContain('189.00');
  });
});

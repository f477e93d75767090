import { describe, expect, it } from 'vitest';
import { apportion } from '../../core/earning/apportion.ts';
import type { Earning } from '../../core/earning/earning.ts';
import { knownLines } from '../../core/fact/knownLines.ts';
import type { Line } from '../../core/fact/line.ts';
import { type Master, NO_MASTER } from '../../core/master/master.ts';
import { moneyText } from '../../core/money/money.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import { renderStep } from '../../core/wording/renderStep.ts';
import {
  agreementOf,
  dayOf,
  earningsOf,
  type JsonObject,
  lineOf,
  masterOfTexts,
  planTermOf,
} from '../support/trade.ts';

/**
 * Cross-sell gate with a share of the mix. The figures were worked out by two independent programs
 * before this one was written; they are specification, and no test may be made to pass by
 * changing them.
 */
const MASTER = masterOfTexts({
  products: { L: { margin: 'low' }, H1: { margin: 'high' }, H2: { margin: 'high' } },
});
const NET = { of: 'value', basis: 'net' };
const HIGH = [{ attribute: 'product.margin', in: ['high'] }];
const LOW = [{ attribute: 'product.margin', in: ['low'] }];

function crossSell(differs: JsonObject = {}): JsonObject {
  const { within = 'window', ...more } = differs;
  return {
    qualifier: NET,
    payout: {
      of: 'parts',
      parts: [
        { id: 'low', measure: { ...NET, where: LOW } },
        { id: 'high', measure: { ...NET, where: HIGH } },
      ],
    },
    windows: {
      payout: 'quarter',
      qualifier: 'payoutWindow',
      pays: 'own',
      cut: 'fullThreshold',
      targets: 'same',
    },
    tiers: {
      boundary: 'atLeast',
      rows: [
        {
          from: '0',
          parts: [
            { part: 'low', percent: '0.9' },
            { part: 'high', percent: '4' },
          ],
        },
      ],
    },
    gates: {
      need: 'all',
      within,
      tests: [
        { share: { part: { ...NET, where: HIGH }, whole: NET }, boundary: 'atLeast', percent: '20' },
        { measure: { of: 'count', what: 'product', where: HIGH }, boundary: 'atLeast', from: '2' },
      ],
    },
    apportionment: { by: 'ownRate', residual: 'largestRemainder' },
    ...more,
  };
}

const QUARTER = { validity: { firstDay: '2026-04-01', lastDay: '2026-06-30' } };

/** Document and line, invoiced on, product, value, known on; a return names its original. */
const INVOICES: readonly (readonly [string, string, string, string, string, string, string?])[] = [
  ['I1', 'a', '2026-04-08', 'L', '18240.00', '2026-06-30'],
  ['I1', 'b', '2026-04-08', 'H1', '3120.50', '2026-06-30'],
  ['I2', '1', '2026-05-14', 'L', '9416.00', '2026-06-30'],
  ['I3', '1', '2026-06-03', 'H2', '3793.50', '2026-06-30'],
  ['R1', '1', '2026-07-06', 'H2', '-50.00', '2026-07-06', 'I3'],
  ['I4', '1', '2026-06-28', 'H1', '62.50', '2026-07-09'],
];
const LINES: readonly Line[] = INVOICES.map(
  ([document, line, invoiceDate, product, netValue, knownOn, original]) =>
    lineOf({
      document,
      line,
      invoiceDate,
      product,
      netValue,
      knownOn,
      quantity: netValue.startsWith('-') ? '-1' : '1',
      ...(original && { returnOfDocument: original, returnOfLine: '1' }),
    }),
);

function knownAt(known: string, lines = LINES): readonly Line[] {
  const rows = lines.map((line, row) => ({ file: 0, document: '', row, line }));
  return knownLines(rows, dayOf(known)).lines;
}

function quarter(known: string, term = crossSell(), master: Master = MASTER, lines = LINES): Earning {
  const [earning] = earningsOf(agreementOf(term, QUARTER), knownAt(known, lines), '2026-07-31', master);
  if (earning === undefined) throw new Error('nothing earned');
  return earning;
}

describe('story E: a share of the mix opens the gate', () => {
  it.each([
    ['2026-06-30', '525.46'],
    ['2026-07-06', '0.00'],
    ['2026-07-09', '525.96'],
  ])('known on %s: %s', (known, expected) => {
    expect(moneyText(quarter(known).amount)).toBe(expected);
  });

  it('spreads the amount by the rate that each line has', () => {
    const context = { master: MASTER, effective: dayOf('2026-07-31') };
    const lines = knownAt('2026-07-09');
    const term = planTermOf(agreementOf(crossSell(), QUARTER));
    const shares = apportion(quarter('2026-07-09'), term, lines, context);
    const cents = shares.map(
      ({ line, shareMinor }) =>
        `${line.document}${line.line} ${formatDecimal({ digits: shareMinor ?? 0n, scale: 2 })}`,
    );
    expect(cents.sort()).toEqual([
      'I1a 164.16',
      'I1b 124.82',
      'I21 84.74',
      'I31 151.74',
      'I41 2.50',
      'R11 -2.00',
    ]);
  });

  it('says what is missing, and never rounds a share up to its threshold', () => {
    const text = JSON.stringify(renderStep(quarter('2026-07-06').explanation, 'en'));
    expect(text).toContain('50.00 more');
    const cent = LINES.map((line) =>
      line.document === 'I3' ? lineOf({ ...I3, netValue: '3793.49' }) : line,
    );
    const near = quarter('2026-06-30', crossSell(), MASTER, cent);
    expect(moneyText(near.amount)).toBe('0.00');
    expect(JSON.stringify(renderStep(near.explanation, 'en'))).toContain('19.999976');
  });

  it('by document pays nothing: only one invoice holds both, and too little', () => {
    expect(moneyText(quarter('2026-07-09', crossSell({ within: 'document' })).amount)).toBe('0.00');
  });

  it('looks at the class of the day of sale, or at the class of now', () => {
    const moved = masterOfTexts({
      products: {
        L: { margin: 'low' },
        H1: { margin: 'high' },
        H2: [{ margin: 'high' }, { from: '2026-06-15', margin: 'low' }],
      },
    });
    const current = {
      include: [],
      exclude: [],
      attributesAsOf: 'current',
      payment: 'any',
      submission: 'any',
    };
    expect(moneyText(quarter('2026-07-09', crossSell(), moved).amount)).toBe('525.96');
    expect(moneyText(quarter('2026-07-09', crossSell({ eligibility: current }), moved).amount)).toBe('0.00');
  });
});

describe('wrong answers to story E', () => {
  it('20 % exactly is reached, by "at least"', () => {
    expect(moneyText(quarter('2026-06-30').amount)).toBe('525.46');
  });

  it('the classes come from master data: without them nothing is high', () => {
    const earnings = earningsOf(
      agreementOf(crossSell(), QUARTER),
      knownAt('2026-07-09'),
      '2026-07-31',
      NO_MASTER,
    );
    expect(earnings.map(({ amount }) => moneyText(amount))).toEqual(['0.00']);
  });
});

const I3 = {
  document: 'I3',
  line: '1',
  invoiceDate: '2026-06-03',
  product: 'H2',
  knownOn: '2026-06-30',
} as const;

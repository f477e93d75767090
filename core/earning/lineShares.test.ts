import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  dayOf,
  earningsOf,
  type JsonObject,
  lineOf,
  masterOfTexts,
  type Texts,
  UNITS,
  windowsText,
} from '../../test/support/trade.ts';
import { contributionOf } from '../cell/contributionOf.ts';
import { exactText } from '../explanation/operands.ts';
import { knownLines } from '../fact/knownLines.ts';
import { type Line, lineKey } from '../fact/line.ts';
import { allocateExact } from '../money/allocateExact.ts';
import { ZERO } from '../number/rational.ts';
import { compilePlan } from '../plan/compilePlan.ts';
import { matchLine } from '../plan/matchLine.ts';
import type { PlanTerm } from '../plan/plan.ts';
import { lineWeights } from './lineShares.ts';

const MASTER = masterOfTexts({
  products: {
    W1: { 'unit.PF': '480 EA', class: 'low' },
    W2: { 'unit.PF': '360 EA', class: 'high' },
  },
});
const CONTEXT = { master: MASTER, effective: dayOf('2026-12-31') };
const BY = (by: string): JsonObject => ({ apportionment: { by, residual: 'largestRemainder' } });
const CONVERT = { conversion: { units: { factorsAsOf: 'invoice' }, currency: 'none' } };

/** "D1 600, D2 -2": what each line of P1 takes part with. */
function weights(term: JsonObject, lines: readonly Line[]): string {
  return written(weightsOf(term, lines));
}

/** Of the first window, or of the one that begins on a day. */
function weightsOf(term: JsonObject, lines: readonly Line[], from = '2026-01-01') {
  const agreement = agreementOf(term);
  const [planned] = compilePlan(agreement, MASTER).terms as [PlanTerm];
  const earning = earningsOf(agreement, lines, '2026-12-31', MASTER).find(
    ({ window }) => window.from === dayOf(from),
  );
  if (earning === undefined) throw new Error('P1 has no earning');
  const stream = lines.flatMap((line) => {
    const match = matchLine(planned, line, CONTEXT);
    return match.state === 'counted' ? [contributionOf(line, match)] : [];
  });
  return lineWeights({ planned, pays: earning.window, result: earning.result }, stream);
}

function written(found: ReturnType<typeof weightsOf>): string {
  const documents = [...found].map(([key, weight]) => `${key.split('\u001f')[1]} ${exactText(weight)}`);
  return documents.sort().join(', ');
}

function line(document: string, netValue: string, quantity = '1', more: Texts = {}): Line {
  return lineOf({ document, netValue, quantity, product: 'W1', ...more });
}

/** As imported: returns with what they take back. */
function known(lines: readonly Line[]): readonly Line[] {
  const rows = lines.map((own, row) => ({ file: 0, document: '', row, line: own }));
  return knownLines(rows, dayOf('2026-12-31')).lines;
}

describe('the weights of lines', () => {
  const lines = [
    line('D1', '700', '600'),
    line('D2', '500', '399'),
    line('D3', '0', '3'),
    line('R', '-7', '-2'),
  ];

  it('are what each adds to the payout measure', () => {
    expect(weights({ ...BY('payoutMeasure'), qualifier: UNITS }, lines)).toBe('D1 700, D2 500, D3 0, R -7');
  });

  it('or to the qualifier', () => {
    expect(weights({ ...BY('qualifierMeasure'), qualifier: UNITS }, lines)).toBe(
      'D1 600, D2 399, D3 3, R -2',
    );
  });

  it('with one rate for all, own rates are in proportion to the measure', () => {
    expect(weights(BY('ownRate'), lines)).toBe('D1 14, D2 10, D3 0, R -0.14');
  });

  it('stay as they are where they sum to zero', () => {
    const none = [line('D1', '10', '1000'), line('R', '-10')];
    expect(weights({ ...BY('payoutMeasure'), qualifier: UNITS }, none)).toBe('D1 10, R -10');
    expect(weights({ ...BY('ownRate'), qualifier: UNITS }, none)).toBe('D1 0, R 0');
  });

  it('are capped where lines are', () => {
    const limits = [{ of: 'payout', scope: 'line', max: '600' }];
    expect(weights({ ...BY('payoutMeasure'), limits }, lines)).toBe('D1 600, D2 500, D3 0, R -7');
  });
});

describe('the weights of lines under other terms', () => {
  it('are those in all payouts that a line is in', () => {
    const NET = { of: 'value', basis: 'net' };
    const parts = [
      { id: 'all', measure: NET },
      { id: 'pieces', measure: UNITS },
    ];
    const row = {
      from: '1',
      parts: [
        { part: 'all', percent: '1' },
        { part: 'pieces', perUnit: '3' },
      ],
    };
    const term = { payout: { of: 'parts', parts }, tiers: { boundary: 'atLeast', rows: [row] } };
    const lines = [line('D1', '100', '2'), line('D2', '50', '4')];
    expect(weights({ ...BY('payoutMeasure'), ...term }, lines)).toBe('D1 102, D2 54');
    expect(weights({ ...BY('ownRate'), ...term }, lines)).toBe('D1 7, D2 12.5');
  });

  it('by a share are those in the part, not in the whole', () => {
    const high = { ...UNITS, where: [{ attribute: 'product.class', in: ['high'] }] };
    const term = {
      ...BY('qualifierMeasure'),
      formula: 'mixShare',
      qualifier: { of: 'share', part: high, whole: UNITS },
      tiers: { boundary: 'atLeast', rows: [{ from: '10', percent: '1' }] },
    };
    expect(weights(term, [line('D1', '1', '5'), line('D2', '1', '3', { product: 'W2' })])).toBe('D2 3');
  });

  it('are those of the window', () => {
    const windows = windowsText('quarter', { qualifier: { toDate: 'year' } });
    const lines = [line('D1', '1000'), line('D2', '500', '1', { invoiceDate: '2026-05-05' })];
    expect(written(weightsOf({ ...BY('payoutMeasure'), windows }, lines))).toBe('D1 1000');
    expect(written(weightsOf({ ...BY('payoutMeasure'), windows }, lines, '2026-04-01'))).toBe('D2 500');
    expect(written(weightsOf({ ...BY('qualifierMeasure'), windows }, lines, '2026-04-01'))).toBe(
      'D1 1000, D2 500',
    );
  });
});

describe('several payouts at rates of their own (story E)', () => {
  const NET = { of: 'value', basis: 'net' };
  const partOf = (id: string) => ({
    id,
    measure: { ...NET, where: [{ attribute: 'product.class', in: [id] }] },
  });
  const term = {
    ...BY('ownRate'),
    payout: { of: 'parts', parts: [partOf('low'), partOf('high')] },
    tiers: {
      boundary: 'atLeast',
      rows: [
        {
          from: '1',
          parts: [
            { part: 'low', percent: '0.9' },
            { part: 'high', percent: '4' },
          ],
        },
      ],
    },
  };
  const lines = [
    line('I1a', '18240.00'),
    line('I1b', '3120.50', '1', { product: 'W2' }),
    line('I2', '9416.00'),
    line('I3', '3793.50', '1', { product: 'W2' }),
    line('I4', '62.50', '1', { product: 'W2' }),
    line('R1', '-50.00', '1', { product: 'W2' }),
  ];

  it('weigh each line with its own', () => {
    expect(weights(term, lines)).toBe('I1a 164.16, I1b 124.82, I2 84.744, I3 151.74, I4 2.5, R1 -2');
  });

  it('and by largest remainder give the cents of the documents', () => {
    const found = weightsOf(term, lines);
    const shares = lines.map((own) => ({ key: lineKey(own), weight: found.get(lineKey(own)) ?? ZERO }));
    expect(allocateExact(52596n, shares)).toEqual([16416n, 12482n, 8474n, 15174n, 250n, -200n]);
  });
});

describe('what is counted', () => {
  const PALLETS = {
    of: 'pallets',
    basis: 'invoiced',
    unit: 'PF',
    level: 'document',
    mixed: false,
    returns: 'reduce',
    counts: 'pallets',
  };
  const perPallet = (differs: JsonObject): JsonObject => {
    const measure = { ...PALLETS, level: 'order', ...differs };
    const tiers = { boundary: 'atLeast', rows: [{ from: '0', perUnit: '8' }] };
    return { ...BY('payoutMeasure'), ...CONVERT, qualifier: measure, payout: measure, tiers };
  };
  const lines = [
    line('D1', '1', '960', { 'attribute.order': 'A' }),
    line('D2', '1', '360', { 'attribute.order': 'A' }),
    line('D3', '1', '479', { 'attribute.order': 'B' }),
    line('D4', '1', '360', { 'attribute.order': 'B', product: 'W2' }),
    line('D5', '1', '-24', { 'attribute.order': 'A' }),
  ];

  it('whole pallets are shared by the lines of their order and product, a broken one by nobody', () => {
    // 960 + 360 − 24 = 1,296 pieces of W1 are 2.7 pallets, two of them whole.
    expect(weights(perPallet({}), lines)).toBe('D1 40/27, D2 5/9, D3 0, D4 1, D5 -1/27');
  });

  it('what has come back altogether has no part in what was counted', () => {
    const back = [line('D1', '1', '960'), line('D2', '1', '-960'), line('D3', '1', '480', { product: 'W2' })];
    expect(weights(perPallet({ level: 'day' }), back)).toBe('D1 0, D2 0, D3 1');
  });

  it('pieces on whole pallets weigh as pieces, whatever a pallet holds', () => {
    expect(weights(perPallet({ counts: { units: 'EA' } }), lines)).toBe(
      'D1 6400/9, D2 800/3, D3 0, D4 360, D5 -160/9',
    );
  });

  it('mixed pallets add up over the products of an order', () => {
    const mixed = lines.filter(({ document }) => document === 'D3' || document === 'D4');
    expect(weights(perPallet({ mixed: true }), mixed)).toBe('D3 479/959, D4 480/959');
  });

  it('a document is shared by its lines, and one of returns by nobody', () => {
    const count = { of: 'count', what: 'order' };
    const term = {
      ...BY('qualifierMeasure'),
      qualifier: count,
      tiers: { boundary: 'atLeast', rows: [{ from: '1', percent: '2' }] },
    };
    const orders = [
      line('D1', '30', '1', { 'attribute.order': 'A' }),
      line('D2', '10', '1', { 'attribute.order': 'A' }),
      line('D3', '-5', '1', { 'attribute.order': 'B' }),
      line('D4', '1', '1', { 'attribute.order': 'C' }),
    ];
    expect(weights(term, orders)).toBe('D1 0.75, D2 0.25, D3 0, D4 1');
  });

  it('complete sets are shared evenly by their components, however much of one is left over', () => {
    const bundles = {
      of: 'bundles',
      basis: 'invoiced',
      unit: 'EA',
      components: [
        { quantity: '1', where: [{ attribute: 'product.code', in: ['W1'] }] },
        { quantity: '4', where: [{ attribute: 'product.code', in: ['W2'] }] },
      ],
    };
    const tiers = { boundary: 'atLeast', rows: [{ from: '0', perUnit: '5' }] };
    const term = { ...BY('payoutMeasure'), qualifier: bundles, payout: bundles, tiers };
    const sets = [line('D1', '1', '2'), line('D2', '1', '8'), line('D3', '1', '11', { product: 'W2' })];
    expect(weights(term, sets)).toBe('D1 0.4, D2 1.6, D3 2');
    expect(weights(term, [line('D1', '1', '2'), line('D3', '1', '3', { product: 'W2' })])).toBe('D1 0, D3 0');
    const both = {
      ...bundles,
      components: [
        { quantity: '1', where: [{ attribute: 'product.code', in: ['W1', 'W2'] }] },
        ...bundles.components.slice(0, 1),
      ],
    };
    const same = { ...term, qualifier: both, payout: both };
    expect(weights(same, [line('D1', '1', '3'), line('D2', '1', '1', { product: 'W2' })])).toBe(
      'D1 5.25, D2 0.75',
    );
  });
});

describe('in sequence', () => {
  const term = {
    ...BY('sequence'),
    formula: 'marginal',
    qualifier: UNITS,
    tiers: {
      boundary: 'atLeast',
      stepValuation: 'sequence',
      rows: [
        { from: '0', percent: '1' },
        { from: '100', percent: '10' },
      ],
    },
  };

  it('each sale has what its own slices earned; a linked return has nothing, its sale has less', () => {
    const sold = [
      line('D1', '800', '80', { invoiceDate: '2026-01-05' }),
      line('D2', '600', '60', { invoiceDate: '2026-02-05' }),
    ];
    expect(weights(term, known(sold))).toBe('D1 8, D2 42');
    const back = { invoiceDate: '2026-03-05', returnOfDocument: 'D1', returnOfLine: '1' };
    expect(weights(term, known([...sold, line('R', '-300', '-30', back)]))).toBe('D1 5, D2 15, R 0');
  });

  it('but by payout measure where the agreement asks for that', () => {
    const sold = [line('D1', '800', '80'), line('D2', '600', '60', { invoiceDate: '2026-03-05' })];
    expect(weights({ ...term, ...BY('payoutMeasure') }, sold)).toBe('D1 800, D2 600');
  });

  it('window by window', () => {
    const sold = [line('D1', '800', '80'), line('D2', '600', '60', { invoiceDate: '2026-04-05' })];
    const quarters = { ...term, windows: windowsText('quarter', { qualifier: { toDate: 'year' } }) };
    expect(written(weightsOf(quarters, sold))).toBe('D1 8');
    expect(written(weightsOf(quarters, sold, '2026-04-01'))).toBe('D1 0, D2 42');
  });
});

import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  dayOf,
  earningsOf,
  type JsonObject,
  lineOf,
  windowsText,
} from '../../test/support/trade.ts';
import { exactText } from '../explanation/operands.ts';
import { knownLines } from '../fact/knownLines.ts';

type Sale = readonly [partner: string, day: string, value: string];

/** "P1 10 (2), P2 4.5 (0)": what each earns, exact, and the tier that is reached. */
function earned(term: JsonObject, sales: readonly Sale[]): string {
  const lines = sales.map(([partner, invoiceDate, netValue], row) =>
    lineOf({ document: `D${row}`, partner, invoiceDate, netValue }),
  );
  return earningsOf(agreementOf(term), lines, '2026-12-31')
    .map(({ partner, exact, result }) => `${partner} ${exactText(exact)} (${result.reached.tier})`)
    .join(', ');
}

function over(
  source: JsonObject | string,
  whenNotPositive: JsonObject = { policy: 'paysNothing' },
): JsonObject {
  return { baseline: { source, growthAs: 'percent', whenNotPositive, likeForLike: 'no' } };
}

const tiers = (...rows: readonly (readonly [string, string])[]) => ({
  tiers: { boundary: 'atLeast', rows: rows.map(([from, percent]) => ({ from, percent })) },
});

describe('a cap of what a partner is paid on above its base', () => {
  const limits = [{ of: 'payout', scope: 'partner', max: '50' }];
  const upsell = { formula: 'aboveBase', ...tiers(['1', '10'], ['200', '20']), limits };
  const fixed = { ...upsell, ...over({ fixed: '100' }) };

  it.each([
    ['90', 'P1 0 (0)'],
    ['100', 'P1 0 (0)'],
    ['120', 'P1 2 (1)'],
    ['150', 'P1 5 (1)'],
    ['160', 'P1 5 (1)'],
    ['299', 'P1 5 (1)'],
    ['300', 'P1 10 (2)'],
    ['1000', 'P1 10 (2)'],
  ])('of 50 over 100, on %s: %s', (value, expected) => {
    expect(earned(fixed, [['P1', '2026-02-03', value]])).toBe(expected);
  });

  it('cuts everything where a tier stands without a base', () => {
    const entered = over({ entered: [{ partner: 'P9', value: '1' }] }, { policy: 'treatAsTier', tier: 2 });
    expect(earned({ ...upsell, ...entered }, [['P1', '2026-02-03', '30']])).toBe('P1 6 (2)');
    expect(earned({ ...upsell, ...entered }, [['P1', '2026-02-03', '70']])).toBe('P1 10 (2)');
  });

  it('that partners share cuts everything, too, where a tier stands without a base', () => {
    const entered = over({ entered: [{ partner: 'P9', value: '1' }] }, { policy: 'treatAsTier', tier: 2 });
    const shared = [{ of: 'payout', scope: 'programme', max: '50', order: 'transactionDate' }];
    const sales: Sale[] = [
      ['P1', '2026-02-03', '30'],
      ['P2', '2026-02-04', '70'],
    ];
    expect(earned({ ...upsell, ...entered, limits: shared }, sales)).toBe('P1 6 (2), P2 4 (2)');
  });

  it('is a cap of the whole payout under other formulas', () => {
    const term = { ...tiers(['1', '10']), limits };
    expect(earned(term, [['P1', '2026-02-03', '49']])).toBe('P1 4.9 (1)');
    expect(earned(term, [['P1', '2026-02-03', '120']])).toBe('P1 5 (1)');
  });

  it('of the qualifier comes before the tier', () => {
    const term = {
      ...tiers(['50', '10'], ['51', '20']),
      limits: [{ of: 'qualifier', scope: 'partner', max: '50' }],
    };
    expect(earned(term, [['P1', '2026-02-03', '120']])).toBe('P1 12 (1)');
  });
});

describe('what growth is measured against', () => {
  const growth = { formula: 'growthIncrement', ...tiers(['110', '10']) };

  it('may be entered for each partner: who is not entered has none', () => {
    const entered = over({ entered: [{ partner: 'P1', value: '100' }] });
    const sales: Sale[] = [
      ['P1', '2026-02-03', '150'],
      ['P2', '2026-02-03', '150'],
    ];
    expect(earned({ ...growth, ...entered }, sales)).toBe('P1 5 (1), P2 0 (0)');
  });

  it('may be an average of the months before, as long as the window', () => {
    const averaged = { ...over({ averageOfMonths: 6 }), windows: windowsText('quarter') };
    const sales: Sale[] = [
      ['P1', '2025-08-01', '60'],
      ['P1', '2025-12-01', '140'],
      ['P1', '2026-02-03', '150'],
    ];
    // 200 in six months are 100 a quarter.
    expect(earned({ ...growth, ...averaged }, sales)).toMatch(/^P1 5 \(1\)/);
  });

  it('is that of the partner alone', () => {
    const sales: Sale[] = [
      ['P1', '2025-02-03', '100'],
      ['P2', '2025-02-03', '1000'],
      ['P1', '2026-02-03', '150'],
      ['P2', '2026-02-03', '150'],
    ];
    expect(earned({ ...growth, ...over('sameWindowPreviousYear') }, sales)).toBe('P1 5 (1), P2 0 (0)');
  });

  it('like for like looks at products that it has, and gates at all of them', () => {
    const term = {
      ...growth,
      baseline: {
        source: 'sameWindowPreviousYear',
        growthAs: 'percent',
        whenNotPositive: { policy: 'paysNothing' },
        likeForLike: 'products',
      },
      gates: {
        need: 'all',
        within: 'window',
        tests: [{ measure: { of: 'value', basis: 'net' }, boundary: 'atLeast', from: '200' }],
      },
    };
    const line = (invoiceDate: string, product: string, netValue: string) =>
      lineOf({ document: `${invoiceDate}${product}`, invoiceDate, product, netValue });
    const lines = [
      line('2025-02-03', 'A', '100'),
      line('2025-02-03', 'B', '0.5'),
      line('2025-02-03', 'C', '0'),
      line('2026-02-03', 'A', '130'),
      line('2026-02-03', 'B', '20.5'),
      line('2026-02-03', 'C', '49.5'),
    ];
    const [earning] = earningsOf(agreementOf(term), lines, '2026-12-31');
    // (130 + 20.5) − (100 + 0.5), though the gate sees 200.
    expect(earning && exactText(earning.exact)).toBe('5');
  });
});

describe('line after line', () => {
  const sequence = {
    formula: 'marginal',
    qualifier: { of: 'quantity', basis: 'invoiced', unit: 'EA' },
    tiers: {
      boundary: 'atLeast',
      stepValuation: 'sequence',
      rows: [
        { from: '0', percent: '1' },
        { from: '2', percent: '10' },
      ],
    },
    apportionment: { by: 'sequence', residual: 'largestRemainder' },
  };

  it('is each partner in a sequence of its own', () => {
    const sales: Sale[] = [
      ['P1', '2026-02-01', '100'],
      ['P2', '2026-02-02', '100'],
      ['P1', '2026-02-03', '200'],
      ['P2', '2026-02-04', '300'],
      ['P1', '2026-02-05', '400'],
    ];
    expect(earned(sequence, sales)).toBe('P1 43 (2), P2 4 (2)');
  });

  it.each([
    // The first sale has shrunk to nothing: the others lie below the step.
    ['originalWindow', 'P1 6 (2)'],
    // It takes its 100 from the top, at 10 %.
    ['returnWindow', 'P1 33 (2)'],
  ])('a return with %s: %s', (linked, expected) => {
    const line = (document: string, day: string, netValue: string, quantity: string, back?: string) =>
      lineOf({
        document,
        invoiceDate: `2026-02-${day}`,
        netValue,
        quantity,
        ...(back && { returnOfDocument: back, returnOfLine: '1' }),
      });
    const lines = [
      line('D1', '01', '100', '1'),
      line('D2', '02', '200', '1'),
      line('D3', '03', '400', '1'),
      line('D4', '04', '-100', '-1', 'D1'),
    ];
    const returns = { linked, unlinked: 'returnWindow', negativeWindow: 'zero' };
    const rows = lines.map((own, row) => ({ file: 0, document: '', row, line: own }));
    const known = knownLines(rows, dayOf('2026-12-31')).lines;
    const [earning] = earningsOf(agreementOf({ ...sequence, returns }), known, '2026-12-31');
    expect(earning && `P1 ${exactText(earning.exact)} (${earning.result.reached.tier})`).toBe(expected);
  });
});

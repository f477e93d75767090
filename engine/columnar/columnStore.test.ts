import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../core/fact/line.ts';
import { NO_MASTER } from '../../core/master/master.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import {
  agreementOf,
  dayOf,
  lineOf,
  masterOfTexts,
  type Texts,
  UNITS,
  windowsText,
} from '../../test/support/trade.ts';
import { execute } from '../simple/execute.ts';
import { ColumnStore } from './columnStore.ts';

const CONTEXT = { master: NO_MASTER, effective: dayOf('2026-11-30') };
const PLAN = compilePlan(agreementOf({ qualifier: UNITS, windows: windowsText('quarter') }), NO_MASTER);

function linesOf(texts: readonly Texts[]) {
  return texts.map((differs, index) => lineOf({ document: `D${index}`, ...differs }));
}

function expectAlike(lines: readonly Line[]): void {
  for (const store of [ColumnStore.of(lines), ColumnStore.packed(lines)]) {
    expect(store.execute(PLAN, CONTEXT)).toEqual(execute(PLAN, lines, CONTEXT));
  }
}

describe('integers in columns', () => {
  it.each([
    ['at the edge of 2^53', ['9007199254740991', '1', '-9007199254740991', '9007199254740993']],
    ['that only together leave it', Array<string>(300).fill('90071992547409.91')],
    ['of many places beside large ones', ['0.000000001', '123456789012345', '0.5']],
    ['of a hundred digits', ['9'.repeat(100), '1', `-${'9'.repeat(99)}`]],
  ])('add up exactly: %s', (_, values) => {
    const lines = linesOf(values.map((netValue) => ({ netValue })));
    expectAlike(lines);
  });

  it('add up exactly whatever they are', () => {
    const values = fc.oneof(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String),
      fc.integer().map((integer) => `${integer}.${Math.abs(integer) % 1000}`),
      fc.constantFrom('9007199254740991', '9007199254740992', '-0.000000001', '4503599627370496'),
    );
    fc.assert(
      fc.property(fc.array(values, { maxLength: 60 }), (drawn) => {
        const lines = linesOf(drawn.map((netValue) => ({ netValue, quantity: netValue })));
        expectAlike(lines);
      }),
      { numRuns: 100, seed: 20_261_201 },
    );
  });
});

describe('a store of columns', () => {
  it('asks core for what is measured otherwise, in the middle of a run', () => {
    const lines = linesOf([
      {},
      { currency: 'USD' },
      { unit: 'CS' },
      { netValue: '' },
      { quantity: '' },
      { invoiceDate: '' },
      { side: 'purchase' },
      { company: 'US' },
      { returnOfDocument: 'D77', returnOfLine: '1' },
      { lineKind: 'rebateDocument' },
      {},
    ]);
    lines.push(
      lineOf({ document: 'T1' }, { takenOverFrom: dayOf('2026-01-01') }),
      lineOf({ document: 'C1' }, { correction: { chain: [], isContradicted: true } }),
    );
    expectAlike(lines);
  });

  it('knows members that come and go, and documents of ours', () => {
    const master = masterOfTexts({
      partners: { P1: [{ tier: 'gold' }, { from: '2026-04-01', tier: '' }], P2: { tier: 'gold' }, P3: {} },
      products: { A: [{ range: 'x' }, { from: '2026-02-01', range: 'y' }], B: { range: 'x' }, C: {} },
      ownDocuments: { 'EU/D7': {} },
    });
    const eligibility = {
      include: [{ attribute: 'product.range', in: ['x', 'y'] }],
      exclude: [{ attribute: 'product.range', in: ['y'] }],
      payment: 'any',
      submission: 'any',
    };
    const participants = [{ attribute: 'partner.tier', in: ['gold'] }];
    const lines = linesOf(
      ['P1', 'P2', 'P3', 'P4'].flatMap((partner) =>
        ['A', 'B', 'C', 'E'].flatMap((product) =>
          ['2026-01-31', '2026-02-01', '2026-05-05', '2027-01-01'].map((invoiceDate) => {
            return { partner, product, invoiceDate };
          }),
        ),
      ),
    );
    for (const attributesAsOf of ['transaction', 'windowEnd', 'current']) {
      for (const windows of [
        windowsText('quarter'),
        windowsText('month', { qualifier: { toDate: 'year' } }),
      ]) {
        const term = { eligibility: { ...eligibility, attributesAsOf }, windows };
        const plan = compilePlan(agreementOf(term, { participants }), master);
        const context = { ...CONTEXT, master };
        const cells = ColumnStore.of(lines).execute(plan, context);
        expect(cells).toEqual(execute(plan, lines, context));
        expect(cells.tallies.map(({ reason }) => reason)).toContain('exclusionMet');
      }
    }
  });

  it('leaves out lines that are in no sum by their product', () => {
    const narrow = { of: 'value', basis: 'net', where: [{ attribute: 'product.code', in: ['A'] }] };
    const plan = compilePlan(agreementOf({ qualifier: narrow, payout: narrow }), NO_MASTER);
    const lines = linesOf([{}, { product: 'B' }, { product: 'B', currency: 'USD' }]);
    const cells = ColumnStore.of(lines).execute(plan, CONTEXT);
    expect(cells).toEqual(execute(plan, lines, CONTEXT));
    expect(cells.tallies.map(({ reason, lines: count }) => [reason, count])).toEqual([
      ['', 1],
      ['conditionNotMet', 2],
    ]);
  });

  it('is built anew once much has changed, and keeps its watermark', () => {
    const lines = linesOf(Array.from({ length: 100 }, () => ({})));
    const store = ColumnStore.of(lines, 4);
    const added = linesOf(Array.from({ length: 5 }, () => ({ source: 'shop' })));
    const few = store.after({ added, removed: [] }, 5);
    const many = few.after({ added: [], removed: lines.slice(0, 3) }, 6);
    expect([store, few, many].map(({ watermark }) => watermark)).toEqual([4, 5, 6]);
    expect([store, few, many].map((one) => [...one.lines()].length)).toEqual([100, 105, 102]);
    expect(many.execute(PLAN, CONTEXT)).toEqual(execute(PLAN, [...lines.slice(3), ...added], CONTEXT));
  });
});

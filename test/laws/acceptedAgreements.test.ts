import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../core/agreement/agreement.ts';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import type { Line } from '../../core/fact/line.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { completedSnippets } from '../reference/formatSnippets.ts';
import { changed, INSTEAD, type Path, pathsOf, valueAt } from '../support/changedJson.ts';
import { REFUSED_AGREEMENTS } from '../support/refusedAgreements.ts';
import { earningsOf, lineOf, masterOfTexts, type Texts } from '../support/trade.ts';

const DAYS = ['2025-02-10', '2026-01-31', '2026-02-03', '2026-07-20', '2026-12-31'];

/** A line of one document a day: a sale or purchase, or what comes back of it. */
function lineFor(side: string, partner: string, day: string, more: Texts = {}): Line {
  const dates = { invoiceDate: day, orderDate: day, deliveryDate: day, receiptDate: day };
  const prices = { unitPrice: '12.50', listPrice: '14', unitCost: '9' };
  const bought = { quantity: '120', netValue: '1500.00', grossValue: '1800.00', stockedQuantity: '110' };
  const product = day < '2026-02-02' ? 'A' : 'B';
  const attributes = { 'attribute.delivery': day, 'attribute.order': 'O1' };
  const document = `${side} ${partner} ${day}`;
  return lineOf({ side, partner, product, document, ...dates, ...prices, ...bought, ...attributes, ...more });
}

/** Sales, purchases and returns of three partners over two years; each third return names its sale. */
const LINES: readonly Line[] = ['sale', 'purchase'].flatMap((side) =>
  ['P1', 'P2', 'A7'].flatMap((partner) =>
    DAYS.flatMap((day, index) => {
      const sold = lineFor(side, partner, day);
      const back = { document: `R${index} ${partner} ${side}`, quantity: '-3', netValue: '-37.50' };
      if (index % 3 > 0) return [sold, lineFor(side, partner, day, back)];
      const { document, line, dates, attributes, batch } = sold;
      const named = { ...back, returnOfDocument: document, returnOfLine: line };
      return [
        sold,
        {
          ...lineFor(side, partner, '2026-08-01', named),
          original: { document, line, dates, attributes, batch },
        },
      ];
    }),
  ),
);

const MASTER = masterOfTexts({
  partners: {
    P1: { buyingGroup: 'G', channel: 'wholesale', agent: 'A7' },
    P2: [
      { buyingGroup: 'G', channel: 'wholesale' },
      { from: '2026-07-01', channel: 'wholesale' },
    ],
    A7: { channel: 'wholesale' },
  },
  products: {
    A: { category: 'tea', margin: 'high', grade: 'premium', 'unit.CS': '12 EA', 'unit.PF': '4 CS' },
    B: { category: 'tea', margin: 'low', group: 'filter', 'price.contract': '8 EUR' },
  },
  categories: { tea: {} },
});

/** Works an accepted agreement out within and after its year; whether it has earned anything. */
function isEarning(agreement: Agreement): boolean {
  const earnings = ['2026-03-15', '2027-02-01'].flatMap((effective) =>
    earningsOf(agreement, LINES, effective, MASTER),
  );
  return earnings.some(({ amount }) => amount.minor !== 0n);
}

function agreementAt(json: Json): Agreement | undefined {
  const result = decodeAgreement(json);
  return result.ok ? result.value : undefined;
}

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/format.md'), 'utf8');
const TEXTS: readonly Json[] = [
  ...REFUSED_AGREEMENTS.map(({ accepted }) => accepted),
  ...(completedSnippets(PAGE) as Json[]),
];
/** A window for each month until further notice takes its time. */
const QUICK = TEXTS.filter((text) => !JSON.stringify(text).includes('9999-12-31'));

describe('an agreement that is accepted is computed', () => {
  it('whatever mechanisms it has', () => {
    expect(TEXTS.length).toBeGreaterThan(150);
    const agreements = QUICK.flatMap((text) => agreementAt(text) ?? []);
    expect(agreements).toHaveLength(QUICK.length);
    expect(agreements.filter(isEarning).length).toBeGreaterThan(100);
  });

  it('also with one or two fields of other agreements', () => {
    const PATHS = new Map(QUICK.map((text) => [text, pathsOf(text).filter((path) => path[0] === 'terms')]));
    const place = fc.double({ min: 0, max: 0.999, noNaN: true });
    const pathAt = (text: Json, at: number): Path => {
      const paths = PATHS.get(text) as Path[];
      return paths[Math.floor(at * paths.length)] as Path;
    };
    let earning = 0;
    const field = fc
      .tuple(fc.constantFrom(...QUICK), place)
      .map(([text, at]) => ({ path: pathAt(text, at), value: valueAt(text, pathAt(text, at)) }));
    const other = fc.tuple(place, fc.constantFrom(...INSTEAD));
    fc.assert(
      fc.property(
        fc.constantFrom(...QUICK),
        fc.array(field, { minLength: 1, maxLength: 2 }),
        other,
        (text, fields, [at, instead]) => {
          const mixed = fields.reduce<Json>(
            (json, { path, value }) =>
              valueAt(json, path) === undefined ? json : changed(json, path, value),
            text,
          );
          for (const json of [mixed, changed(text, pathAt(text, at), instead)]) {
            const agreement = agreementAt(json);
            if (agreement !== undefined && isEarning(agreement)) earning += 1;
          }
        },
      ),
      { seed: 20_261_124, numRuns: 400 },
    );
    expect(earning).toBeGreaterThan(100);
  });
});

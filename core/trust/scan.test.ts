import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOf, claimOf, day, historyOf, lineOf, partnerOf } from '../../test/support/historyOf.ts';
import { DETECTORS } from './detectors.ts';
import type { History, HistoryLine } from './history.ts';
import { beginScan } from './scan.ts';

const PARTNERS = ['P', 'Q', 'R'];

/** Small numbers, so that lines, claims and partners meet each other. */
const drawnLine = fc.record({
  partner: fc.constantFrom(...PARTNERS),
  document: fc.integer({ min: 1, max: 12 }),
  offset: fc.integer({ min: 0, max: 400 }),
  quantity: fc.integer({ min: -9, max: 40 }).filter((quantity) => quantity !== 0),
  price: fc.integer({ min: 50, max: 900 }),
  product: fc.constantFrom('A', 'B'),
  side: fc.constantFrom('sale' as const, 'purchase' as const, 'sellThrough' as const),
});
const drawnLines = fc.array(drawnLine, { maxLength: 60 }).map((drawn) =>
  drawn
    .map(({ partner, document, offset, quantity, price, product, side }, index) =>
      lineOf(`${partner}${document}`, day('2024-11-01') + offset, quantity, price, {
        partner,
        product,
        side,
        line: `${index}`,
      }),
    )
    .sort((a, b) => a.day - b.day || (a.document < b.document ? -1 : 1) || (a.line < b.line ? -1 : 1)),
);
const drawnClaims = fc.array(
  fc.record({
    partner: fc.constantFrom(...PARTNERS),
    document: fc.integer({ min: 1, max: 12 }),
    quantity: fc.integer({ min: 1, max: 50 }),
  }),
  { maxLength: 12 },
);

function drawnHistory(
  claims: readonly { partner: string; document: number; quantity: number }[],
  order = PARTNERS,
): History {
  return historyOf({
    partners: order.map((code) =>
      partnerOf(code, code === 'R' ? { kind: 'supplier', bankAccounts: ['DE1'] } : { bankAccounts: ['DE1'] }),
    ),
    products: [
      { product: 'A', unit: 'EA', unitCost: 400, listPrice: 500, currency: 'EUR', perPack: 12, perOrder: 30 },
    ],
    agreements: [
      agreementOf({
        partners: ['P', 'Q'],
        tiers: [
          { from: 0, rate: 100 },
          { from: 9000, rate: 500 },
        ],
      }),
    ],
    claims: claims.map(({ partner, document, quantity }, index) =>
      claimOf(
        `C${index}`,
        day('2025-06-01') + index,
        quantity * 10,
        [
          {
            document: `${partner}${document}`,
            line: `${index}`,
            quantity: quantity * 1_000_000,
            minor: quantity * 10,
          },
        ],
        { partner, reference: `R${document}` },
      ),
    ),
  });
}

function scanned(history: History, lines: Iterable<HistoryLine>) {
  const scan = beginScan(history);
  for (const line of lines) scan.see(line);
  return scan.end();
}

const byPartner = (lines: readonly HistoryLine[], order: readonly string[]) =>
  order.flatMap((partner) => lines.filter((line) => line.partner === partner));

describe('a scan', () => {
  test('finds the same again, and whatever partner comes first', () => {
    fc.assert(
      fc.property(drawnLines, drawnClaims, (lines, claims) => {
        const once = scanned(drawnHistory(claims), byPartner(lines, PARTNERS));
        expect(scanned(drawnHistory(claims), byPartner(lines, PARTNERS))).toEqual(once);
        const turned = PARTNERS.toReversed();
        expect(scanned(drawnHistory(claims, turned), byPartner(lines, turned)).findings).toEqual(
          once.findings,
        );
      }),
      { numRuns: 100 },
    );
  });

  test('names records of the history, with whole scores and amounts', () => {
    fc.assert(
      fc.property(drawnLines, drawnClaims, (lines, claims) => {
        const ids = new Set([
          ...lines.map((line) => `${line.source}/${line.document}/${line.line}`),
          ...PARTNERS,
          ...claims.flatMap((_, index) => [`C${index}`, `C${index}/1`]),
          ...['A', 'B', 'G'],
        ]);
        for (const { id, score, minor = 0, evidence } of scanned(
          drawnHistory(claims),
          byPartner(lines, PARTNERS),
        ).findings) {
          expect([...ids]).toContain(id);
          expect(Number.isInteger(score) && score >= 1 && score <= 1000 && Number.isSafeInteger(minor)).toBe(
            true,
          );
          for (const one of evidence) expect([...ids]).toContain(one.id);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('looks at no line after the day as of which one looks', () => {
    const history = historyOf({
      today: day('2025-01-01'),
      products: [{ product: 'A', unit: 'EA', perOrder: 5 }],
    });
    expect(scanned(history, [lineOf('I', day('2025-01-02'), 9, 100)])).toMatchObject({
      findings: [],
      lines: 0,
    });
  });

  test('says who lacks what', () => {
    const idle = new Map(scanned(historyOf({}), []).idle.map(({ detector, lacks }) => [detector, lacks]));
    expect(idle.get('pullForward')).toEqual(['agreements', 'lines']);
    expect(idle.get('duplicateInvoices')).toEqual(['lines']);
  });

  test('takes parameters as they are set, within their bounds', () => {
    const history = historyOf({ products: [{ product: 'A', unit: 'EA', perOrder: 10 }] });
    const detectors = DETECTORS.filter(({ name }) => name === 'impossibleQuantity');
    const found = [0, 20, 9999].map((tolerancePercent) => {
      const scan = beginScan(history, { impossibleQuantity: { tolerancePercent } }, detectors);
      scan.see(lineOf('I', day('2025-01-02'), 12, 100));
      scan.see(lineOf('J', day('2025-01-02'), 30, 100));
      return scan.end().findings.length;
    });
    expect(found).toEqual([2, 1, 1]);
  });
});

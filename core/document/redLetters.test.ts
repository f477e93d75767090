import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentLine, documentOf } from '../../test/support/rebateDocuments.ts';
import { dayOf } from '../../test/support/trade.ts';
import type { RebateDocument } from './rebateDocument.ts';
import { decodeOriginals, type OriginalInvoice, redLetters } from './redLetters.ts';

const original = (number: string, net: bigint, percent = '13'): OriginalInvoice => ({
  ...{ number, netMinor: net, issuedOn: dayOf('2026-03-01') },
  rate: documentLine(0n, percent).rate,
});
const inYuan = (differs: Partial<RebateDocument> = {}) =>
  documentOf({ currency: 'CNY', lines: [documentLine(10_000n, '13')], ...differs });

function faults(document: RebateDocument, ...originals: readonly OriginalInvoice[]): string[] {
  const result = redLetters(document, originals);
  return result.ok
    ? []
    : result.refusals.map(({ at, facts }) => `${at} ${facts.reason} ${facts.rate}`.trim());
}

describe('red-letter invoices', () => {
  it('take back each blue-letter invoice by its part, below zero', () => {
    const result = redLetters(inYuan(), [original('B1', 20_000n), original('B2', 10_000n)]);
    expect(result.ok ? result.value : []).toMatchObject([
      { originalNumber: 'B1', netAmount: '-66.67', taxAmount: '-8.67', grossAmount: '-75.34', taxRate: '13' },
      {
        originalNumber: 'B2',
        netAmount: '-33.33',
        taxAmount: '-4.33',
        grossAmount: '-37.66',
        reason: '销售折让',
      },
    ]);
  });

  it.each<[string, RebateDocument, readonly OriginalInvoice[]]>([
    ['currency red-letter-currency', inYuan({ currency: 'EUR' }), [original('B1', 10_000n)]],
    ['kind red-letter-kind', inYuan({ kind: 'debitNote' }), [original('B1', 10_000n)]],
    ['originals red-letter-original-missing 13', inYuan(), [original('B1', 10_000n, '9')]],
    ['originals red-letter-beyond-original 13', inYuan(), [original('B1', 9999n)]],
    ['', inYuan(), [original('B1', 10_000n, '13.0')]],
  ])('have the fault: %s', (expected, document, originals) => {
    expect(faults(document, ...originals).join()).toBe(expected);
  });

  it('sum to the document, and none takes back more than there is', () => {
    const nets = fc.array(fc.bigInt({ min: 1n, max: 50_000n }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(nets, fc.bigInt({ min: 1n, max: 100n }), (drawn, part) => {
        const whole = drawn.reduce((sum, net) => sum + net, 0n);
        const document = inYuan({ lines: [documentLine((whole * part) / 100n, '13')] });
        const originals = drawn.map((net, index) => original(`B${index}`, net));
        const result = redLetters(document, originals);
        const letters = result.ok ? result.value : [];
        const sum = (field: 'netAmount' | 'taxAmount') =>
          letters.reduce((all, letter) => all - BigInt(letter[field].replace('.', '')), 0n);
        expect([result.ok, sum('netAmount'), sum('taxAmount')]).toEqual([
          true,
          document.netMinor,
          document.taxMinor,
        ]);
        for (const { originalNumber, netAmount } of letters) {
          const net = -BigInt(netAmount.replace('.', ''));
          expect(net <= (drawn[Number(originalNumber.slice(1))] ?? 0n)).toBe(true);
        }
      }),
      { numRuns: 200, seed: 20_261_129 },
    );
  });

  it('are of invoices that a file names', () => {
    const read = decodeOriginals({
      originals: [{ number: 'B1', issuedOn: '2026-03-01', rate: '13', net: '100' }],
    });
    expect(read).toEqual({ ok: true, value: [original('B1', 10_000n)] });
    expect(
      decodeOriginals({ originals: [{ number: 'B1', issuedOn: '1.3.', rate: '13', net: '-1' }] }).ok,
    ).toBe(false);
  });
});

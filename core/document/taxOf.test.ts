import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentLine } from '../../test/support/rebateDocuments.ts';
import { netOfInclusive } from './netOfInclusive.ts';
import { taxOf, totalsOf } from './taxOf.ts';

const drawnLine = fc.record({
  net: fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
  percent: fc.constantFrom('20', '20.0', '10', '5.5', '0'),
});

describe('the tax of a document', () => {
  it('is that of story E: two rates, 606.26 in all', () => {
    const lines = [documentLine(24_890n, '10'), documentLine(27_706n, '20')];
    const taxes = taxOf(lines);
    expect(taxes.map(({ netMinor, taxMinor }) => [netMinor, taxMinor])).toEqual([
      [27_706n, 5541n],
      [24_890n, 2489n],
    ]);
    expect(totalsOf(lines, taxes)).toEqual({ netMinor: 52_596n, taxMinor: 8030n, grossMinor: 60_626n });
  });

  it.each([
    ['107614', '20', 21_523n],
    ['105389', '20', 21_078n],
    ['91407', '20', 18_281n],
    ['10', '5', 1n],
    ['-10', '5', -1n],
    ['9', '5', 0n],
    ['100', '5.5', 6n],
  ])('of %s minor units at %s %% is %s', (net, percent, tax) => {
    expect(taxOf([documentLine(BigInt(net), percent)])[0]?.taxMinor).toBe(tax);
  });

  it('is rounded once for each rate, not per line, and 20 is 20.0', () => {
    const lines = [documentLine(2n, '20'), documentLine(2n, '20.0'), documentLine(2n, '20')];
    expect(taxOf(lines).map(({ taxMinor }) => taxMinor)).toEqual([1n]);
  });

  it('does not depend on the order of the lines, nor on how they are cut', () => {
    fc.assert(
      fc.property(fc.array(drawnLine, { minLength: 1, maxLength: 8 }), (drawn) => {
        const lines = drawn.map(({ net, percent }) => documentLine(net, percent));
        const cut = lines.flatMap((line) => [
          { ...line, netMinor: line.netMinor - 7n },
          { ...line, netMinor: 7n },
        ]);
        expect(taxOf([...cut].reverse())).toEqual(taxOf(lines));
        const { netMinor, taxMinor, grossMinor } = totalsOf(lines, taxOf(lines));
        expect(netMinor + taxMinor).toBe(grossMinor);
        expect(netMinor).toBe(drawn.reduce((sum, { net }) => sum + net, 0n));
      }),
      { numRuns: 200, seed: 20_261_129 },
    );
  });
});

describe('amounts that hold their tax', () => {
  it.each([
    [12_000n, '20', 10_000n, 2000n],
    [3n, '20', 3n, 0n],
    [100n, '7', 93n, 7n],
    [100n, '0', 100n, 0n],
  ])('%s with %s %% is %s and %s', (gross, percent, net, tax) => {
    const { netMinors, taxes } = netOfInclusive([
      { key: 'a', grossMinor: gross, category: 'standard', rate: documentLine(0n, percent).rate },
    ]);
    expect([netMinors, taxes.map(({ taxMinor }) => taxMinor)]).toEqual([[net], [tax]]);
  });

  it('keep their gross of each rate to the cent, and no net is a cent away from its own', () => {
    fc.assert(
      fc.property(fc.array(drawnLine, { minLength: 1, maxLength: 8 }), (drawn) => {
        const lines = drawn.map(({ net, percent }, index) => ({
          ...documentLine(0n, percent),
          key: String(index),
          grossMinor: net,
        }));
        const { netMinors, taxes } = netOfInclusive(lines);
        const gross = drawn.reduce((sum, { net }) => sum + net, 0n);
        expect(totalsOf([], taxes).taxMinor + netMinors.reduce((sum, net) => sum + net, 0n)).toBe(gross);
        const netted = lines.map((line, index) => ({ ...line, netMinor: netMinors[index] ?? 0n }));
        expect(taxes.map(({ netMinor }) => netMinor)).toEqual(taxOf(netted).map(({ netMinor }) => netMinor));
      }),
      { numRuns: 200, seed: 20_261_129 },
    );
  });
});

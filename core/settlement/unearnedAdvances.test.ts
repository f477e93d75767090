import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unearnedAdvances } from './unearnedAdvances.ts';

const advance = (settlement: string, openMinor: bigint) => ({
  settlement,
  number: `PN-${settlement}`,
  openMinor,
});

describe('what is asked back of advances', () => {
  it.each<[string, bigint[], bigint, bigint[]]>([
    ['all of it where nothing was earned', [500n], 0n, [500n]],
    ['what is beyond what was earned', [500n], 499n, [1n]],
    ['nothing where all was earned', [500n], 500n, []],
    ['nothing where more was earned', [500n], 501n, []],
    ['of the later one first', [300n, 200n], 350n, [150n]],
    ['of both', [300n, 200n], 100n, [200n, 200n]],
    ['nothing where nothing is open', [0n], 0n, []],
  ])('%s', (_, open, coming, expected) => {
    const advances = open.map((minor, index) => advance(String(index), minor));
    expect(unearnedAdvances(advances, coming).map(({ minor }) => minor)).toEqual(expected);
  });

  it('and what is earned are together what was open, and asked again it is nothing', () => {
    const amount = fc.bigInt({ min: 0n, max: 1000n });
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 5 }), amount, (open, coming) => {
        const advances = open.map((minor, index) => advance(String(index), minor));
        const asked = unearnedAdvances(advances, coming);
        const sum = asked.reduce((total, { minor }) => total + minor, 0n);
        const all = open.reduce((total, minor) => total + minor, 0n);
        expect(sum).toBe(all > coming ? all - coming : 0n);
        const by = new Map(asked.map((one) => [one.advance, one.minor]));
        const left = advances.map((one) => ({
          ...one,
          openMinor: one.openMinor - (by.get(one.settlement) ?? 0n),
        }));
        expect(unearnedAdvances(left, coming)).toEqual([]);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHORTFALL_REASONS, type ShortfallReason } from './claimReason.ts';
import { splitShortfall } from './splitShortfall.ts';

const amounts = (...minors: readonly bigint[]) => new Map(minors.map((minor, index) => [index + 1, minor]));
const layer = (reason: ShortfallReason, ...minors: readonly bigint[]) => ({
  reason,
  lines: amounts(...minors),
});

describe('a shortfall', () => {
  it('is split in the order of the reasons: story B by the claim', () => {
    const split = splitShortfall(amounts(297_242n), [layer('price', 296_090n), layer('validity', 175_979n)]);
    expect(split.map(({ reason, minor }) => [reason, minor])).toEqual([
      ['price', 1_152n],
      ['validity', 120_111n],
    ]);
  });

  it('takes a line that a layer does not name away whole, and a reason may add', () => {
    const split = splitShortfall(amounts(10n, 20n), [layer('quantity', 12n, 20n), layer('product', 12n)]);
    expect(split.map(({ minor, lines }) => [minor, [...lines.values()]])).toEqual([
      [-2n, [-2n, 0n]],
      [20n, [0n, 20n]],
    ]);
  });

  it('with a reason twice or out of order is a fault', () => {
    const wrong = [layer('validity', 1n), layer('price', 1n)];
    expect(() => splitShortfall(amounts(1n), wrong)).toThrow('Fault: the reason price after validity');
  });

  it('comes to the difference, of each line and in all, whatever was objected', () => {
    const minors = fc.array(fc.bigInt(-1000n, 1000n), { minLength: 3, maxLength: 3 });
    const layers = fc
      .uniqueArray(fc.constantFrom(...SHORTFALL_REASONS))
      .chain((reasons) =>
        fc.tuple(
          ...SHORTFALL_REASONS.filter((reason) => reasons.includes(reason)).map((reason) =>
            minors.map((left) => layer(reason, ...left)),
          ),
        ),
      );
    fc.assert(
      fc.property(minors, layers, (claimed, found) => {
        const split = splitShortfall(amounts(...claimed), found);
        const last = found.at(-1)?.lines ?? amounts(...claimed);
        for (const [line, minor] of amounts(...claimed)) {
          const taken = split.reduce((sum, { lines }) => sum + (lines.get(line) ?? 0n), 0n);
          expect(taken).toBe(minor - (last.get(line) ?? 0n));
        }
        const sums = split.map(({ lines }) => [...lines.values()].reduce((sum, minor) => sum + minor, 0n));
        expect(split.map(({ minor }) => minor)).toEqual(sums);
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differences, type Layer } from '../booking/differences.ts';
import { recognisedLayers } from './recognisedLayers.ts';

const amounts = (entries: Readonly<Record<string, bigint>>) => new Map(Object.entries(entries));
const layer = (cause: Layer['cause'], targets: Readonly<Record<string, bigint>>): Layer => ({
  cause,
  targets: amounts(targets),
});

it('gives the contract’s causes first, and the change of the estimate last', () => {
  // Earned was 3,300 and 4,400 were recognised; a late line adds 90, a return takes 30, and 4,500 are expected.
  const earned = [
    layer('onTimeLines', { a: 3300n }),
    layer('lateLines', { a: 3390n }),
    layer('returns', { a: 3360n }),
  ];
  const booked = { earned: amounts({ a: 3300n }), recognised: amounts({ a: 4400n }) };
  const [difference] = differences(
    recognisedLayers(earned, amounts({ a: 4500n }), booked),
    booked.recognised,
  );
  expect(difference?.causes).toEqual([
    { cause: 'lateLines', minor: 90n },
    { cause: 'returns', minor: -30n },
    { cause: 'estimate', minor: 40n },
  ]);
});

it('takes back what nothing supports any more', () => {
  const booked = { earned: amounts({ a: 5n }), recognised: amounts({ a: 7n }) };
  const found = differences(recognisedLayers([layer('returns', {})], amounts({}), booked), booked.recognised);
  expect(found).toMatchObject([{ key: 'a', delta: -7n }]);
});

it('sums to the difference, whatever was booked before', () => {
  const sums = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.bigInt({ min: -999n, max: 999n }));
  fc.assert(
    fc.property(sums, sums, sums, sums, sums, (first, last, target, earned, recognised) => {
      const booked = { earned: amounts(earned), recognised: amounts(recognised) };
      const layers = recognisedLayers(
        [layer('terms', first), layer('returns', last)],
        amounts(target),
        booked,
      );
      for (const { key, delta, causes } of differences(layers, booked.recognised)) {
        expect(delta).toBe((target[key] ?? 0n) - (recognised[key] ?? 0n));
        expect(causes.reduce((sum, { minor }) => sum + minor, 0n)).toBe(delta);
      }
    }),
  );
});

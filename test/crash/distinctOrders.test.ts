import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distinctOrders, type WatchedPlay } from './distinctOrders.ts';
import type { Footprint } from './footprints.ts';
import { everySchedule, type Session } from './schedules.ts';

// Orders that differ only by neighbours which do not notice each other are one: whatever any order of small random
// programs comes to, one of the orders that are left comes to as well, and they are fewer.

/** Takes one number over another one, times ten and a digit of its own, in a transaction of its own. */
type Step = { readonly from: string; readonly to: string; readonly digit: number };

const step = fc.record({
  from: fc.constantFrom('a', 'b', 'c'),
  to: fc.constantFrom('a', 'b', 'c'),
  digit: fc.nat(9),
});
const programs = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 3 });

function playOf(all: readonly (readonly Step[])[]): WatchedPlay {
  const numbers: Record<string, number> = { a: 1, b: 2, c: 3 };
  const sessions = all.map(
    (steps): Session =>
      async (turn) => {
        for (const { from, to, digit } of steps) {
          await turn();
          numbers[to] = ((numbers[from] ?? 0) * 10 + digit) % 9973;
        }
      },
  );
  return {
    sessions,
    areAlike: false,
    waiting: async () => 0,
    outcome: async () => JSON.stringify(numbers),
    footprints: (session) => (all[session] ?? []).map(printOf),
  };
}

function printOf({ from, to }: Step): Footprint {
  const [reads, written] = [new Set([from, to]), new Set([to])];
  return { reads, changes: written, closes: new Set(), names: new Set(), shows: written, isWhole: true };
}

it('comes to all that any order comes to', async () => {
  let [every, distinct] = [0, 0];
  await fc.assert(
    fc.asyncProperty(programs, async (all) => {
      const orders = await everySchedule(async () => playOf(all));
      const found = await distinctOrders(async () => playOf(all), 10_000);
      every += [...orders.values()].flat().length;
      distinct += [...found.outcomes.values()].flat().length;
      expect(found.isAll).toBe(true);
      expect([...found.outcomes.keys()].sort()).toEqual([...orders.keys()].sort());
    }),
    { numRuns: 60, seed: 20_261_130 },
  );
  expect(distinct).toBeLessThan(every / 2);
}, 60_000);

it('plays one order where nobody notices anybody', async () => {
  const all = ['a', 'b'].map((name) => [1, 2, 3].map((digit) => ({ from: name, to: name, digit })));
  const found = await distinctOrders(async () => playOf(all), 100);
  expect([[...found.outcomes.values()].flat().length, found.again, found.isAll]).toEqual([1, 0, true]);
});

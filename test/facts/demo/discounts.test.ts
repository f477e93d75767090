import { expect, it } from 'vitest';
import { priceWaterfall } from '../../../core/fact/priceWaterfall.ts';
import { compare, negate, rational, subtract } from '../../../core/number/rational.ts';
import { demoLines } from './demoFiles.ts';

// The discounts that a description finds lead from the list price to what the documents say was
// billed. AdventureWorks rounds each of its amounts to four places, and 378 lines differ by the last.
it.each([
  { name: 'nw-sales', discounted: 838, beyond: rational(0n), rounded: 0 },
  { name: 'aw-reseller-sales', discounted: 3282, beyond: rational(1n, 10_000n), rounded: 378 },
] as const)(
  '$name: list price less discounts is what was billed',
  async ({ name, discounted, beyond, rounded }) => {
    const lines = await demoLines(name);
    const differences = lines.map((line) => {
      const { invoice, net } = priceWaterfall(line);
      if (!('value' in invoice && 'value' in net)) throw new Error(`${line.document} has no price`);
      const rest = subtract(invoice.value, net.value);
      return rest.n < 0n ? negate(rest) : rest;
    });
    expect(lines.filter((line) => line.discounts !== undefined)).toHaveLength(discounted);
    expect(differences.filter((difference) => compare(difference, beyond) > 0)).toEqual([]);
    expect(differences.filter(({ n }) => n !== 0n)).toHaveLength(rounded);
  },
);

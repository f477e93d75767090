import fc from 'fast-check';
import { expect, it } from 'vitest';
import { productClasses } from './productClasses.ts';

const PRODUCTS = 12;

it('puts products together that count for the same terms, and no others', () => {
  const random = fc.array(fc.uniqueArray(fc.nat(PRODUCTS - 1)), { maxLength: 40 });
  fc.assert(
    fc.property(random, (drawn) => {
      const terms = drawn.map((own) => new Uint32Array(own).sort());
      const words = Math.max(1, Math.ceil(terms.length / 32));
      const { of, count, bits, firstOf, list } = productClasses(terms, words, PRODUCTS);
      const termsOf = (product: number) => terms.map((own) => own.includes(product));
      const alike = Map.groupBy(Array(PRODUCTS).keys(), (product) => termsOf(product).join());
      expect(new Set(of).size).toBe(alike.size);
      expect(count).toBe(alike.size);
      for (let product = 0; product < PRODUCTS; product += 1) {
        const row = (of[product] as number) * words;
        const found = terms.map(
          (_, term) => (((bits[row + (term >>> 5)] as number) >>> (term & 31)) & 1) === 1,
        );
        expect(found).toEqual(termsOf(product));
      }
      for (const [term, own] of terms.entries()) {
        const classes = list.subarray(firstOf[term], firstOf[term + 1]);
        expect([...classes].sort()).toEqual([...new Set([...own].map((product) => of[product]))].sort());
      }
    }),
    { numRuns: 300, seed: 20_261_201 },
  );
});

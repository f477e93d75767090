import { sharedArray, sharedCopy } from './sharedArray.ts';

/** Products that count for the same terms, such as those of one category, are one class: classes are few. */
export type ProductClasses = {
  readonly count: number;
  /** Of each product its class. */
  readonly of: Uint32Array;
  /** The terms of each class. Shape: a row of words each. */
  readonly bits: Int32Array;
  /** Of each term the first of its classes, one more at the end; then classes. */
  readonly firstOf: Uint32Array;
  readonly list: Uint32Array;
};

/** `terms`: of each the products that count for it. */
export function productClasses(
  terms: readonly Uint32Array[],
  words: number,
  products: number,
): ProductClasses {
  const { of, count } = classesOf(terms, products);
  const bits = sharedArray(Int32Array, count * words);
  const firstOf = sharedArray(Uint32Array, terms.length + 1);
  const list: number[] = [];
  for (const [term, own] of terms.entries()) {
    const [word, bit] = [term >>> 5, 1 << (term & 31)];
    for (const product of own) {
      const found = of[product] as number;
      const known = bits[found * words + word] as number;
      if ((known & bit) === 0) list.push(found);
      bits[found * words + word] = known | bit;
    }
    firstOf[term + 1] = list.length;
  }
  return { count, of, bits, firstOf, list: sharedCopy(Uint32Array, list) };
}

/** Term by term, each class of which a part only counts is split in two. */
function classesOf(terms: readonly Uint32Array[], products: number) {
  const of = sharedArray(Uint32Array, products);
  const size = new Uint32Array(products + 1);
  const hits = new Uint32Array(products + 1);
  const splitInto = new Uint32Array(products + 1);
  size[0] = products;
  let count = 1;
  for (const own of terms) {
    for (const product of own) hits[of[product] as number] = (hits[of[product] as number] as number) + 1;
    for (const product of own) {
      const found = of[product] as number;
      const counting = hits[found] as number;
      if (counting === size[found] || counting === 0) continue;
      if (splitInto[found] === 0) {
        splitInto[found] = count;
        count += 1;
      }
      const into = splitInto[found] as number;
      of[product] = into;
      size[into] = (size[into] as number) + 1;
      if (size[into] !== counting) continue;
      size[found] = (size[found] as number) - counting;
      hits[found] = 0;
      splitInto[found] = 0;
    }
    for (const product of own) hits[of[product] as number] = 0;
  }
  return { of, count };
}

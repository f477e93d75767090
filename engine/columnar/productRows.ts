import { sharedArray } from './sharedArray.ts';

/**
 * Which terms each product counts for, as a row of bits. Products that count for the same terms, such as those of
 * one category, share a row, so that rows are few and stay in the processor's cache.
 */
export function productRows(
  terms: readonly Uint32Array[],
  words: number,
  products: number,
): { readonly productRow: Uint32Array; readonly productBits: Int32Array } {
  const { classOf, classes } = classesOf(terms, products);
  const productBits = sharedArray(Int32Array, classes * words);
  for (const [term, own] of terms.entries()) {
    const [word, bit] = [term >>> 5, 1 << (term & 31)];
    for (let at = 0; at < own.length; at += 1) {
      const place = (classOf[own[at] as number] as number) * words + word;
      productBits[place] = (productBits[place] as number) | bit;
    }
  }
  for (let product = 0; product < products; product += 1) {
    classOf[product] = (classOf[product] as number) * words;
  }
  return { productRow: classOf, productBits };
}

/** Term by term, each class of which a part only counts is split in two. */
function classesOf(terms: readonly Uint32Array[], products: number) {
  const classOf = sharedArray(Uint32Array, products);
  const size = new Uint32Array(products + 1);
  const hits = new Uint32Array(products + 1);
  const splitInto = new Uint32Array(products + 1);
  size[0] = products;
  let classes = 1;
  for (const own of terms) {
    for (let at = 0; at < own.length; at += 1) {
      const found = classOf[own[at] as number] as number;
      hits[found] = (hits[found] as number) + 1;
    }
    for (let at = 0; at < own.length; at += 1) {
      const product = own[at] as number;
      const found = classOf[product] as number;
      const count = hits[found] as number;
      if (count === size[found] || count === 0) continue;
      if (splitInto[found] === 0) {
        splitInto[found] = classes;
        classes += 1;
      }
      const into = splitInto[found] as number;
      classOf[product] = into;
      size[into] = (size[into] as number) + 1;
      // What is left of the class; zero hits keep its other half out of the next look.
      if (size[into] === count) {
        size[found] = (size[found] as number) - count;
        hits[found] = 0;
        splitInto[found] = 0;
      }
    }
    for (let at = 0; at < own.length; at += 1) hits[classOf[own[at] as number] as number] = 0;
  }
  return { classOf, classes };
}

import { scaled } from '../../text/figures.ts';

export type Bucket = { readonly payments: string; readonly receipts: string };

/** Heights of two bars in parts of a thousand of the largest amount of all; below zero is none. */
export function barHeights(
  buckets: readonly Bucket[],
): readonly { readonly paid: number; readonly got: number }[] {
  const sizes = buckets.map(({ payments, receipts }) => [sizeOf(payments), sizeOf(receipts)] as const);
  let largest = 1n;
  for (const size of sizes.flat()) if (size > largest) largest = size;
  const height = (size: bigint) => Number((size * 1000n) / largest);
  return sizes.map(([paid, got]) => ({ paid: height(paid), got: height(got) }));
}

/** An amount without its sign, in ten-thousandths of its unit. */
function sizeOf(exact: string): bigint {
  const size = scaled(exact, 4);
  return size < 0n ? -size : size;
}

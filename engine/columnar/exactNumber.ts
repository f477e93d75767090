/** Integers below 2^53, or NaN; in half the memory where all of them are there and small. */
export type Integers = Float64Array | Int32Array;

/** What an Int32Array holds. */
export const SMALL_MAX = 2 ** 31 - 1;

/**
 * Integers in float64: exact below 2^53, and only such ones come here. Everything beyond stays a
 * bigint.
 */
const EXACT_MAX = BigInt(Number.MAX_SAFE_INTEGER);

/** The integer as a float64, or NaN where it does not fit: the mark of a row that only core can look at. */
export function exactNumber(integer: bigint): number {
  return integer <= EXACT_MAX && integer >= -EXACT_MAX ? Number(integer) : Number.NaN;
}

/** A sum of integers in float64 that goes on as a bigint where it would leave 2^53. */
export class ExactSum {
  private small = 0;
  private large = 0n;

  /** Shape: an integer below 2^53. */
  add(integer: number): void {
    const sum = this.small + integer;
    if (Number.isSafeInteger(sum)) this.small = sum;
    else {
      this.large += BigInt(this.small);
      this.small = integer;
    }
  }

  get value(): bigint {
    return this.large + BigInt(this.small);
  }

  clear(): void {
    this.small = 0;
    this.large = 0n;
  }
}

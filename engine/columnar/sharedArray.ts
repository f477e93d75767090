type NumbersOf<T> = {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: SharedArrayBuffer): T;
};

/** So many numbers, zero at first, in memory that threads share. */
export function sharedArray<T>(kind: NumbersOf<T>, length: number): T {
  return new kind(new SharedArrayBuffer(kind.BYTES_PER_ELEMENT * length));
}

/** The same with numbers that are at hand. */
export function sharedCopy<T extends { set(from: ArrayLike<number>): void }>(
  kind: NumbersOf<T>,
  from: ArrayLike<number>,
): T {
  const copy = sharedArray(kind, from.length);
  copy.set(from);
  return copy;
}

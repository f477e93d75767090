/** A value as JSON can hold it: an integer beyond what JSON counts in is an object with its digits. */
export function withTaggedBigints(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, held: unknown) => (typeof held === 'bigint' ? { $integer: `${held}` } : held)),
  );
}

/** The value that was written so. Shape: what this module wrote; the caller says what it is. */
export function withBigints<T>(json: unknown): T {
  return JSON.parse(JSON.stringify(json), (_, held: unknown) =>
    isTagged(held) ? BigInt(held.$integer) : held,
  ) as T;
}

function isTagged(value: unknown): value is { readonly $integer: string } {
  return (
    typeof value === 'object' && value !== null && '$integer' in value && typeof value.$integer === 'string'
  );
}

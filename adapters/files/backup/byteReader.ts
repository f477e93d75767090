/** Takes so many bytes at a time off a stream; fewer come at its end only. */
export type ByteReader = { readonly take: (length: number) => Promise<Buffer> };

export function byteReader(bytes: AsyncIterable<Uint8Array>): ByteReader {
  const source = bytes[Symbol.asyncIterator]();
  let held: Uint8Array[] = [];
  let size = 0;
  return {
    take: async (length) => {
      while (size < length) {
        const { value, done } = await source.next();
        if (done) break;
        held.push(value);
        size += value.length;
      }
      const all = Buffer.concat(held, size);
      const taken = all.subarray(0, length);
      held = [all.subarray(taken.length)];
      size -= taken.length;
      return taken;
    },
  };
}

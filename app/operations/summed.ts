import type { TableSum } from '../ports/snapshot.ts';

/** An incremental hash, as the machine gives it. */
export type RunningHash = {
  readonly update: (bytes: Uint8Array) => unknown;
  readonly digest: (form: 'hex') => string;
};

const END_OF_ROW = 0x0a;

/**
 * Passes the text of a table on and tells at its end what it came to. A row ends with a line feed;
 * COPY writes one inside a value as two other signs, so counting them counts rows.
 */
export async function* summed(
  chunks: AsyncIterable<Uint8Array>,
  hash: RunningHash,
  tell: (sum: TableSum) => void,
): AsyncGenerator<Uint8Array> {
  let rows = 0;
  let bytes = 0;
  for await (const chunk of chunks) {
    for (let at = chunk.indexOf(END_OF_ROW); at >= 0; at = chunk.indexOf(END_OF_ROW, at + 1)) rows += 1;
    bytes += chunk.length;
    hash.update(chunk);
    yield chunk;
  }
  tell({ rows, bytes, sha256: hash.digest('hex') });
}

import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Whoever takes nothing for so long has gone, whatever the connection says. */
const STALLED_MS = 60_000;

/**
 * What an export reads, as it is read; whoever takes it away too early, or not at all, ends the reading.
 * `read` gives the pieces to `take`, and what it holds meanwhile is freed at the end.
 */
export function streamedExport(
  read: (take: (chunks: AsyncIterable<Buffer>) => Promise<void>) => Promise<void>,
  free: () => void,
): Readable {
  const content = new PassThrough();
  const stalled = () => content.destroy(new Error('The export was not taken away'));
  read((chunks) => pipeline(Readable.from(watched(chunks, stalled)), content))
    .catch((error: Error) => content.destroy(error))
    .finally(free);
  return content;
}

/** Says so where nobody asks for the next piece in time. */
async function* watched(chunks: AsyncIterable<Buffer>, stalled: () => void): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    const watch = setTimeout(stalled, STALLED_MS);
    try {
      yield chunk;
    } finally {
      clearTimeout(watch);
    }
  }
}

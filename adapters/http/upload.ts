import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';

/** A file that somebody sent, in a temporary place until the answer is given. */
export type Upload = {
  readonly path: string;
  readonly bytes: number;
  /** Hex, of the bytes as received. */
  readonly sha256: string;
  readonly mediaType: string;
};

/** How long a whole file may take; a sender who drips bytes holds a file and a socket, nothing else. */
const PATIENCE_MS = 300_000;

class TooLarge extends Error {}

/**
 * Streams a body into a temporary file, never more than allowed; `remove` deletes it.
 * Refuses: body-too-large (limit), body-too-slow (seconds).
 */
export async function receiveUpload(
  content: Readable,
  mediaType: string,
  limit: number,
): Promise<Result<{ readonly upload: Upload; readonly remove: () => Promise<void> }>> {
  const folder = await mkdtemp(join(tmpdir(), 'openrebate-upload-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'received');
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(bytes > limit ? new TooLarge() : null, chunk);
    },
  });
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    await pipeline(content, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal });
    return accept({ upload: { path, bytes, sha256: hash.digest('hex'), mediaType }, remove });
  } catch (error) {
    await remove();
    if (error instanceof TooLarge) {
      return refused(refuse('body-too-large', 'body', { limit: String(limit) }));
    }
    if (!signal.aborted) throw error;
    return refused(refuse('body-too-slow', 'body', { seconds: String(PATIENCE_MS / 1000) }));
  }
}

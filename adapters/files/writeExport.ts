import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { wholeFile } from './wholeFile.ts';
import { writeFlushed } from './writeFlushed.ts';

/** What was written: enough to know the file again. */
export type WrittenFile = { readonly file: string; readonly bytes: number; readonly sha256: string };

/** Writes pieces into a file that is there whole or not at all; one that is there gives way. Refuses: file-not-writable. */
export function writeExport(path: string, chunks: AsyncIterable<Buffer>): Promise<Result<WrittenFile>> {
  return wholeFile(path, true, async (fresh) => {
    const hash = createHash('sha256');
    let bytes = 0;
    const counted = async function* () {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    };
    await writeFlushed(fresh, counted());
    return accept({ file: basename(path), bytes, sha256: hash.digest('hex') });
  });
}

import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { FILE_LIMITS } from './fileLimits.ts';
import { fileRefusal } from './fileRefusal.ts';
import { tooLarge } from './receivedBytes.ts';
import { utf8Text } from './utf8Text.ts';

/**
 * A whole text file: UTF-8, a byte order mark is passed over.
 * Refuses: file-not-found, file-not-readable, file-too-large, file-text-invalid.
 */
export async function readText(path: string, limit: number = FILE_LIMITS.textBytes): Promise<Result<string>> {
  const file = basename(path);
  try {
    const bytes = await readUpTo(path, limit + 1);
    if (bytes.length > limit) return refused(tooLarge(file, limit));
    const { text, isIntact } = utf8Text(bytes);
    return isIntact
      ? accept(text.replace(/^\ufeff/, ''))
      : refused(refuse('file-text-invalid', file, { file }));
  } catch (error) {
    const refusal = fileRefusal(error, path);
    if (refusal === undefined) throw error;
    return refused(refusal);
  }
}

/** Reads at most `limit` bytes, whatever the size that the file claims to have. */
async function readUpTo(path: string, limit: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of file.createReadStream({ end: limit - 1 }) as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
    }
    return Buffer.concat(chunks, length);
  } finally {
    await file.close();
  }
}

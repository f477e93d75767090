import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { type Result, refused } from '../../../core/refusal/refusals.ts';
import { fileRefusal } from '../fileRefusal.ts';
import { type OpenBackup, readBackup } from './readBackup.ts';

/** In the place of a path: standard input or standard output. */
export const STREAM = '-';

/**
 * Opens a backup and gives it to the work, which has to read it to its end before it believes it.
 * Refuses: file-not-found, file-not-readable, backup-invalid (file, reason), backup-incomplete
 * (file, table), backup-changed (file, table).
 */
export async function withBackup<T>(
  path: string,
  work: (backup: OpenBackup) => Promise<Result<T>>,
): Promise<Result<T>> {
  const input = path === STREAM ? process.stdin : createReadStream(path, { highWaterMark: 2 ** 20 });
  try {
    return await work(await readBackup(input, path === STREAM ? path : basename(path)));
  } catch (error) {
    const refusal = fileRefusal(error, path);
    if (refusal === undefined) throw error;
    return refused(refusal);
  } finally {
    input.destroy();
  }
}

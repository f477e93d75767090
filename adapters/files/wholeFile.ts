import { randomBytes } from 'node:crypto';
import { link, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { FileRefused } from './fileRefusal.ts';
import { systemCode } from './systemCode.ts';

/**
 * Makes a file that is there whole or not at all, also after a power cut: the work writes and
 * flushes it under another name, then it gets its own. `replaces` says whether a file that is there
 * gives way. What is no ordinary file, such as a pipe, is written to as it is.
 * Refuses: file-exists, file-not-writable (file, reason), and what the work refuses.
 */
export async function wholeFile<T>(
  path: string,
  replaces: boolean,
  work: (path: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const file = basename(path);
  const fresh = join(dirname(path), `.${file}.new-${randomBytes(3).toString('hex')}`);
  try {
    const there = await kindOf(path);
    if (there === 'other') return await work(path);
    if (there === 'file' && !replaces) return refused(refuse('file-exists', file, { file }));
    const written = await work(fresh);
    if (!written.ok) return written;
    await (replaces ? rename(fresh, path) : nameOnce(fresh, path));
    await syncFolder(dirname(path));
    return written;
  } catch (error) {
    if (error instanceof FileRefused) return refused(error.refusal);
    const reason = systemCode(error);
    if (reason === undefined) throw error;
    if (reason === 'EEXIST') return refused(refuse('file-exists', file, { file }));
    return refused(refuse('file-not-writable', file, { file, reason }));
  } finally {
    await rm(fresh, { force: true }).catch(() => undefined);
  }
}

async function kindOf(path: string): Promise<'nothing' | 'file' | 'other'> {
  try {
    return (await stat(path)).isFile() ? 'file' : 'other';
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 'nothing';
    throw error;
  }
}

/** A second name is refused where it is taken; file systems without second names only rename. */
async function nameOnce(fresh: string, path: string): Promise<void> {
  try {
    await link(fresh, path);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(systemCode(error) ?? '')) throw error;
    await rename(fresh, path);
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Snapshot } from '../../../app/ports/snapshot.ts';
import { accept, type Result, refuse, refused } from '../../../core/refusal/refusals.ts';
import { FileRefused } from '../fileRefusal.ts';
import { checkBackup } from './checkBackup.ts';
import { STREAM } from './withBackup.ts';
import { type BackupLabel, type Written, writeBackup } from './writeBackup.ts';

/**
 * Writes a snapshot to a file that is there whole or not at all: under another name, then read back
 * and compared, then renamed, and the name made to last. What is there already is not replaced.
 * Refuses: file-exists, file-not-writable (file, reason), backup-changed, backup-incomplete.
 */
export async function saveBackup(
  path: string,
  snapshot: Snapshot,
  label: BackupLabel,
): Promise<Result<Written>> {
  const file = basename(path);
  if (path === STREAM) return accept(await writeBackup(process.stdout, snapshot, label));
  if (await isThere(path)) return refused(refuse('file-exists', file, { file }));
  const fresh = join(dirname(path), `.${file}.new-${randomBytes(3).toString('hex')}`);
  try {
    const written = await writeWhole(fresh, snapshot, label);
    const checked = await checkBackup(fresh);
    if (!checked.ok) return checked;
    if (!isDeepStrictEqual(checked.value.tables, written.tables)) {
      return refused(refuse('backup-changed', file, { file, table: '*' }));
    }
    await rename(fresh, path);
    await syncFolder(dirname(path));
    return accept(written);
  } catch (error) {
    if (error instanceof FileRefused) return refused(error.refusal);
    const reason = systemCode(error);
    if (reason === undefined) throw error;
    return refused(refuse('file-not-writable', file, { file, reason }));
  } finally {
    await rm(fresh, { force: true }).catch(() => undefined);
  }
}

/**
 * A folder for backups, made where it is not there, for its owner only.
 * Refuses: file-not-writable (file, reason).
 */
export async function backupFolder(path: string): Promise<Result<string>> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    return accept(path);
  } catch (error) {
    const reason = systemCode(error);
    if (reason === undefined) throw error;
    return refused(refuse('file-not-writable', path, { file: basename(path), reason }));
  }
}

/** Resolves when the bytes are on the disk. */
async function writeWhole(path: string, snapshot: Snapshot, label: BackupLabel): Promise<Written> {
  const target = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true, highWaterMark: 2 ** 20 });
  const failed = new Promise<never>((_, reject) => {
    target.once('error', reject);
  });
  const writing = async () => {
    const written = await writeBackup(target, snapshot, label);
    target.end();
    await once(target, 'close');
    return written;
  };
  try {
    return await Promise.race([writing(), failed]);
  } finally {
    target.destroy();
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

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Errors of files carry the name of the call; those of the database have no such thing. */
function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  return ['connect', 'getaddrinfo'].includes(String(error.syscall)) ? undefined : String(error.code);
}

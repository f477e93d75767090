import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Snapshot } from '../../../app/ports/snapshot.ts';
import { accept, type Result, refuse, refused } from '../../../core/refusal/refusals.ts';
import { systemCode } from '../systemCode.ts';
import { wholeFile } from '../wholeFile.ts';
import { checkBackup } from './checkBackup.ts';
import { STREAM } from './withBackup.ts';
import { type BackupLabel, type Written, writeBackup } from './writeBackup.ts';

/**
 * Writes a snapshot to a file that is there whole or not at all: under another name, then read back
 * and compared, then under its own. What is there already is not replaced.
 * Refuses: file-exists, file-not-writable (file, reason), backup-changed, backup-incomplete.
 */
export async function saveBackup(
  path: string,
  snapshot: Snapshot,
  label: BackupLabel,
): Promise<Result<Written>> {
  if (path === STREAM) return accept(await writeBackup(process.stdout, snapshot, label));
  return wholeFile(path, false, async (fresh) => {
    const written = await writeWhole(fresh, snapshot, label);
    const checked = await checkBackup(fresh);
    if (!checked.ok) return checked;
    if (isDeepStrictEqual(checked.value.tables, written.tables)) return accept(written);
    return refused(refuse('backup-changed', basename(path), { file: basename(path), table: '*' }));
  });
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

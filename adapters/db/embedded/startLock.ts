import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { openToAppend } from './durableFile.ts';
import { EmbeddedRefused } from './embeddedRefused.ts';
import type { Patience } from './patience.ts';

const SQLITE_BUSY = 5;

/**
 * Does the work while no other process does it with the same file. Node has no file locks of its
 * own; SQLite takes the system's, and those end with their holder, however it ends. The file
 * stays empty.
 */
export async function withStartLock<T>(path: string, patience: Patience, work: () => Promise<T>): Promise<T> {
  // Root may be a guest in somebody's folder, who must be able to take the lock, too.
  await (await openToAppend(path, await stat(dirname(path)))).close();
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    while (!isTaken(lock)) {
      if (patience.isOver()) {
        throw new EmbeddedRefused('database-not-reachable', 'database', {
          reason: 'startLockHeld',
          log: path,
        });
      }
      await patience.tell(() => 'Waiting for another start of the same database');
      await delay(50);
    }
    return await work();
  } finally {
    lock.close();
  }
}

function isTaken(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return false;
    throw error;
  }
}

import { open, rename, rm } from 'node:fs/promises';
import { systemCode } from './embeddedRefused.ts';

/** As much of the end is read; an error message is far shorter. */
const TAIL_BYTES = 4096;

/** Begins a new log and keeps the one of the run before as `<name>.1`. */
export async function rotateLog(path: string): Promise<void> {
  try {
    await rename(path, `${path}.1`);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    await rm(`${path}.1`, { force: true });
  }
}

/** The last lines of the log, oldest first; none where there is no log yet. */
export async function lastLines(path: string): Promise<readonly string[]> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const from = Math.max(0, size - TAIL_BYTES);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL_BYTES), 0, TAIL_BYTES, from);
      return buffer.toString('utf8', 0, bytesRead).trimEnd().split('\n');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Why the server ended by itself; what it told callers who came too early is no reason. */
export async function lastFatal(path: string): Promise<string | undefined> {
  const isReason = (line: string) => /(FATAL|PANIC): /.test(line) && !line.includes('the database system is');
  return (await lastLines(path)).findLast(isReason);
}

import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Refusal, refuse } from '../../core/refusal/refusals.ts';

export type DiskSpace = { readonly free: bigint; readonly total: bigint };

/** PostgreSQL writes ahead in files of 16 MiB and ends where it gets none; some of them are room to breathe. */
const NEEDED = 64n * 2n ** 20n;

/** The room for this user where a folder is, or would be; none where the disk takes no more files. */
export async function diskSpace(folder: string): Promise<DiskSpace> {
  const { bavail, blocks, bsize, files, ffree } = await statfs(await nearest(folder), { bigint: true });
  const takesFiles = files === 0n || ffree > 0n;
  return { free: takesFiles ? bavail * bsize : 0n, total: blocks * bsize };
}

/** Why writing may fail there; undefined where there is room. Refuses: disk-full, storage-failed. */
export async function diskFault(folder: string): Promise<Refusal | undefined> {
  try {
    const { free } = await diskSpace(folder);
    if (free >= NEEDED) return undefined;
    return refuse('disk-full', folder, { folder, free: mebibytes(free), needed: mebibytes(NEEDED) });
  } catch (error) {
    return refuse('storage-failed', folder, { reason: (error as NodeJS.ErrnoException).code ?? '' });
  }
}

/** Which disk a folder is on, or would be: equal for folders that share their room; undefined where nobody can tell. */
export async function diskOf(folder: string): Promise<bigint | undefined> {
  try {
    return (await stat(await nearest(folder), { bigint: true })).dev;
  } catch {
    return undefined;
  }
}

export function mebibytes(bytes: bigint): string {
  return String(bytes / 2n ** 20n);
}

/** The folder, or what is above it where it is not there yet. */
async function nearest(folder: string): Promise<string> {
  try {
    await stat(folder);
    return folder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return nearest(dirname(folder));
  }
}

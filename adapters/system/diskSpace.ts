import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Refusal, refuse } from '../../core/refusal/refusals.ts';

export type DiskSpace = { readonly free: bigint; readonly total: bigint };

/** PostgreSQL writes ahead in files of 16 MiB and ends where it gets none; some of them are room to breathe. */
const NEEDED = 64n * 2n ** 20n;

/** The room for this user where a folder is, or would be. */
export async function diskSpace(folder: string): Promise<DiskSpace> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder, { bigint: true });
    return { free: bavail * bsize, total: blocks * bsize };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return diskSpace(dirname(folder));
  }
}

/** Why writing may fail there; undefined where there is room. */
export async function diskFault(folder: string): Promise<Refusal | undefined> {
  const { free } = await diskSpace(folder);
  if (free >= NEEDED) return undefined;
  return refuse('disk-full', folder, { folder, free: mebibytes(free), needed: mebibytes(NEEDED) });
}

export function mebibytes(bytes: bigint): string {
  return String(bytes / 2n ** 20n);
}

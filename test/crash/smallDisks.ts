import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const MEBIBYTE = 2 ** 20;

/** Mounting needs root. */
export const CAN_MOUNT = process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'true']).status === 0;

/** A disk of its own on a folder: what was in it, and whose it is, is the same afterwards; a new one is that of the folder above. */
export function mountOn(folder: string, size: string): void {
  const kept = `${folder}.kept`;
  if (!existsSync(folder)) {
    const { uid, gid } = statSync(dirname(folder));
    mkdirSync(folder, { mode: 0o700 });
    chownSync(folder, uid, gid);
  }
  execFileSync('cp', ['-a', folder, kept]);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  execFileSync('cp', ['-a', `${kept}/.`, folder]);
  rmSync(kept, { recursive: true });
}

/** A new folder for everybody, on a disk of its own. */
export function mountAnew(parent: string, name: string, size: string): string {
  const folder = join(parent, name);
  mountOn(folder, size);
  chmodSync(folder, 0o777);
  return folder;
}

export function unmount(folder: string): void {
  spawnSync('umount', ['-l', folder]);
}

/** Writes a file until nothing more fits; gives how room is made again. */
export function fillUp(folder: string): () => void {
  const path = join(folder, 'ballast');
  const file = openSync(path, 'w');
  for (const size of [MEBIBYTE, 4096]) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size, 1));
    } catch {
      // Less is tried next.
    }
  }
  closeSync(file);
  return () => rmSync(path);
}

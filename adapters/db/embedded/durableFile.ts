import { chown, constants, type FileHandle, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** User and group that a file is given to. */
export type Owner = { readonly uid: number; readonly gid: number };

/**
 * A file that is there whole or not at all, for its owner only, and still there after a power cut.
 * Root may write into a folder of somebody who puts a link in its way, so the file must be new.
 */
export async function writeSecretFile(path: string, text: string, owner: Owner): Promise<void> {
  const fresh = `${path}.new`;
  await rm(fresh, { force: true });
  const file = await open(fresh, 'wx', 0o600);
  try {
    await file.chmod(0o600);
    await file.chown(owner.uid, owner.gid);
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await renameDurably(fresh, path);
}

/** Opens a file at its end, making it if need be, for its owner only; never what a link leads to. */
export async function openToAppend(path: string, owner: Owner): Promise<FileHandle> {
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW } = constants;
  const file = await open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600);
  await file.chown(owner.uid, owner.gid);
  return file;
}

/** Puts a finished file or folder under its name and makes the name last. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to);
  const folder = await open(dirname(to), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * A new folder `<name>.new-XXXXXX` beside the final one. Unique, since a program started by a
 * killed predecessor may still be writing into its own.
 */
export async function makeFreshFolder(parent: string, name: string, owner: Owner): Promise<string> {
  const fresh = await mkdtemp(join(parent, `${name}.new-`));
  await chown(fresh, owner.uid, owner.gid);
  return fresh;
}

/** Names that `makeFreshFolder` gave and that nobody renamed. */
export function isFreshName(name: string): boolean {
  return /\.new-\w{6}$/.test(name);
}

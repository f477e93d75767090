import { userInfo } from 'node:os';
import { EmbeddedRefused } from './embeddedRefused.ts';
import { runAs } from './runAs.ts';

/** Whom the server runs as: PostgreSQL refuses root. */
export type ServerUser = { readonly name: string; readonly uid: number; readonly gid: number };

/** Tried in this order when root configures nobody. Users are never created. */
const USUAL_USERS = ['postgres', 'nobody'];

/** The user of this process. */
export function currentUser(): ServerUser {
  const uid = process.getuid?.() ?? -1;
  return { name: ownName() ?? String(uid), uid, gid: process.getgid?.() ?? -1 };
}

/** A container may run under a number that no list of users knows. */
function ownName(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The server's user for a new database: ourselves, or for root the configured user, `postgres`,
 * `nobody`. Refuses: configuration-invalid (variable, value, expected), database-embedded-unavailable.
 */
export async function newServerUser(configured: string | undefined): Promise<ServerUser> {
  if (!isRoot()) return currentUser();
  for (const name of configured === undefined ? USUAL_USERS : [configured]) {
    const user = await findUser(name);
    if (user !== undefined && user.uid !== 0) return user;
  }
  if (configured === undefined) {
    const facts = { platform: process.platform, reason: `no user ${USUAL_USERS.join(' or ')}` };
    throw new EmbeddedRefused('database-embedded-unavailable', 'database', facts);
  }
  const variable = 'OPENREBATE_DATABASE_USER';
  const facts = { variable, value: configured, expected: 'postgres, nobody, …' };
  throw new EmbeddedRefused('configuration-invalid', variable, facts);
}

/** The owner of a folder as the user of the server in it. */
export async function ownerAsUser(owner: { uid: number; gid: number }): Promise<ServerUser> {
  const { exitCode, output } = await runAs(currentUser(), 'id', ['-un', String(owner.uid)]);
  const name = exitCode === 0 ? output.trim() : String(owner.uid);
  return { name, uid: owner.uid, gid: owner.gid };
}

/** `id` asks every directory of users that the machine has; Node asks none. */
async function findUser(name: string): Promise<ServerUser | undefined> {
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map((which) => runAs(currentUser(), 'id', [which, '--', name])),
  );
  if (uid?.exitCode !== 0 || gid?.exitCode !== 0) return undefined;
  return { name, uid: Number(uid.output), gid: Number(gid.output) };
}

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { systemCode } from './embeddedRefused.ts';
import { runAs } from './runAs.ts';
import { currentUser, type ServerUser } from './serverUser.ts';

/** A server that has a data directory: its process and where it listens. */
export type Postmaster = { readonly pid: number; readonly port: number };

/** What a `postmaster.pid` can stand for when it stands for no server of this folder. */
type Remnant = 'dead' | 'another program has its pid' | 'unreadable';

/**
 * The server of a data directory; undefined where none lives. The file of a dead one is left to
 * PostgreSQL. It would not start, however, over a pid that a zombie or somebody else's program
 * has now, nor over a file that is cut off: those are removed.
 * Call it under the start lock only.
 */
export async function livingPostmaster(
  data: string,
  user: ServerUser,
  say: (text: string) => void,
): Promise<Postmaster | undefined> {
  const path = join(data, 'postmaster.pid');
  const text = await readIfThere(path);
  if (text === undefined) return undefined;
  const found = await judge(text, data, user);
  if (found === 'dead') return undefined;
  if (typeof found !== 'string') return found;
  // A server that begins has a moment in which its file is empty, and one that a killed start
  // left behind may come between our reading and our removing.
  if (found === 'unreadable') await delay(200);
  if ((await readIfThere(path)) !== text) return livingPostmaster(data, user, say);
  say(`Removing ${path}: ${found}`);
  await rm(path, { force: true });
  return undefined;
}

async function judge(text: string, data: string, user: ServerUser): Promise<Postmaster | Remnant> {
  const lines = text.split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isSafeInteger(pid) || pid <= 0 || !Number.isSafeInteger(port)) return 'unreadable';
  if (!isAlive(pid)) return 'dead';
  const works = process.platform === 'linux' ? worksIn : saysItWorksIn;
  return (await works(pid, data, user)) ? { pid, port } : 'another program has its pid';
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/**
 * Whether a process has the folder as its working directory; a zombie has none. The server's own
 * user asks: in a container even root may not look at another user's process.
 */
async function worksIn(pid: number, folder: string, user: ServerUser): Promise<boolean> {
  const question = 'test "/proc/$1/cwd" -ef "$2"';
  const { exitCode } = await runAs(user, '/bin/sh', ['-c', question, 'sh', String(pid), folder]);
  return exitCode === 0;
}

/** The same without /proc, from the command line that we gave it. */
export async function saysItWorksIn(pid: number, folder: string): Promise<boolean> {
  const { output } = await runAs(currentUser(), 'ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
  return output.includes(` -D ${folder} `);
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

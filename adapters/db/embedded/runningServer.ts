import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isOtherCopy, ownBinaries } from './copyBinaries.ts';
import { isFreshName } from './durableFile.ts';
import { asResult, EmbeddedRefused, folderRefused, systemCode } from './embeddedRefused.ts';
import { SUPERUSER } from './initCluster.ts';
import { type Launched, launchServer } from './launchServer.ts';
import { type Patience, patience } from './patience.ts';
import { livingPostmaster } from './postmasterPid.ts';
import { enter, type Presence } from './presence.ts';
import { lastFatal, lastLines, rotateLog } from './serverLog.ts';
import { LOOPBACK, serverPort } from './serverPort.ts';
import { withStartLock } from './startLock.ts';
import type { StateFolder } from './stateFolder.ts';

/** A running server of ours, ready for connections. */
export type EmbeddedServer = {
  /** Of the superuser, password included: for provisioning roles and databases, never for serving. */
  readonly adminUrl: string;
  readonly host: typeof LOOPBACK;
  readonly port: number;
  readonly stateFolder: string;
  readonly dataDirectory: string;
  readonly version: string;
  /** Whether this process started it; otherwise it ran already and was adopted. */
  readonly isOurs: boolean;
  /** What this process started, also if it has ended since. */
  readonly launched: Launched | undefined;
  /** Resolves when the server is gone, or has thrown everybody out to recover. */
  readonly lost: Promise<void>;
  /**
   * Stops the server that this process started and waits for its end. Leaves it running where it
   * was adopted, and where another process has adopted it meanwhile.
   */
  readonly stop: () => Promise<void>;
};

/** What every step of a start needs to know. */
export type Start = {
  readonly folder: StateFolder;
  readonly data: string;
  readonly password: string;
  readonly log: string;
  readonly lock: string;
  readonly say: (text: string) => void;
  readonly patience: Patience;
  /** The server that this process started before, which may still be there. */
  readonly launched: Launched | undefined;
};

/** As long a stop waits for somebody else's start to be over. */
const STOP_SECONDS = 60;

/** A server that ends by itself as often in a row, without a reason that passes, will not start. */
const ATTEMPTS = 3;

/** What ends a new server although waiting helps: remains of the killed one, or a port just taken. */
const PASSING = /shared memory block|lock file "postmaster.pid"|could not create any TCP\/IP sockets/;

/** Looks, starts what is not there, and looks again, until a connection stands. */
export async function untilReady(start: Start): Promise<EmbeddedServer> {
  let { launched } = start;
  let failures = 0;
  for (let pause = 10; !start.patience.isOver(); pause = Math.min(pause * 1.5, 250)) {
    const found = await livingPostmaster(start.data, start.folder.user, start.say);
    if (found !== undefined) {
      const presence = await enter(found.port, start.password, start.log);
      const ours = launched?.pid === found.pid ? launched : undefined;
      if (presence !== undefined) return readyServer(start, found.port, presence, ours);
    } else if (launched === undefined || launched.hasEnded()) {
      if (launched !== undefined && !(await hasPassingReason(start))) failures += 1;
      if (failures >= ATTEMPTS) throw await notReachable(start);
      launched = await launch(start, launched === undefined);
    }
    await start.patience.tell(() => waitingText(start));
    await delay(pause);
  }
  throw await notReachable(start);
}

function readyServer(
  start: Start,
  port: number,
  presence: Presence,
  ours: Launched | undefined,
): EmbeddedServer {
  const { version } = presence;
  start.say(`PostgreSQL ${version} ${ours ? 'started' : 'runs already'} on ${LOOPBACK}:${port}`);
  return {
    adminUrl: `postgresql://${SUPERUSER}:${start.password}@${LOOPBACK}:${port}/postgres`,
    host: LOOPBACK,
    port,
    stateFolder: start.folder.path,
    dataDirectory: start.data,
    version,
    isOurs: ours !== undefined,
    launched: ours,
    lost: presence.lost,
    stop: () => (ours === undefined ? presence.leave() : stopUnlessUsed(start, presence, ours)),
  };
}

/** Under the start lock: nobody adopts the server between our looking and our stopping. */
async function stopUnlessUsed(start: Start, presence: Presence, ours: Launched): Promise<void> {
  const stopping = withStartLock(start.lock, patience(STOP_SECONDS, start.say), async () => {
    const isAlone = await presence.isAlone();
    await presence.leave();
    if (isAlone) await ours.stop();
    return isAlone;
  });
  const stopped = await asResult(() => stopping);
  if (!stopped.ok || !stopped.value) start.say('PostgreSQL is left running: another process uses it');
}

async function launch(start: Start, isFirst: boolean): Promise<Launched> {
  const { folder, data, say, log } = start;
  const binaries = await ownBinaries(folder, say);
  await checkMajor(start, binaries.version);
  if (isFirst) {
    await removeRemains(folder, binaries.path);
    await rotateLog(log);
  }
  const port = await serverPort(join(folder.path, 'port'), folder.user);
  say(`Starting PostgreSQL as ${folder.user.name}`);
  return launchServer({ user: folder.user, binaries: binaries.path, data, port, log });
}

/** Data of another major version are not touched: they go over by a backup and a restore. */
async function checkMajor({ folder, data }: Start, version: string): Promise<void> {
  const has = await readNeeded(folder, join(data, 'PG_VERSION'));
  const [ours = ''] = version.split('.');
  if (has === ours) return;
  const facts = { folder: folder.path, found: has, ours };
  throw new EmbeddedRefused('database-other-major', folder.path, facts);
}

/** What killed starts and earlier versions left. Nothing runs now; what cannot go stays. */
async function removeRemains(folder: StateFolder, binaries: string): Promise<void> {
  const names = await readdir(folder.path);
  const remains = names.filter((name) => isFreshName(name) || isOtherCopy(name, binaries));
  for (const name of remains) {
    await rm(join(folder.path, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

async function hasPassingReason({ log }: Start): Promise<boolean> {
  return PASSING.test((await lastFatal(log)) ?? '');
}

async function waitingText({ log }: Start): Promise<string> {
  return `Waiting for PostgreSQL: ${(await lastLines(log)).at(-1) ?? ''}`;
}

async function notReachable({ log, data }: Start): Promise<EmbeddedRefused> {
  const reason = (await lastFatal(log)) ?? (await lastLines(log)).at(-1) ?? '';
  return new EmbeddedRefused('database-not-reachable', data, { reason, log });
}

/** A file of the database folder without its last line break. */
export async function readNeeded(folder: StateFolder, path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    throw folderRefused(folder.path, folder.user.name, 'incomplete', path);
  }
}

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../../core/refusal/refusals.ts';
import { ownBinaries } from './copyBinaries.ts';
import { asResult, folderRefused, systemCode } from './embeddedRefused.ts';
import { DATA, initCluster, PASSWORD } from './initCluster.ts';
import type { Launched } from './launchServer.ts';
import { type Patience, patience } from './patience.ts';
import { type EmbeddedServer, readNeeded, untilReady } from './runningServer.ts';
import { withStartLock } from './startLock.ts';
import { chooseStateFolder, DATABASE, type StateFolder, type Whereabouts } from './stateFolder.ts';

export type StartOptions = Whereabouts & {
  readonly say: (text: string) => void;
  /** The server that this process started before and keeps running. */
  readonly launched?: Launched | undefined;
};

/** Recovery after a crash replays what was not yet in the data files; that may take minutes. */
const START_SECONDS = 15 * 60;

/** What the system says when a file of ours cannot be written. */
const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EISDIR']);

/**
 * Gives the PostgreSQL of this installation: finds it running, or starts it, or makes it first.
 * Safe to call from several processes at once, and after any of them was killed at any point.
 * Refuses: state-folder-not-usable (folder, user, reason, detail), database-other-major (folder,
 * found, ours), database-embedded-unavailable (platform, reason), database-not-reachable (reason, log), configuration-invalid.
 */
export function startEmbedded(options: StartOptions): Promise<Result<EmbeddedServer>> {
  return asResult(async () => {
    const folder = await chooseStateFolder(options);
    options.say(`State folder: ${folder.path}`);
    try {
      const waiting = patience(START_SECONDS, options.say);
      const lock = join(folder.path, 'start.lock');
      return await withStartLock(lock, waiting, () => startInside(folder, lock, options, waiting));
    } catch (error) {
      const code = systemCode(error) ?? '';
      if (!UNWRITABLE.has(code)) throw error;
      throw folderRefused(folder.path, folder.user.name, 'notWritable', code);
    }
  });
}

async function startInside(
  folder: StateFolder,
  lock: string,
  { say, launched }: StartOptions,
  waiting: Patience,
): Promise<EmbeddedServer> {
  const database = join(folder.path, DATABASE);
  if (!(await readdir(folder.path)).includes(DATABASE)) {
    const binaries = await ownBinaries(folder, say);
    say('Creating the database');
    await initCluster(folder, binaries.path);
  }
  return untilReady({
    folder,
    data: join(database, DATA),
    password: await readNeeded(folder, join(database, PASSWORD)),
    log: join(folder.path, 'postgresql.log'),
    lock,
    say,
    patience: waiting,
    launched,
  });
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openToAppend } from './durableFile.ts';
import { EmbeddedRefused } from './embeddedRefused.ts';
import { spawnOptions } from './runAs.ts';
import { LOOPBACK } from './serverPort.ts';
import type { ServerUser } from './serverUser.ts';

/** A server that this process started. */
export type Launched = {
  readonly pid: number | undefined;
  readonly hasEnded: () => boolean;
  /** Fast shutdown: open transactions are rolled back; resolves when the server is gone. */
  readonly stop: () => Promise<void>;
};

export type Launch = {
  readonly user: ServerUser;
  readonly binaries: string;
  readonly data: string;
  readonly port: number;
  readonly log: string;
};

/** Given on the command line, so that a newer version of ours applies its own to old databases. */
function settings(port: number): string[] {
  const pairs: Record<string, string> = {
    cluster_name: 'openrebate',
    listen_addresses: LOOPBACK,
    port: String(port),
    unix_socket_directories: '',
    max_connections: '50',
    password_encryption: 'scram-sha-256',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    logging_collector: 'off',
    log_line_prefix: '%m [%p] ',
  };
  return Object.entries(pairs).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * Starts the server in a session of its own: it outlives this process, and Ctrl-C in the terminal
 * does not reach it. Refuses: database-embedded-unavailable (platform, reason).
 */
export async function launchServer({ user, binaries, data, port, log }: Launch): Promise<Launched> {
  const file = await openToAppend(log, user);
  try {
    const child = spawn(join(binaries, 'bin/postgres'), ['-D', data, ...settings(port)], {
      ...spawnOptions(user),
      detached: true,
      stdio: ['ignore', file.fd, file.fd],
    });
    await once(child, 'spawn');
    child.unref();
    return launched(child);
  } catch (error) {
    const facts = { platform: `${process.platform}-${process.arch}`, reason: String(error) };
    throw new EmbeddedRefused('database-embedded-unavailable', 'database', facts);
  } finally {
    await file.close();
  }
}

function launched(child: ChildProcess): Launched {
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    pid: child.pid,
    hasEnded,
    stop: async () => {
      if (hasEnded()) return;
      const end = once(child, 'exit');
      child.ref();
      child.kill('SIGINT');
      await end;
    },
  };
}

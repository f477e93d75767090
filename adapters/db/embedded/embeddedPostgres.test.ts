import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type StartingChild, startInChild } from '../../../test/support/startInChild.ts';
import { findPackage } from './copyBinaries.ts';
import { startEmbedded } from './embeddedPostgres.ts';
import { asResult } from './embeddedRefused.ts';
import { saysItWorksIn } from './postmasterPid.ts';
import type { EmbeddedServer } from './runningServer.ts';

const IS_ROOT = process.getuid?.() === 0;
const CAN_UNSHARE = IS_ROOT && succeeds('unshare', ['-m', 'true']);
const NOBODY = IS_ROOT ? { uid: id('-u'), gid: id('-g') } : { uid: 0, gid: 0 };
/** A checkout below a closed folder cannot be run by an ordinary user. */
const NOBODY_CAN_RUN = IS_ROOT && succeeds(process.execPath, ['-e', '0'], NOBODY) && canRead();

// Each test makes a database of its own, some of them on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folders: string[] = [];
const programs: ChildProcess[] = [];

afterEach(() => {
  for (const program of programs.splice(0)) program.kill('SIGKILL');
});

afterAll(async () => {
  for (const folder of folders) killServer(folder);
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
}, 300_000);

describe('a start', () => {
  it('makes a server with the settings that we promise, and stops it', async () => {
    const server = await start(newFolder());
    expect(server).toMatchObject({
      isOurs: true,
      host: '127.0.0.1',
      version: expect.stringMatching(/^18\./),
    });
    const settings = await ask(server, `SELECT name, setting FROM pg_settings`);
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toMatchObject({
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      password_encryption: 'scram-sha-256',
      data_checksums: 'on',
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      max_connections: '50',
      TimeZone: 'UTC',
      server_encoding: 'UTF8',
      lc_messages: 'C',
    });
    // In a group of its own, which Ctrl-C in the terminal of the starter does not reach.
    const pid = pidOf(server.stateFolder);
    expect(psField('pgid', pid)).toBe(String(pid));
    const database = `SELECT datlocprovider AS provider, datlocale AS locale FROM pg_database`;
    expect(new Set((await ask(server, database)).map((row) => `${row.provider} ${row.locale}`))).toEqual(
      new Set(['b C.UTF-8']),
    );
    const logins = await ask(server, `SELECT DISTINCT auth_method AS method FROM pg_hba_file_rules`);
    expect(logins).toEqual([{ method: 'scram-sha-256' }]);
    await expect(
      ask({ ...server, adminUrl: server.adminUrl.replace(/:[^:@]+@/, ':wrong@') }, ''),
    ).rejects.toThrow('password authentication failed');
    await server.stop();
    expect(existsSync(join(server.dataDirectory, 'postmaster.pid'))).toBe(false);
  });

  it('keeps its secrets to the user of the server, whatever the umask is', async () => {
    const checkout = newFolder();
    const child = startInChild(checkout, { wrapper: ['/bin/sh', '-c', 'umask 077; exec "$@"', 'sh'] });
    const server = await serverOf(child);
    const state = server.stateFolder;
    const modes = (path: string) => (statSync(join(state, path)).mode & 0o777).toString(8);
    for (const path of ['database', 'database/data']) expect(modes(path), path).toBe('700');
    for (const path of ['database/password', 'postgresql.log', 'port']) expect(modes(path), path).toBe('600');
    expect(statSync(join(state, 'database/password')).uid).toBe(statSync(server.dataDirectory).uid);
    const binaries = readdirSync(state).find((name) => name.startsWith('postgresql-')) ?? '';
    expect(modes(join(binaries, 'bin/postgres'))).toBe('755');
    expect(modes(join(binaries, 'share/postgresql/postgres.bki'))).toBe('644');
    await child.stop();
  });

  it('takes another port when somebody has its own, and keeps that one', async () => {
    const checkout = await usedCheckout();
    const first = await start(checkout);
    await first.stop();
    const squatter = createServer().listen(first.port, '127.0.0.1');
    await once(squatter, 'listening');
    const second = await start(checkout);
    expect(second.port).not.toBe(first.port);
    await second.stop();
    squatter.close();
    const third = await start(checkout);
    expect(third.port).toBe(second.port);
    await third.stop();
  });

  it('does not keep a finished command from ending', async () => {
    const child = startInChild(await usedCheckout(), { mode: 'leave' });
    await serverOf(child);
    await child.ended;
  });

  it('says which package is missing on a machine without binaries', async () => {
    expect(await asResult(() => findPackage('sunos-sparc'))).toMatchObject({
      ok: false,
      refusals: [{ code: 'database-embedded-unavailable', facts: { platform: 'sunos-sparc' } }],
    });
  });
});

describe('several starts at once', () => {
  it('end on one server, which the one that started it stops last', async () => {
    const checkout = newFolder();
    const children = [0, 1, 2].map(() => startInChild(checkout));
    const servers = await Promise.all(children.map(serverOf));
    expect(new Set(servers.map(({ adminUrl }) => adminUrl)).size).toBe(1);
    expect(servers.map(({ isOurs }) => isOurs).sort()).toEqual([false, false, true]);
    expectOneServer(servers[0] as EmbeddedServer);
    const starter = children[servers.findIndex(({ isOurs }) => isOurs)] as StartingChild;
    const [adopter, other] = children.filter((child) => child !== starter) as [StartingChild, StartingChild];
    await adopter.stop();
    await other.kill();
    expect(await ask(servers[0] as EmbeddedServer, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await starter.stop();
    await expect(ask(servers[0] as EmbeddedServer, '')).rejects.toThrow('ECONNREFUSED');
  });

  it('end on one server after both sides were killed', async () => {
    const checkout = await usedCheckout();
    const child = startInChild(checkout);
    const before = await serverOf(child);
    await child.kill();
    kill(pidOf(before.stateFolder), 'SIGKILL');
    const children = [0, 1].map(() => startInChild(checkout));
    const servers = await Promise.all(children.map(serverOf));
    expect(servers.map(({ isOurs }) => isOurs).sort()).toEqual([false, true]);
    expectOneServer(servers[0] as EmbeddedServer);
    await Promise.all(children.map((each) => each.kill()));
  });

  it('leave a server running that another process has adopted', async () => {
    const checkout = await usedCheckout();
    const starter = startInChild(checkout);
    const server = await serverOf(starter);
    const adopter = startInChild(checkout);
    expect((await serverOf(adopter)).isOurs).toBe(false);
    await starter.stop();
    expect(starter.texts.at(-1)).toContain('left running');
    expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await adopter.stop();
  });
});

describe('after a kill', () => {
  it('of the server, a new one has all that was committed', async () => {
    const checkout = await usedCheckout();
    const server = await start(checkout);
    await ask(server, 'CREATE TABLE kept AS SELECT 42 AS answer');
    kill(pidOf(server.stateFolder), 'SIGKILL');
    const next = await start(checkout);
    expect(next).toMatchObject({ isOurs: true, port: server.port });
    expect(await ask(next, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await next.stop();
    await server.stop();
  });

  it('of the server, a new one waits for a query that still runs without it', async () => {
    const checkout = await usedCheckout();
    const server = await start(checkout);
    const busy = 'SELECT sum(n) AS orphan FROM generate_series(1, 6000000) AS n';
    const query = ask(server, busy).catch(() => undefined);
    while ((await ask(server, `SELECT 1 FROM pg_stat_activity WHERE query = '${busy}'`)).length === 0) {
      await delay(10);
    }
    kill(pidOf(server.stateFolder), 'SIGKILL');
    const next = await start(checkout);
    expect(await ask(next, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expectOneServer(next);
    await query;
    await next.stop();
  });

  it('of the starter, the next start adopts the server and does not stop it', async () => {
    const checkout = await usedCheckout();
    const child = startInChild(checkout);
    const server = await serverOf(child);
    const pid = pidOf(server.stateFolder);
    await child.kill();
    const adopted = await start(checkout);
    expect(adopted).toMatchObject({ isOurs: false, adminUrl: server.adminUrl });
    await adopted.stop();
    expect(pidOf(server.stateFolder)).toBe(pid);
    expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it.each([
    ['Copying', newFolder],
    ['Creating', emptyCheckout],
    ['Starting', usedCheckout],
  ])('of the starter while it is %s, the next start makes the server whole', async (stage, place) => {
    const checkout = await place();
    const child = startInChild(checkout);
    await child.says(stage);
    // Some way into the stage; where exactly does not matter.
    await delay(stage === 'Creating' ? 150 : 15);
    await child.kill();
    const server = await start(checkout);
    expect(await ask(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expectOneServer(server);
    if (server.isOurs) {
      expect(readdirSync(server.stateFolder).filter((name) => name.includes('.new-'))).toEqual([]);
    }
    await server.stop();
  });
});

describe('a postmaster.pid', () => {
  let checkout = '';
  beforeAll(async () => {
    checkout = await usedCheckout();
  });

  // PostgreSQL itself would refuse to start over each of these.
  it.each([
    ['whose pid another program has now', program],
    ['whose pid a zombie has now', zombie],
    ['that is empty', undefined],
  ])('%s is removed', async (_, squatter) => {
    const server = await start(checkout);
    const path = join(server.dataDirectory, 'postmaster.pid');
    const lines = readFileSync(path, 'utf8').split('\n');
    await server.stop();
    const { uid, gid } = statSync(server.dataDirectory);
    const pid = await squatter?.({ uid, gid });
    const text = pid === undefined ? '' : [String(pid), ...lines.slice(1)].join('\n');
    writeFileSync(path, text, { mode: 0o600 });
    chownSync(path, uid, gid);
    const again = await start(checkout);
    expect(again.isOurs).toBe(true);
    expect(pidOf(again.stateFolder)).not.toBe(pid);
    await again.stop();
  });

  it('is known by the command line where there is no /proc', async () => {
    const server = await start(checkout);
    const pid = pidOf(server.stateFolder);
    expect(await saysItWorksIn(pid, server.dataDirectory)).toBe(true);
    expect(await saysItWorksIn(pid, join(server.dataDirectory, '..'))).toBe(false);
    expect(await saysItWorksIn(process.pid, server.dataDirectory)).toBe(false);
    await server.stop();
  });
});

describe('the state folder', () => {
  // Only root has a user to change to; for others the checkout is always reachable.
  it.skipIf(!IS_ROOT)('is under /var/lib when the checkout is closed to others (needs root)', async () => {
    const closed = newFolder(0o700);
    const checkout = join(closed, 'checkout');
    mkdirSync(checkout);
    const server = await start(checkout);
    folders.push(server.stateFolder);
    expect(server.stateFolder).toMatch(/^\/var\/lib\/openrebate\/[0-9a-f]{16}$/);
    expect(statSync(server.dataDirectory).uid).not.toBe(0);
    expect(existsSync(join(checkout, '.openrebate'))).toBe(false);
    await server.stop();
    // Opened later, the checkout would be the better place; but the database is elsewhere.
    chmodSync(closed, 0o755);
    const again = await start(checkout);
    expect(again.stateFolder).toBe(server.stateFolder);
    await again.stop();
  });

  // Only root has a user to change to.
  it.skipIf(!IS_ROOT)('is not replaced by an empty one when it is closed later (needs root)', async () => {
    const outer = newFolder();
    const checkout = await usedCheckout(outer);
    const server = await start(checkout);
    await server.stop();
    chmodSync(outer, 0o700);
    expect(await refusalOf(checkout)).toMatchObject({
      code: 'state-folder-not-usable',
      facts: { folder: server.stateFolder, reason: 'unreachable' },
    });
    chmodSync(outer, 0o755);
  });

  // Only root has a user to change to.
  it.skipIf(!IS_ROOT)('that is asked for and cannot be reached is refused (needs root)', async () => {
    const home = join(newFolder(0o700), 'home');
    expect(await refusalOf('/', { OPENREBATE_HOME: home })).toMatchObject({
      code: 'state-folder-not-usable',
      facts: { folder: home, reason: 'unreachable' },
    });
    expect(existsSync(home)).toBe(false);
  });

  // Only root may choose whom the server runs as, and give folders away.
  it.skipIf(!IS_ROOT)('names the owner of its data as the server user (needs root)', async () => {
    const home = join(await emptyCheckout(), '.openrebate');
    const server = await start('/', { OPENREBATE_HOME: home, OPENREBATE_DATABASE_USER: 'nobody' });
    expect(statSync(server.dataDirectory).uid).toBe(NOBODY.uid);
    await server.stop();
    const again = await start('/', { OPENREBATE_HOME: home, OPENREBATE_DATABASE_USER: 'daemon' });
    expect(psField('uid', pidOf(home))).toBe(String(NOBODY.uid));
    await again.stop();
    const unknown = { OPENREBATE_HOME: newFolder(), OPENREBATE_DATABASE_USER: 'root' };
    expect(await refusalOf('/', unknown)).toMatchObject({
      code: 'configuration-invalid',
      facts: { variable: 'OPENREBATE_DATABASE_USER', value: 'root' },
    });
  });

  // A mount of its own needs root, and a container often forbids it.
  it.skipIf(!CAN_UNSHARE)('belongs to nobody where there is no user postgres (needs unshare)', async () => {
    const checkout = await emptyCheckout();
    const users = join(newFolder(), 'passwd');
    const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
    writeFileSync(users, lines.filter((line) => !line.startsWith('postgres:')).join('\n'), { mode: 0o644 });
    const script = `mount --bind ${users} /etc/passwd && exec "$@"`;
    const child = startInChild(checkout, { wrapper: ['unshare', '-m', '/bin/sh', '-c', script, 'sh'] });
    const server = await serverOf(child);
    expect(statSync(server.dataDirectory).uid).toBe(NOBODY.uid);
    await child.stop();
  });

  // Becoming an ordinary user needs root, and that user must be able to read this checkout.
  it.skipIf(!NOBODY_CAN_RUN)('of an ordinary user is in the checkout, and private (needs root)', async () => {
    const checkout = newFolder();
    chownSync(checkout, NOBODY.uid, NOBODY.gid);
    const child = startInChild(checkout, { identity: NOBODY });
    const server = await serverOf(child);
    expect(server.stateFolder).toBe(join(checkout, '.openrebate'));
    const { mode, uid } = statSync(server.stateFolder);
    expect([mode & 0o777, uid]).toEqual([0o700, NOBODY.uid]);
    // Root comes as a guest, runs the server as its owner, and leaves nothing that locks him out.
    await child.stop();
    const guest = await start(checkout);
    expect(guest.stateFolder).toBe(server.stateFolder);
    await guest.stop();
    const owner = startInChild(checkout, { identity: NOBODY });
    expect((await serverOf(owner)).isOurs).toBe(true);
    await owner.stop();
  });

  // Becoming an ordinary user needs root, and that user must be able to read this checkout.
  it.skipIf(!NOBODY_CAN_RUN)('of somebody else is refused to an ordinary user (needs root)', async () => {
    const closed = newFolder();
    const unwritable = await startInChild(closed, { identity: NOBODY }).result;
    expect(unwritable).toMatchObject({
      refusals: [{ code: 'state-folder-not-usable', facts: { reason: 'notWritable', detail: 'EACCES' } }],
    });
    const checkout = newFolder();
    mkdirSync(join(checkout, '.openrebate/database'), { recursive: true });
    const foreign = await startInChild(checkout, { identity: NOBODY }).result;
    expect(foreign).toMatchObject({
      refusals: [{ code: 'state-folder-not-usable', facts: { reason: 'foreignOwner', detail: 'root' } }],
    });
  });

  it('with data of another major version, or without its password, is refused and not touched', async () => {
    const checkout = await usedCheckout();
    const server = await start(checkout);
    await server.stop();
    const version = join(server.dataDirectory, 'PG_VERSION');
    writeFileSync(version, '17\n');
    expect(await refusalOf(checkout)).toMatchObject({
      code: 'database-other-major',
      facts: { folder: server.stateFolder, found: '17', ours: '18' },
    });
    writeFileSync(version, '18\n');
    rmSync(join(server.stateFolder, 'database/password'));
    expect(await refusalOf(checkout)).toMatchObject({
      code: 'state-folder-not-usable',
      facts: { reason: 'incomplete', detail: join(server.stateFolder, 'database/password') },
    });
  });

  it('with a server that cannot start is refused with what the server said', async () => {
    const checkout = await usedCheckout();
    const server = await start(checkout);
    await server.stop();
    writeFileSync(join(server.dataDirectory, 'postgresql.conf'), 'shared_buffers = much\n');
    expect(await refusalOf(checkout)).toMatchObject({
      code: 'database-not-reachable',
      facts: {
        reason: expect.stringContaining('configuration file'),
        log: join(server.stateFolder, 'postgresql.log'),
      },
    });
  });
});

let model: Promise<string> | undefined;

/** A checkout with a database that was made and stopped before; quicker than making one each time. */
async function usedCheckout(parent?: string): Promise<string> {
  const checkout = await emptyCheckout(parent);
  execFileSync('cp', ['-Rp', join(await theModel(), 'database'), join(checkout, '.openrebate')]);
  return checkout;
}

/** A checkout whose state folder has the binaries and nothing else. */
async function emptyCheckout(parent = newFolder()): Promise<string> {
  const from = await theModel();
  const checkout = join(parent, 'checkout');
  const state = join(checkout, '.openrebate');
  mkdirSync(state, { recursive: true, mode: 0o755 });
  const binaries = readdirSync(from).find((name) => name.startsWith('postgresql-')) ?? '';
  symlinkSync(join(from, binaries), join(state, binaries));
  return checkout;
}

/** The state folder of the one server that is made as by anybody. */
function theModel(): Promise<string> {
  model ??= start(newFolder()).then(async (server) => {
    await server.stop();
    return server.stateFolder;
  });
  return model;
}

function newFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-'));
  chmodSync(folder, mode);
  folders.push(folder, join(folder, 'checkout'));
  return folder;
}

async function start(checkout: string, env: Record<string, string> = {}): Promise<EmbeddedServer> {
  const result = await startEmbedded({ checkout, env, say: () => undefined });
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

async function refusalOf(checkout: string, env: Record<string, string> = {}): Promise<unknown> {
  const result = await startEmbedded({ checkout, env, say: () => undefined });
  return result.ok ? result.value : result.refusals[0];
}

async function serverOf(child: StartingChild): Promise<EmbeddedServer> {
  const result = await child.result;
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

async function ask(server: EmbeddedServer, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(server.adminUrl);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Of all processes, one alone is a postmaster on this data directory. A child that it has just
 * made has its command line for a moment.
 */
function expectOneServer({ dataDirectory, stateFolder }: EmbeddedServer): void {
  const lines = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,command=']).toString().split('\n');
  const processes = lines
    .filter((line) => line.includes(` -D ${dataDirectory} `))
    .map((line) => line.trim().split(/\s+/));
  const pids = processes.map(([pid]) => pid);
  const postmasters = processes.filter(([, parent]) => !pids.includes(parent)).map(([pid]) => Number(pid));
  expect(postmasters).toEqual([pidOf(stateFolder)]);
}

function pidOf(stateFolder: string): number {
  return Number.parseInt(readFileSync(join(stateFolder, 'database/data/postmaster.pid'), 'utf8'), 10);
}

function kill(pid: number, signal: NodeJS.Signals): void {
  process.kill(pid, signal);
}

/** Ends what a failed test has left, by the pid in its folder. */
function killServer(folder: string): void {
  for (const state of [folder, join(folder, '.openrebate')]) {
    const data = join(state, 'database/data');
    if (!existsSync(join(data, 'postmaster.pid'))) continue;
    const pid = pidOf(state);
    const command = succeeds('ps', ['-p', String(pid)]) ? psField('command', pid) : '';
    if (command.includes(` -D ${data} `)) kill(pid, 'SIGKILL');
  }
}

/** Runs as the server's user, since PostgreSQL passes over the pids of others by itself. */
async function program(identity: { uid: number; gid: number }): Promise<number> {
  const child = spawn('sleep', ['60'], { ...identity, cwd: '/', stdio: 'ignore' });
  programs.push(child);
  await once(child, 'spawn');
  return child.pid ?? 0;
}

/** The ended child of a program that never asks for it: the shell becomes one before it ends. */
async function zombie(identity: { uid: number; gid: number }): Promise<number> {
  const script = 'exec 3<&0; cat <&3 & echo $!; exec sleep 60';
  const parent = spawn('/bin/sh', ['-c', script], {
    ...identity,
    cwd: '/',
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  programs.push(parent);
  const [line] = await once(parent.stdout, 'data');
  const pid = Number.parseInt(String(line), 10);
  while (psField('comm', parent.pid) !== 'sleep') await delay(10);
  parent.stdin.end();
  while (!psField('stat', pid).startsWith('Z')) await delay(10);
  return pid;
}

function psField(field: string, pid = 0): string {
  return execFileSync('ps', ['-ww', '-o', `${field}=`, '-p', String(pid)])
    .toString()
    .trim();
}

function id(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'nobody']).toString());
}

function succeeds(name: string, args: readonly string[], identity?: { uid: number; gid: number }): boolean {
  try {
    execFileSync(name, args, { ...identity, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function canRead(): boolean {
  return succeeds('/bin/sh', ['-c', 'test -r "$1"', 'sh', import.meta.filename], NOBODY);
}

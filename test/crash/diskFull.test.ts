import { appendFileSync, chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clusterFolders } from '../../adapters/db/embedded/clusterFolders.ts';
import { checkBackup } from '../../adapters/files/backup/checkBackup.ts';
import type { Holds } from '../../main/storages.ts';
import { openrebateWith } from '../start/runCommand.ts';
import type { StartedProgram } from '../start/startedProgram.ts';
import { type Installation, install } from '../support/served.ts';
import { drawnOrder } from './drawnOrder.ts';
import { atRest } from './mixedLoad/atRest.ts';
import { auditLoad } from './mixedLoad/auditLoad.ts';
import { type ExpectedBooks, noBooks } from './mixedLoad/expectedBooks.ts';
import { newTold, type Told } from './mixedLoad/loadClient.ts';
import { loadClients } from './mixedLoad/loadClients.ts';
import { type LoadTenant, openTenant } from './mixedLoad/openTenant.ts';
import { seededRandom } from './seededRandom.ts';
import { CAN_MOUNT, fillUp, mountAnew, mountOn, unmount } from './smallDisks.ts';

// The whole program under mixed load, with a small disk for each thing that it keeps. Somebody else
// fills one of them up and, a while later, makes room again.
const DEEP = process.env.OPENREBATE_DEEP === '1';
const POINTS = 10;
const SEED = Number(process.env.OPENREBATE_SEED ?? 20261129);
/** How often the disk of each is filled. */
const FILLED: Readonly<Record<Holds, number>> = {
  ...{ database: POINTS, log: POINTS, temporary: POINTS },
  ...{ uploads: POINTS, backups: POINTS },
};
/** A new file for what is written ahead is made, not taken from old ones; sorting needs the disk. */
const SETTINGS = "wal_recycle = off\nmax_wal_size = '48MB'\nmin_wal_size = '32MB'\nwork_mem = '64kB'\n";
const CLIENTS = 6;

let folder: string;
const mounted: string[] = [];
let folders: Readonly<Record<Holds, string>>;
let installation: Installation;
let program: StartedProgram | undefined;
let tenant: LoadTenant;
const told: Told = newTold();
const books: ExpectedBooks = noBooks();

const IS_OTHER_SERVER = process.env.OPENREBATE_TEST_SERVER === 'debian15';

// Without the right to mount there is no small disk. The program brings its own database: that is
// looked at once, not again for another server of the tests.
describe.skipIf(!CAN_MOUNT || IS_OTHER_SERVER || !DEEP)('a disk that is full of something else', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'openrebate-full-'));
    chmodSync(folder, 0o755);
    const uploads = mountAnew(folder, 'uploads', '96m');
    const backups = mountAnew(folder, 'backups', '96m');
    mounted.push(uploads, backups);
    installation = await install(folder, { TMPDIR: uploads, OPENREBATE_BACKUPS: backups });
    const { database, log, temporary } = clusterFolders(installation.state);
    const [data = '', base = ''] = database;
    appendFileSync(join(data, 'postgresql.conf'), SETTINGS);
    for (const [place, size] of [
      [base, '256m'],
      [log, '192m'],
      [temporary, '96m'],
    ] as const) {
      mountOn(place, size);
      mounted.push(place);
    }
    folders = { database: base, log, temporary, uploads, backups };
    program = await installation.start();
    tenant = await openTenant(installation, told);
  }, 900_000);

  afterAll(async () => {
    program?.child.kill('SIGTERM');
    await program?.ended;
    for (const place of mounted.reverse()) unmount(place);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }, 60_000);

  test('is named, loses nothing acknowledged, and work goes on by itself when there is room', async () => {
    const draw = seededRandom(SEED);
    const loading = loadClients(CLIENTS, installation.address, tenant, told, books, SEED);
    const namedMs: number[] = [];
    const backMs: number[] = [];
    for (const kind of drawnOrder(FILLED, draw)) {
      await acknowledgedMore(3);
      await sleep(draw(300));
      const makeRoom = fillUp(folders[kind]);
      const full = performance.now();
      await until(async () => (await readyText()).includes(`disk-${kind}`));
      namedMs.push(performance.now() - full);
      const nudging = nudge(kind);
      await sleep(draw(1500));
      await nudging;
      makeRoom();
      const free = performance.now();
      const { length } = told.acknowledged;
      await until(async () => told.acknowledged.length > length);
      backMs.push(performance.now() - free);
      await until(async () => !(await readyText()).includes('disk'));
    }
    told.isOver = true;
    await loading;
    await backsUpWhole();
    const id = await atRest(installation, tenant, true);
    const where = {
      address: installation.address,
      adminUrl: installation.databaseUrl('admin'),
      tenant: id,
    };
    const { faults, figures } = await auditLoad(where, told, books);
    const { acknowledged, unanswered, retries, later } = told;
    const restarts = (program?.printed() ?? '').split('has ended').length - 1;
    const heard = { acknowledged: acknowledged.length, unanswered: unanswered.length, retries, later };
    const most = { namedMs: Math.round(Math.max(...namedMs)), backMs: Math.round(Math.max(...backMs)) };
    const line = { seed: SEED, points: namedMs.length, ...most, restarts, ...heard, ...figures };
    process.stdout.write(`${JSON.stringify(line)}\n`);
    expect(faults).toEqual([]);
    expect(told.later['storage-full']).toBeGreaterThan(0);
    expect(restarts).toBeGreaterThanOrEqual(POINTS);
  }, 7_200_000);
});

/** Makes the program need the disk, and holds what it says then against what it has to say. */
async function nudge(kind: Holds): Promise<void> {
  if (kind === 'log') await writeAhead();
  if (kind !== 'backups') return;
  const env = { OPENREBATE_HOME: installation.state };
  const path = join(folders.backups, 'whole.backup');
  const refused = await openrebateWith(env, '--json', 'backup', path);
  expect([refused.code, JSON.parse(refused.out).refusals[0]]).toEqual([
    1,
    expect.objectContaining({ code: 'file-not-writable', facts: { file: 'whole.backup', reason: 'ENOSPC' } }),
  ]);
  expect(existsSync(path)).toBe(false);
}

/** PostgreSQL has a few files ahead; then it needs another one, gets none, and ends. */
async function writeAhead(): Promise<void> {
  const client = new Client({ connectionString: installation.databaseUrl('admin') });
  client.on('error', () => undefined);
  try {
    await client.connect();
    for (let written = 0; written < 192; written += 8) {
      await client.query("SELECT pg_logical_emit_message(true, 'full', repeat('x', 8000000))");
    }
  } catch {
    // It has ended, as it should.
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function backsUpWhole(): Promise<void> {
  const path = join(folders.backups, 'after.backup');
  const made = await openrebateWith({ OPENREBATE_HOME: installation.state }, '--json', 'backup', path);
  expect(made).toEqual({ code: 0, out: expect.any(String), err: expect.any(String) });
  expect(await checkBackup(path)).toMatchObject({ ok: true });
}

async function readyText(): Promise<string> {
  return await (await fetch(`${installation.address}/readyz`)).text();
}

async function acknowledgedMore(count: number): Promise<void> {
  const wanted = told.acknowledged.length + count;
  await until(async () => told.acknowledged.length >= wanted);
}

/** A minute at most: what takes longer has to be seen to by somebody. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const began = performance.now(); !(await isSo()); await sleep(20)) {
    if (performance.now() - began > 60_000) throw new Error('It did not come about in time');
  }
}

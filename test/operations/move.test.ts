import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../../adapters/db/migrate.ts';
import { type Provisioned, provision } from '../../adapters/db/provision.ts';
import { checkBackup } from '../../adapters/files/backup/checkBackup.ts';
import { seededRandom } from '../crash/seededRandom.ts';
import { type EmptyDatabase, emptyDatabase } from '../support/database.ts';
import { accepted } from '../support/facts.ts';
import { type Cluster, startCluster, stopCluster } from '../support/testServer.ts';
import { ask, backUp, counts, restore } from './backups.ts';

// From the server of the tests to one of another version and into the embedded database of a state
// folder, and killed on the way: the source is as before, the target is whole or empty.
const DEEP = process.env.OPENREBATE_DEEP === '1';
const KILLS = 10;
const BIN = fileURLToPath(new URL('../../bin/openrebate.mjs', import.meta.url));
const OLD = fileURLToPath(new URL('../fixtures/schema-0016.backup', import.meta.url));
const OTHER_KIND = existsSync('/usr/lib/postgresql/15/bin/postgres') ? 'debian15' : 'embedded';

let source: EmptyDatabase;
let folder: string;
let cluster: Cluster;
let databases = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'openrebate-test-move-'));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'run'), String(process.pid));
  source = await emptyDatabase();
  accepted(await restore(source, OLD));
  accepted(await migrate(source.ownerUrl));
  cluster = await startCluster(folder, OTHER_KIND);
});

afterAll(async () => {
  await source.drop();
  await stopCluster(cluster.pid);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

type Target = Provisioned & { readonly adminUrl: string };

/** An empty database on the other server. */
async function aTarget(): Promise<Target> {
  databases += 1;
  const database = `target_${databases}`;
  const urls = await provision(cluster.adminUrl, {
    database,
    passwords: { owner: 'owner', app: 'app', portal: 'portal' },
  });
  return { ...urls, adminUrl: Object.assign(new URL(cluster.adminUrl), { pathname: `/${database}` }).href };
}

/** The command as a person gives it; how it ended and what it said. */
function start(from: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const { DATABASE_URL: _, MIGRATION_DATABASE_URL: __, ...rest } = process.env;
  const child = spawn(process.execPath, [BIN, '--json', '--lang', 'en', ...args], {
    env: { ...rest, OPENREBATE_HOME: join(folder, 'state'), ...from },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  const ended = new Promise<{ code: number | null; out: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, out }));
  });
  return { child: child as ChildProcess, ended };
}

const urlsOf = ({ appUrl, ownerUrl }: Provisioned) => ({
  DATABASE_URL: appUrl,
  MIGRATION_DATABASE_URL: ownerUrl,
});

/** Rows, bytes and hash of every table, which is the same text on every server. */
async function sumsOf(urls: Target, name: string) {
  const path = join(folder, `${name}.backup`);
  accepted(await backUp(urls, path));
  const { tables } = accepted(await checkBackup(path));
  rmSync(path);
  return Object.fromEntries(tables);
}

describe(`a move to another server (${OTHER_KIND}) and back`, () => {
  test('carries every table to the byte, also into the embedded database of a state folder', async () => {
    const expected = await sumsOf(source, 'source');
    expect(Object.keys(expected).length).toBeGreaterThan(18);
    const target = await aTarget();
    const moved = await start(urlsOf(source), 'move', '--to', target.ownerUrl).ended;
    expect(moved).toMatchObject({ code: 0 });
    expect(await sumsOf(target, 'target')).toEqual(expected);
    expect(await start(urlsOf(target), 'move', '--to', 'embedded').ended).toMatchObject({ code: 0 });
    const path = join(folder, 'embedded.backup');
    expect(await start({}, 'backup', path).ended).toMatchObject({ code: 0 });
    expect(Object.fromEntries(accepted(await checkBackup(path)).tables)).toEqual(expected);
  }, 120_000);

  test('is refused while something works with the source, and into what is not empty', async () => {
    const target = await aTarget();
    const client = new Client({ connectionString: source.appUrl, application_name: 'somebody' });
    await client.connect();
    const used = await start(urlsOf(source), 'move', '--to', target.ownerUrl).ended;
    await client.end();
    expect([used.code, used.out]).toEqual([1, expect.stringMatching(/database-in-use[\s\S]*somebody/)]);
    await ask(target.adminUrl, 'CREATE TABLE theirs ()');
    const full = await start(urlsOf(source), 'move', '--to', target.ownerUrl).ended;
    expect([full.code, full.out]).toEqual([1, expect.stringMatching(/database-not-empty[\s\S]*theirs/)]);
    const itself = await start(urlsOf(source), 'move', '--to', source.ownerUrl).ended;
    expect([itself.code, itself.out]).toEqual([1, expect.stringContaining('database-not-empty')]);
    const odd = await start(urlsOf(source), 'move', '--to', 'mysql://x:secret@y/z').ended;
    expect([odd.code, odd.out]).toEqual([1, expect.stringContaining('argument-invalid')]);
    expect(odd.out).not.toContain('secret');
  }, 60_000);

  // Half a minute of moves.
  test.runIf(DEEP)(
    'killed at any moment leaves the source as it was and the target whole or empty',
    async () => {
      const draw = seededRandom(20261129);
      const expected = await sumsOf(source, 'before');
      const began = performance.now();
      expect(await start(urlsOf(source), 'move', '--to', (await aTarget()).ownerUrl).ended).toMatchObject({
        code: 0,
      });
      const lasts = performance.now() - began;
      const ends: string[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        const target = await aTarget();
        const { child, ended } = start(urlsOf(source), 'move', '--to', target.ownerUrl);
        // The program itself needs half of the time to start.
        await sleep(Math.floor(lasts / 2) + draw(Math.ceil(lasts / 2)));
        child.kill('SIGKILL');
        await ended;
        await untilAlone(target.adminUrl);
        const isEmpty = Object.keys(await counts(target.adminUrl)).length === 0;
        ends.push(isEmpty ? 'empty' : 'whole');
        if (isEmpty) {
          expect(await start(urlsOf(source), 'move', '--to', target.ownerUrl).ended).toMatchObject({
            code: 0,
          });
        }
        expect(await sumsOf(target, 'after')).toEqual(expected);
      }
      process.stdout.write(`${JSON.stringify({ kills: KILLS, ends, lasts: Math.round(lasts) })}\n`);
      expect(await sumsOf(source, 'after-all')).toEqual(expected);
    },
    600_000,
  );
});

/** The server notices a killed client when it next speaks to it. */
async function untilAlone(adminUrl: string): Promise<void> {
  const others = `SELECT count(*)::int FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`;
  while ((await ask(adminUrl, others))[0]?.[0] !== 0) await sleep(50);
}

import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { provision } from '../../adapters/db/provision.ts';
import { openrebateWith } from '../start/runCommand.ts';
import { startProgram } from '../start/startedProgram.ts';
import { accepted } from '../support/facts.ts';
import { startCluster, stopCluster } from '../support/testServer.ts';
import { backUp, balances, restore } from './backups.ts';

// A database that PostgreSQL 15 made and the program of today finds in its folder: refused with the
// two commands that carry it over, and not touched.
const DEEP = process.env.OPENREBATE_DEEP === '1';
const HAS_POSTGRES_15 = existsSync('/usr/lib/postgresql/15/bin/initdb');
const OLD = fileURLToPath(new URL('../fixtures/schema-0016.backup', import.meta.url));

// Not every machine has the older PostgreSQL.
describe.skipIf(!HAS_POSTGRES_15)('a data directory of PostgreSQL 15', () => {
  let folder: string;
  let state: string;
  /** What stood in it. */
  let before: string;
  const file = 'openrebate-15.backup';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'openrebate-test-major-'));
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, 'run'), String(process.pid));
    state = join(folder, 'state');
    const cluster = await startCluster(folder, 'debian15');
    if (DEEP) {
      const passwords = { owner: 'owner', app: 'app', portal: 'portal' };
      const urls = await provision(cluster.adminUrl, { database: 'openrebate', passwords });
      const adminUrl = Object.assign(new URL(cluster.adminUrl), { pathname: '/openrebate' }).href;
      accepted(await restore({ ...urls, adminUrl }, OLD));
      before = await balances(adminUrl);
      accepted(await backUp({ ...urls, adminUrl }, join(folder, file)));
    }
    await stopCluster(cluster.pid);
    mkdirSync(join(state, 'database'), { recursive: true });
    const { uid, gid } = statSync(cluster.home);
    for (const owned of [state, join(state, 'database')]) chownSync(owned, uid, gid);
    for (const name of ['password', 'cluster'] as const) {
      const known = { password: 'password', cluster: 'data' }[name];
      renameSync(join(cluster.home, name), join(state, 'database', known));
    }
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is refused with both commands, in both languages, and stays as it was', async () => {
    const listed = files(join(state, 'database'));
    for (const lang of ['en', 'zh']) {
      const { code, out, err } = await openrebateWith({ OPENREBATE_HOME: state }, '--lang', lang, 'migrate');
      const said = out + err;
      expect(code).toBe(1);
      expect(said).toContain(`OPENREBATE_HOME=${state} openrebate backup ${file}`);
      expect(said).toContain(`OPENREBATE_HOME=${state}-18 openrebate restore ${file}`);
    }
    expect(files(join(state, 'database'))).toEqual(listed);
  }, 60_000);

  // A second database is made and filled: that takes a while.
  test.skipIf(!DEEP)(
    'is carried over by them to the cent',
    async () => {
      const env = { OPENREBATE_HOME: `${state}-18` };
      expect(await openrebateWith(env, 'restore', join(folder, file))).toMatchObject({ code: 0 });
      const program = startProgram(['worker', '--lang', 'en'], env);
      await program.seen(/Worker on/);
      const [password, port] = ['database/password', 'port'].map((name) =>
        readFileSync(join(`${state}-18`, name), 'utf8').trim(),
      );
      expect(await balances(`postgresql://postgres:${password}@127.0.0.1:${port}/openrebate`)).toBe(before);
      program.child.kill('SIGTERM');
      await program.ended;
    },
    120_000,
  );

  /** Every file with its size and the moment of its last change. */
  function files(of: string): string[] {
    return readdirSync(of, { recursive: true, withFileTypes: true })
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => `${path} ${statSync(path).size} ${statSync(path).mtimeMs}`)
      .sort();
  }
});

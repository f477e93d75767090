import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refuse, refused } from '../../core/refusal/refusals.ts';
import {
  type EmptyDatabase,
  emptyDatabase,
  type TestDatabase,
  testDatabase,
} from '../../test/support/database.ts';
import { accepted } from '../../test/support/facts.ts';
import { startCluster, stopCluster } from '../../test/support/testServer.ts';
import { checkDatabase } from './checkDatabase.ts';
import { createTenant } from './createTenant.ts';
import { migrate } from './migrate.ts';
import { type Migration, migrations } from './migrations.ts';
import { provision } from './provision.ts';
import { judgeVersion } from './serverVersion.ts';

let database: TestDatabase;
const others: EmptyDatabase[] = [];
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  for (const other of others) await other.drop();
  await database.drop();
});

async function admin<Row>(sql: string, url = database.adminUrl): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const answers = await client.query(sql);
    return (Array.isArray(answers) ? [] : answers.rows) as Row[];
  } finally {
    await client.end();
  }
}

async function anEmptyDatabase(): Promise<EmptyDatabase> {
  const empty = await emptyDatabase();
  others.push(empty);
  return empty;
}

const LAST = migrations().length;

test('migrations are numbered from 1 without a gap', () => {
  expect(migrations().map(({ number }) => number)).toEqual(Array.from({ length: LAST }, (_, i) => i + 1));
  expect(LAST).toBeGreaterThanOrEqual(16);
});

test('twenty at once: each migration is applied once, and all twenty find it done', async () => {
  const { ownerUrl, appUrl } = await anEmptyDatabase();
  const all = await Promise.all(Array.from({ length: 20 }, () => migrate(ownerUrl)));
  const applied = all.flatMap((one) => accepted(one).applied);
  expect(applied).toEqual(migrations().map(({ name }) => name));
  expect(all.every((one) => accepted(one).schema === LAST)).toBe(true);
  expect(accepted(await migrate(ownerUrl)).applied).toEqual([]);
  expect(accepted(await checkDatabase(appUrl))).toMatchObject({ schema: LAST, role: 'openrebate_app' });
});

test('an administrator who migrates makes the tables the owner’s', async () => {
  const { adminUrl } = await anEmptyDatabase();
  accepted(await migrate(adminUrl));
  const owners = await admin<{ owner: string }>(
    `SELECT DISTINCT pg_get_userbyid(relowner) AS owner FROM pg_class
     WHERE relnamespace = 'public'::regnamespace`,
    adminUrl,
  );
  expect(owners).toEqual([{ owner: 'openrebate_owner' }]);
});

describe('a migration that fails', () => {
  const step = (number: number, sql: string): Migration => ({
    number,
    name: `${number}.sql`,
    sql,
    sha256: `${number} ${sql}`,
    breaking: true,
  });
  const first = step(1, 'CREATE TABLE one ()');
  const third = step(3, 'CREATE TABLE three ()');

  test('leaves nothing of itself and stops the row; mended, the row goes on', async () => {
    const { ownerUrl } = await anEmptyDatabase();
    const broken = [first, step(2, 'CREATE TABLE two (); SELECT 1 / 0'), third];
    await expect(migrate(ownerUrl, broken)).rejects.toThrow('Migration 2.sql failed');
    const tables = () =>
      admin<{ relname: string }>(
        `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
         AND relname <> 'schema_migration' ORDER BY relname`,
        ownerUrl,
      );
    expect(await tables()).toEqual([{ relname: 'one' }]);
    const mended = await migrate(ownerUrl, [first, step(2, 'CREATE TABLE two ()'), third]);
    expect(accepted(mended).applied).toEqual(['2.sql', '3.sql']);
    expect(await tables()).toHaveLength(3);
  });

  test('one that was changed after it was applied is a fault', async () => {
    const { ownerUrl } = await anEmptyDatabase();
    accepted(await migrate(ownerUrl, [first]));
    const changed = [step(1, 'CREATE TABLE other ()'), third];
    await expect(migrate(ownerUrl, changed)).rejects.toThrow('migration 1 is not the one that was applied');
  });
});

test('a schema that is newer than the program is left alone', async () => {
  const { ownerUrl, appUrl } = await anEmptyDatabase();
  accepted(await migrate(ownerUrl));
  await admin(`INSERT INTO schema_migration (number, name, sha256) VALUES (9999, 'later', 'x')`, ownerUrl);
  const newer = refused(refuse('database-schema-newer', 'database', { found: '9999', known: String(LAST) }));
  expect(await migrate(ownerUrl)).toEqual(newer);
  expect(await checkDatabase(appUrl)).toEqual(newer);
});

describe('a newer schema whose migrations only add', () => {
  const add = (number: number, sql: string): Migration => ({
    number,
    name: `${number}_add.sql`,
    sql,
    sha256: String(number),
    breaking: false,
  });
  const newest = [
    ...migrations(),
    add(LAST + 1, 'CREATE TABLE a_new_one ()'),
    add(LAST + 2, 'CREATE TABLE another ()'),
  ];

  test('serves an older program, which leaves it as it is', async () => {
    const { ownerUrl, appUrl } = await anEmptyDatabase();
    accepted(await migrate(ownerUrl, newest));
    expect(accepted(await checkDatabase(appUrl)).schema).toBe(LAST + 2);
    expect(accepted(await migrate(ownerUrl))).toMatchObject({ applied: [], schema: LAST + 2 });
    expect(accepted(await migrate(ownerUrl, newest)).applied).toEqual([]);
  });

  test('serves it no more once one of them breaks', async () => {
    const { ownerUrl, appUrl } = await anEmptyDatabase();
    const breaking = { ...add(LAST + 2, 'DROP TABLE a_new_one'), breaking: true };
    accepted(await migrate(ownerUrl, [...newest.slice(0, -1), breaking]));
    const facts = { found: String(LAST + 2), known: String(LAST) };
    const newer = refused(refuse('database-schema-newer', 'database', facts));
    expect(await checkDatabase(appUrl)).toEqual(newer);
    expect(await migrate(ownerUrl)).toEqual(newer);
  });
});

test('a server does not serve from a database that is not migrated to its schema', async () => {
  const { ownerUrl, appUrl } = await anEmptyDatabase();
  const not = (found: number) =>
    refused(refuse('database-not-migrated', 'database', { found: String(found), needed: String(LAST) }));
  expect(await checkDatabase(appUrl)).toEqual(not(0));
  accepted(await migrate(ownerUrl, migrations().slice(0, 4)));
  expect(await checkDatabase(appUrl)).toEqual(not(4));
});

test('versions: 15 to 18 serve, a newer one with a warning, an older one not', () => {
  expect(judgeVersion(140_012, '14.12')).toEqual(
    refused(refuse('database-version-unsupported', 'database', { version: '14.12', oldest: '15' })),
  );
  expect(judgeVersion(150_000, '15.0')).toEqual({ ok: true, value: { version: '15.0', isUntested: false } });
  expect(judgeVersion(189_999, '18.99')).toEqual({
    ok: true,
    value: { version: '18.99', isUntested: false },
  });
  expect(judgeVersion(190_000, '19.0')).toEqual({ ok: true, value: { version: '19.0', isUntested: true } });
});

describe('roles that would go through the walls are refused', () => {
  const reasonOf = async (url: string) => {
    const checked = await checkDatabase(url);
    return checked.ok ? 'serves' : [checked.refusals[0]?.code, checked.refusals[0]?.facts.reason].join(' ');
  };

  test('the application and the portal pass, the owner and a superuser do not', async () => {
    expect(await reasonOf(database.appUrl)).toBe('serves');
    expect(await reasonOf(database.ownerUrl)).toBe('database-role-bypasses-walls owner');
    expect(await reasonOf(database.adminUrl)).toBe('database-role-bypasses-walls superuser');
  });

  test.each([
    ['BYPASSRLS', '', 'bypassrls'],
    ['CREATEROLE', '', 'createrole'],
    ['', 'GRANT openrebate_owner TO %', 'owner'],
    ['NOINHERIT', 'GRANT openrebate_owner TO %', 'owner'],
    ['', 'GRANT pg_execute_server_program TO %', 'serverFiles'],
    ['', 'CREATE TABLE a_table_of_mine (); ALTER TABLE a_table_of_mine OWNER TO %', 'ownsTables'],
  ])('%s %s', async (options, grant, reason) => {
    const role = `test_${randomUUID().slice(0, 8)}`;
    await admin(`CREATE ROLE ${role} LOGIN PASSWORD 'x' ${options}; GRANT openrebate_app TO ${role}`);
    await admin(`GRANT CONNECT ON DATABASE ${new URL(database.appUrl).pathname.slice(1)} TO ${role}`);
    try {
      if (grant !== '') await admin(grant.replace('%', role));
      const url = Object.assign(new URL(database.appUrl), { username: role, password: 'x' }).href;
      expect(await reasonOf(url)).toBe(`database-role-bypasses-walls ${reason}`);
    } finally {
      await admin(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    }
  });
});

/** The statements of the page about the database. */
function preparation(): string[] {
  const page = readFileSync(new URL('../../docs/reference/database.md', import.meta.url), 'utf8');
  const sql = /```sql\n(.*?)```/s.exec(page)?.[1] ?? '';
  return sql.split(';').filter((statement) => statement.trim() !== '');
}

test('on a server where nothing was prepared, the roles that are missing are named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'openrebate-bare-'));
  chmodSync(folder, 0o755);
  const server = await startCluster(folder);
  try {
    const missing = (...roles: string[]) =>
      refused(...roles.map((role) => refuse('database-role-missing', 'database', { role })));
    const [owner, app, portal] = ['openrebate_owner', 'openrebate_app', 'openrebate_portal'];
    expect(await migrate(server.adminUrl)).toEqual(missing(owner, app, portal));
    await admin(`CREATE ROLE ${app}; CREATE ROLE ${owner} LOGIN PASSWORD 'x'`, server.adminUrl);
    expect(await migrate(server.adminUrl)).toEqual(missing(portal));
    await admin(`DROP ROLE ${app}; DROP ROLE ${owner}`, server.adminUrl);
    // What the page tells an administrator to do is enough.
    for (const statement of preparation()) await admin(statement, server.adminUrl);
    const as = (username: string, password: string) =>
      Object.assign(new URL(server.adminUrl), { username, password, pathname: '/openrebate' }).href;
    expect(accepted(await migrate(as(owner, 'a long one'))).schema).toBe(LAST);
    expect(accepted(await checkDatabase(as(app, 'another one'))).role).toBe(app);
    await createTenant(as(owner, 'a long one'), { id: randomUUID(), code: 'me', name: 'Me', companies: [] });
    // A login that may not become the owner cannot make tables for it.
    await admin(`CREATE ROLE somebody LOGIN PASSWORD 'x'`, server.adminUrl);
    const somebody = Object.assign(new URL(server.adminUrl), { username: 'somebody', password: 'x' });
    expect(await migrate(somebody.href)).toEqual(missing(owner));
  } finally {
    await stopCluster(server.pid);
    rmSync(folder, { recursive: true, force: true });
  }
});

test('provision: done again it changes nothing but passwords, also twice at once', async () => {
  const { options, appUrl } = await anEmptyDatabase();
  await Promise.all([1, 2, 3].map(() => provision(database.adminUrl, options)));
  const roles = await admin(
    `SELECT rolname, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication AS mighty, rolcanlogin
     FROM pg_roles WHERE rolname LIKE 'openrebate_%' ORDER BY rolname`,
  );
  expect(roles).toEqual(
    ['app', 'owner', 'portal'].map((name) => ({
      rolname: `openrebate_${name}`,
      mighty: false,
      rolcanlogin: true,
    })),
  );
  expect(await admin('SELECT session_user AS me', appUrl)).toEqual([{ me: 'openrebate_app' }]);
});

test('a tenant is set up once: its code keeps its id, and gets the companies it lacks', async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  const company = (code: string) => ({ code, name: code, timeZone: 'UTC', businessDay: 0 });
  const make = (id: string, ...codes: string[]) =>
    createTenant(database.ownerUrl, { id, code: 'once', name: 'Once', companies: codes.map(company) });
  expect(await make(first, 'A')).toBe(first);
  expect(await Promise.all([make(second, 'A', 'B'), make(second, 'B')])).toEqual([first, first]);
  const companies = await database.store.inTenant(first, (tx) => tx.company.all());
  expect(companies).toEqual([company('A'), company('B')]);
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  expect(await createTenant(client, { id: second, code: 'once', name: '', companies: [] })).toBe(first);
  await client.end();
  const wrong = createTenant(database.ownerUrl, { id: first, code: "A'; --", name: '', companies: [] });
  await expect(wrong).rejects.toThrow('no code of a tenant');
});

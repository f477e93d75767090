import { createHash, randomUUID } from 'node:crypto';
import { Client, DatabaseError } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';

// The walls around accounts: what is not named is not there, and each stone that is taken out is missed.

const NOW = new Date('2026-11-30T08:00:00Z');
const TABLES = [
  'account',
  'account_flow',
  'account_passkey',
  'account_recovery_code',
  'account_session',
  'account_ticket',
  'account_totp',
  'account_tries',
];
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

type Somebody = { readonly id: string; readonly email: string; readonly secret: string };

let database: TestDatabase;
let admin: Client;
let app: Client;
let portal: Client;
let ann: Somebody;
let bo: Somebody;

async function somebody(name: string): Promise<Somebody> {
  const [id, email, secret] = [randomUUID(), `${name}@example.com`, sha256(name)];
  await database.store.accounts.of({ email }, async (tx) => {
    await tx.countTry(NOW, 1);
    expect(await tx.addAccount({ id, email }, NOW)).toBe(true);
    const times = { begunAt: NOW, seenAt: NOW };
    const kept = { secretSha256: secret, lifeMs: 3_000_000_000_000 };
    const ticket = { secretSha256: secret, purpose: 'passwordReset' } as const;
    await tx.addTicket(id, ticket, { from: NOW, lifeMs: 3_000_000_000_000 });
    await tx.setTotp({ key: 'k', bytes: new Uint8Array([1]) }, NOW);
    await tx.setRecoveryCodes([sha256(`code of ${name}`)]);
    const passkey = { id: randomUUID(), credential: name, publicKey: new Uint8Array([1]), counter: 0 };
    await tx.addPasskey(id, { ...passkey, name, madeAt: NOW });
    await tx.addSession(
      { id: randomUUID(), account: id, device: name, method: 'password', isStrong: false, ...times },
      kept,
    );
  });
  const flow = { purpose: 'showPasskey', data: {} } as const;
  const life = { from: NOW, lifeMs: 3_000_000_000_000 };
  await database.store.accounts.of({ secretSha256: secret }, (tx) => tx.addFlow(flow, life));
  return { id, email, secret };
}

beforeAll(async () => {
  database = await testDatabase();
  [ann, bo] = [await somebody('ann'), await somebody('bo')];
  const session = async (url: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    return client;
  };
  admin = await session(database.adminUrl);
  [app, portal] = [await session(database.appUrl), await session(database.portalUrl)];
});
afterAll(async () => {
  await Promise.all([admin, app, portal].map((client) => client.end()));
  await database.drop();
});

const NAMES = (of: Somebody): Readonly<Record<string, string>> => ({
  account: of.id,
  email: of.email,
  secret: of.secret,
});

async function seen(table: string, names: Readonly<Record<string, string>>, client = app): Promise<number> {
  await client.query('BEGIN');
  try {
    for (const [name, value] of Object.entries(names))
      await client.query('SELECT set_config($1, $2, true)', [`app.${name}`, value]);
    return (await client.query(`SELECT FROM ${table}`)).rowCount ?? 0;
  } finally {
    await client.query('ROLLBACK');
  }
}

async function endOf(sql: string, names: Readonly<Record<string, string>>): Promise<string> {
  await app.query('BEGIN');
  try {
    for (const [name, value] of Object.entries(names))
      await app.query('SELECT set_config($1, $2, true)', [`app.${name}`, value]);
    const { rowCount } = await app.query(sql);
    return rowCount === 0 ? 'nothing' : 'done';
  } catch (error) {
    return error instanceof DatabaseError ? String(error.code) : 'error';
  } finally {
    await app.query('ROLLBACK');
  }
}

async function holes(): Promise<string[]> {
  const found: string[] = [];
  const expectation = async (what: string, is: Promise<unknown>, wanted: unknown) => {
    if ((await is) !== wanted) found.push(what);
  };
  for (const table of TABLES) {
    await expectation(`${table}: seen by nobody`, seen(table, {}), 0);
    await expectation(`${table}: seen by nothing`, seen(table, { account: '', email: '', secret: '' }), 0);
    const stranger = { account: randomUUID(), email: 'nobody@example.com', secret: sha256('x') };
    await expectation(`${table}: seen by a stranger`, seen(table, stranger), 0);
    await expectation(`${table}: not seen by its account`, seen(table, NAMES(ann)), 1);
  }
  const { id, email, secret } = ann;
  await expectation('by address', seen('account', { email }), 1);
  await expectation('by id', seen('account', { account: id }), 1);
  await expectation('by secret', seen('account_session', { secret }), 1);
  await expectation('sessions by id', seen('account_session', { account: id }), 1);
  const taken = `INSERT INTO account (id, email, made_at) VALUES ('${randomUUID()}', 'new@example.com', now())`;
  await expectation('an account that is not named', endOf(taken, NAMES(ann)), '42501');
  const slipped = `INSERT INTO account_session
      (account_id, id, secret_sha256, device, method, begun_at, seen_at, expires_at)
    VALUES ('${bo.id}', '${randomUUID()}', '${sha256('slipped')}', '', 'password', now(), now(), now() + interval '1 day')`;
  await expectation('a session of another account', endOf(slipped, NAMES(ann)), '42501');
  for (const table of ['account_passkey', 'account_recovery_code', 'account_totp']) {
    await expectation(`${table} by id`, seen(table, { account: id }), 1);
    await expectation(`${table} by another name`, seen(table, { email, secret }), 0);
  }
  await expectation('flows by secret', seen('account_flow', { secret }), 1);
  await expectation('flows by another name', seen('account_flow', { account: id, email }), 0);
  const flow = `INSERT INTO account_flow (secret_sha256, purpose, data, expires_at)
    VALUES ('${sha256('flow')}', 'showPasskey', '{}', now())`;
  await expectation('a flow of another secret', endOf(flow, NAMES(ann)), '42501');
  const passkey = `INSERT INTO account_passkey (account_id, id, credential, public_key, counter, name, made_at)
    VALUES ('${bo.id}', '${randomUUID()}', 'x', '', 0, 'x', now())`;
  await expectation('a passkey of another account', endOf(passkey, NAMES(ann)), '42501');
  const code = `INSERT INTO account_recovery_code (account_id, code_sha256) VALUES ('${bo.id}', '${sha256('x')}')`;
  await expectation('a code of another account', endOf(code, NAMES(ann)), '42501');
  const totp = `INSERT INTO account_totp (account_id, key, sealed, made_at, used_step)
    VALUES ('${bo.id}', 'k', '', now(), 0)`;
  await expectation('codes by time of another account', endOf(totp, NAMES(ann)), '42501');
  await expectation('tickets by id', seen('account_ticket', { account: id }), 1);
  await expectation('tickets by secret', seen('account_ticket', { secret }), 1);
  const ticket = `INSERT INTO account_ticket (account_id, secret_sha256, purpose, expires_at)
    VALUES ('${bo.id}', '${sha256('ticket')}', 'passwordReset', now())`;
  await expectation('a ticket of another account', endOf(ticket, NAMES(ann)), '42501');
  const tries = `INSERT INTO account_tries (email_sha256, tries, since) VALUES ('${sha256('c@example.com')}', 1, now())`;
  await expectation('tries at another address', endOf(tries, NAMES(ann)), '42501');
  const password = `UPDATE account SET password = '$argon2id$x' WHERE id = '${bo.id}'`;
  await expectation('the password of another account', endOf(password, NAMES(ann)), 'nothing');
  return found;
}

test('nobody sees or writes but what they name', async () => {
  expect(await holes()).toEqual([]);
});

test('the portal sees no account at all', async () => {
  for (const table of TABLES) await expect(seen(table, NAMES(ann), portal)).rejects.toThrow('denied');
});

test('no stone is missing unnoticed', async () => {
  const { rows } = await admin.query<{ table: string; using: string; check: string }>(
    `SELECT tablename AS table, qual AS using, with_check AS check FROM pg_policies WHERE policyname = 'account_wall'`,
  );
  expect(rows.map(({ table }) => table).sort()).toEqual(TABLES);
  for (const { table, using, check } of rows) {
    const alter = `ALTER POLICY account_wall ON ${table}`;
    for (const mutant of ['USING (true)', 'USING (false)', 'WITH CHECK (true)']) {
      await admin.query(`${alter} ${mutant}`);
      expect([table, mutant, await holes()]).not.toEqual([table, mutant, []]);
      await admin.query(`${alter} USING (${using}) WITH CHECK (${check})`);
    }
    await admin.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    expect([table, await holes()]).not.toEqual([table, []]);
    await admin.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  }
  expect(await holes()).toEqual([]);
});

import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { restoreSnapshot } from '../../adapters/db/backup/restoreSnapshot.ts';
import { migrate } from '../../adapters/db/migrate.ts';
import { migrations } from '../../adapters/db/migrations.ts';
import { openStore } from '../../adapters/db/store.ts';
import { checkBackup } from '../../adapters/files/backup/checkBackup.ts';
import { BLOCK, parseTarHeader } from '../../adapters/files/backup/tar.ts';
import { withBackup } from '../../adapters/files/backup/withBackup.ts';
import { uuidV7 } from '../../adapters/system/uuidV7.ts';
import { listEarnings } from '../../app/earnings/listEarnings.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { seededRandom } from '../crash/seededRandom.ts';
import { type EmptyDatabase, emptyDatabase, type TestDatabase, testDatabase } from '../support/database.ts';
import { dumpSchema } from '../support/dumpSchema.ts';
import { AT, accepted } from '../support/facts.ts';
import { fillTenant } from '../support/fillTenant.ts';
import { ask, backUp, balances, counts, restore } from './backups.ts';

const DEEP = process.env.OPENREBATE_DEEP === '1';
const DRAWN = DEEP ? 4000 : 60;

let source: TestDatabase;
let folder: string;
let whole: string;
let tenants: TenantId[];
const others: EmptyDatabase[] = [];

beforeAll(async () => {
  source = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'openrebate-backup-'));
  whole = join(folder, 'whole.backup');
  tenants = [await source.tenant('first'), await source.tenant('second')];
  await fillTenant(source.store, tenants[0] as TenantId, 'a');
  await fillTenant(source.store, tenants[1] as TenantId, 'b');
  await ask(
    source.adminUrl,
    `UPDATE tenant SET name = E'odd \\\\ \\t \\n \\\\. 名称 \\u001f' WHERE code = 'first'`,
  );
  await ask(source.adminUrl, `INSERT INTO backup VALUES (now(), gen_random_uuid(), '0', 1, 1, 1)`);
  // What lies outside of the walls of tenants.
  const [[account] = []] = await ask(
    source.adminUrl,
    `INSERT INTO account VALUES (gen_random_uuid(), 'ann@example.com', NULL, now()) RETURNING id`,
  );
  const times = `now(), now(), now() + interval '1 hour'`;
  await ask(
    source.adminUrl,
    `INSERT INTO account_session VALUES ('${account}', gen_random_uuid(), repeat('0', 64), NULL, 'x', 'password', ${times})`,
  );
  await ask(source.adminUrl, `INSERT INTO account_tries VALUES (repeat('0', 64), 1, now())`);
  for (const row of [
    `account_flow VALUES (repeat('0', 64), 'x', '{}', now())`,
    `account_ticket VALUES ('${account}', repeat('0', 64), 'x', now())`,
    `account_recovery_code VALUES ('${account}', repeat('0', 64), NULL)`,
    `account_totp VALUES ('${account}', 'x', '\\x00', now(), NULL, 0)`,
    `account_passkey VALUES ('${account}', gen_random_uuid(), 'x', '\\x00', 0, 'x', now(), NULL)`,
  ])
    await ask(source.adminUrl, `INSERT INTO ${row}`);
  accepted(await backUp(source, whole));
});

afterAll(async () => {
  for (const other of others) await other.drop();
  await source.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function anEmptyDatabase(): Promise<EmptyDatabase> {
  const empty = await emptyDatabase();
  others.push(empty);
  return empty;
}

async function schemaOf(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await dumpSchema(client);
  } finally {
    await client.end();
  }
}

/** All earnings of a tenant, as the program answers. */
async function answers(appUrl: string, tenant: TenantId): Promise<string> {
  const store = openStore({ url: appUrl });
  const clock = { now: () => AT };
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  const ports: Ports = { store, clock, ids: uuidV7(clock), sha256 };
  try {
    const { rows } = await listEarnings(ports, tenant, { limit: 500 });
    return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
  } finally {
    await store.close();
  }
}

describe('a backup', () => {
  test('holds every row of every table of every tenant', async () => {
    const empty = await anEmptyDatabase();
    const restored = accepted(await restore(empty, whole));
    const there = await counts(source.adminUrl);
    expect(Object.entries(there).flatMap(([table, count]) => (count === 0 ? [table] : []))).toEqual([]);
    expect(Object.fromEntries([...restored].map(([name, { rows }]) => [name, rows]))).toEqual(there);
    expect(await counts(empty.adminUrl)).toEqual(there);
  });

  test('restored gives the same schema, the same answers, and the same backup again, to the byte', async () => {
    const empty = await anEmptyDatabase();
    accepted(await restore(empty, whole));
    expect(await schemaOf(empty.adminUrl)).toBe(await schemaOf(source.adminUrl));
    expect(await balances(empty.adminUrl)).toBe(await balances(source.adminUrl));
    for (const tenant of tenants) {
      const expected = await answers(source.appUrl, tenant);
      expect(expected.length).toBeGreaterThan(500);
      expect(await answers(empty.appUrl, tenant)).toBe(expected);
    }
    const again = join(folder, 'again.backup');
    accepted(await backUp(empty, again));
    expect(readFileSync(again).equals(readFileSync(whole))).toBe(true);
  });

  test('is a tar archive for its owner only, and leaves nothing else behind', () => {
    expect(statSync(whole).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.includes('.new-'))).toEqual([]);
    expect(entriesOf(whole)).toContainEqual(expect.objectContaining({ name: 'tables/line/000001.copy.zst' }));
  });

  test('is not written over', async () => {
    const file = 'whole.backup';
    expect(await backUp(source, whole)).toEqual(refused(refuse('file-exists', file, { file })));
  });

  test('sees one instant: what is committed while it is read is not in it, in no table', async () => {
    const before = await counts(source.adminUrl);
    const path = join(folder, 'instant.backup');
    const late = await source.tenant(`late-${process.pid}`);
    await fillTenant(source.store, late, 'c');
    const writing = fillTenant(source.store, await source.tenant(`later-${process.pid}`), 'd');
    const made = accepted(await backUp(source, path));
    await writing;
    const rows = (table: string) => made.tables.get(table)?.rows ?? 0;
    expect(rows('tenant')).toBeGreaterThan(before.tenant ?? 0);
    // Every row received was counted in its document's batch, and every booking has its causes.
    const empty = await anEmptyDatabase();
    accepted(await restore(empty, path));
    expect(
      await ask(
        empty.adminUrl,
        'SELECT count(*)::int FROM booking b LEFT JOIN booking_cause c ON (c.tenant_id, c.booking_id) = (b.tenant_id, b.id) WHERE c.cause IS NULL',
      ),
    ).toEqual([[0]]);
  });
});

describe('a restore', () => {
  test('sends nothing to programs outside until somebody lets it, for the system that it was taken from may go on', async () => {
    const empty = await anEmptyDatabase();
    // Those that came after the backup are not in it.
    const of = tenants.map((tenant) => `'${tenant}'`).join(', ');
    const active = `SELECT id FROM webhook WHERE state = 'active' AND tenant_id IN (${of}) ORDER BY id`;
    const before = await ask(source.adminUrl, active);
    expect(before.length).toBeGreaterThan(0);
    const { paused } = accepted(await withBackup(whole, (backup) => restoreSnapshot(empty.ownerUrl, backup)));
    const after = await ask(empty.adminUrl, 'SELECT state, count(*)::int FROM webhook GROUP BY state');
    expect(after).toEqual([['paused', before.length]]);
    expect(paused.flatMap(({ webhooks }) => webhooks).sort()).toEqual(before.flat());
    // What cannot be written is walled off as before.
    expect(await schemaOf(empty.adminUrl)).toBe(await schemaOf(source.adminUrl));
  });

  test('sends no notices and reports either, of any tenant, in the same transaction', async () => {
    const empty = await anEmptyDatabase();
    accepted(await withBackup(whole, (backup) => restoreSnapshot(empty.ownerUrl, backup)));
    const store = openStore({ url: empty.appUrl });
    try {
      for (const tenant of tenants) {
        const before = await source.store.inTenant(tenant, (tx) => tx.mailing.mailing());
        const { version, isPaused } = await store.inTenant(tenant, (tx) => tx.mailing.mailing());
        expect([before.isPaused, version, isPaused]).toEqual([false, before.version + 1, true]);
      }
    } finally {
      await store.close();
    }
  });

  test('of a backup from before mails could be paused has them paused, and its schema is whole, as soon as anything is there', async () => {
    const empty = await anEmptyDatabase();
    const older = fileURLToPath(new URL('../fixtures/schema-0016.backup', import.meta.url));
    accepted(await withBackup(older, (backup) => restoreSnapshot(empty.ownerUrl, backup)));
    // No other step was taken: whoever is stopped here and begins again finds nothing to migrate and nothing that sends.
    expect(accepted(await migrate(empty.ownerUrl)).applied).toEqual([]);
    const sends = `SELECT t.code FROM tenant t LEFT JOIN mailing m USING (tenant_id) WHERE m.is_paused IS NOT TRUE`;
    expect(await ask(empty.adminUrl, sends)).toEqual([]);
    expect(await ask(empty.adminUrl, 'SELECT count(*)::int FROM tenant')).not.toEqual([[0]]);
    expect(await schemaOf(empty.adminUrl)).toBe(await schemaOf(source.adminUrl));
  });

  test('into a database that is not empty is refused', async () => {
    const facts = { table: 'account' };
    expect(await restore(source, whole)).toEqual(refused(refuse('database-not-empty', 'database', facts)));
  });

  test('of a newer schema is refused', async () => {
    const empty = await anEmptyDatabase();
    const path = join(folder, 'newer.backup');
    const last = migrations().length;
    await ask(source.adminUrl, `INSERT INTO schema_migration VALUES (9999, 'later', 'x')`);
    accepted(await backUp(source, path));
    await ask(source.adminUrl, 'DELETE FROM schema_migration WHERE number = 9999');
    const facts = { found: '9999', known: String(last) };
    expect(await restore(empty, path)).toEqual(refused(refuse('backup-schema-newer', 'database', facts)));
  });

  test.each([
    ['nothing', '', 'backup-incomplete'],
    ['a text', 'hello\n'.repeat(200), 'backup-invalid'],
  ])('of a file that holds %s is refused', async (_, contents, code) => {
    const empty = await anEmptyDatabase();
    const path = join(folder, `odd-${code}`);
    writeFileSync(path, contents);
    const result = await restore(empty, path);
    expect(result.ok ? 'restored' : result.refusals[0]?.code).toBe(code);
  });

  test('of a file that is not there is refused', async () => {
    const file = 'nowhere.backup';
    const result = await restore(await anEmptyDatabase(), join(folder, file));
    expect(result).toEqual(refused(refuse('file-not-found', file, { file })));
  });

  test('of a backup that ends too early names the table and leaves the database empty', async () => {
    const bytes = readFileSync(whole);
    const path = join(folder, 'cut.backup');
    for (const [number, { at, table }] of entriesOf(whole).entries()) {
      if (!DEEP && number % 12 !== 0) continue;
      writeFileSync(path, bytes.subarray(0, at + 1));
      const [refusal] = refusalsOf(await checkBackup(path));
      expect(refusal).toMatchObject({ code: 'backup-incomplete', facts: { table } });
    }
    writeFileSync(path, bytes.subarray(0, -1));
    const empty = await anEmptyDatabase();
    expect(refusalsOf(await restore(empty, path))).toMatchObject([{ code: 'backup-incomplete' }]);
    expect(await counts(empty.adminUrl)).toEqual({});
    accepted(await restore(empty, whole));
  });

  test('of a backup in which one bit was changed is refused, wherever it is', {
    timeout: DEEP ? 600_000 : 120_000,
  }, async () => {
    const draw = seededRandom(20261129);
    const bytes = readFileSync(whole);
    const path = join(folder, 'changed.backup');
    for (let round = 0; round < DRAWN; round += 1) {
      const at = draw(bytes.length);
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] as number) ^ (1 << draw(8));
      writeFileSync(path, changed);
      const codes = refusalsOf(await checkBackup(path)).map(({ code }) => code);
      expect([at, ...codes]).toEqual([at, expect.stringMatching(/^backup-(changed|incomplete|invalid)$/)]);
    }
    const piece = entriesOf(whole).find(({ name }) => name.startsWith('tables/line/'));
    const at = (piece?.at ?? 0) + BLOCK + 40;
    bytes[at] = (bytes[at] as number) ^ 1;
    writeFileSync(path, bytes);
    const empty = await anEmptyDatabase();
    expect(refusalsOf(await restore(empty, path))).toMatchObject([
      { code: 'backup-changed', facts: { table: 'line' } },
    ]);
    expect(await counts(empty.adminUrl)).toEqual({});
  });
});

function refusalsOf(result: Result<unknown>): readonly Refusal[] {
  return result.ok ? [] : result.refusals;
}

type Entry = { readonly name: string; readonly at: number; readonly table: string };

/** Every entry, where it begins, and which table one reads there. */
function entriesOf(path: string): Entry[] {
  const bytes = readFileSync(path);
  const found: Entry[] = [];
  for (let at = 0; ; ) {
    const header = parseTarHeader(bytes.subarray(at, at + BLOCK));
    if (header === undefined) return found;
    const { name, size } = header;
    found.push({ name, at, table: /^tables\/(\w+)\//.exec(name)?.[1] ?? '*' });
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

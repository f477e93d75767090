import { readdirSync, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TenantId } from '../../app/ports.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { fillTenant } from '../../test/support/fillTenant.ts';
import { attempt, connected } from '../../test/support/walls/attempt.ts';
import { openPortalStore, openStore } from './store.ts';

// Walls can leak without a row being read: by waiting, by what is left on a connection, by what is sent
// around. These attempts need two connections at once, or the store itself.

let database: TestDatabase;
let a: TenantId;
let b: TenantId;

beforeAll(async () => {
  database = await testDatabase();
  [a, b] = [await database.tenant('own'), await database.tenant('victim')];
  await fillTenant(database.store, a, 'OWN');
  await fillTenant(database.store, b, 'VICTIM');
});
afterAll(() => database.drop());

/** What a session of tenant A meets while one of tenant B stands in the middle of `theirs`. */
function meanwhile(theirs: string, ours: string): Promise<string> {
  return connected(database.appUrl, async (victim) => {
    await victim.query(`BEGIN; SET LOCAL app.tenant = '${b}'`);
    await victim.query(theirs);
    return connected(database.appUrl, async (client) => {
      await client.query(`BEGIN; SET LOCAL app.tenant = '${a}'; SET LOCAL lock_timeout = '300ms'`);
      const { ends, seen } = await attempt(client, ours.replaceAll('@A', a).replaceAll('@B', b));
      await victim.query('ROLLBACK');
      return `${ends} ${seen.replaceAll(/OWN[-\w]*/g, 'mine')}`;
    });
  });
}

/** Another answer, or a wait that ends in 55P03, would tell what the other tenant is about. */
test.each([
  [
    'a key that the other is about to take',
    `INSERT INTO idempotency_key VALUES ('@B', 'soon', 'h', now())`,
    `INSERT INTO idempotency_key VALUES ('@A', 'soon', 'h', now())`,
    '1 rows []',
  ],
  [
    'a code that the other is about to take',
    `INSERT INTO agreement SELECT '@B', gen_random_uuid(), 'soon', 1`,
    `INSERT INTO agreement SELECT '@A', gen_random_uuid(), 'soon', 1`,
    '1 rows []',
  ],
  [
    'a row that the other has locked',
    'SELECT FROM counter FOR UPDATE',
    `SELECT * FROM counter WHERE tenant_id = '@B' FOR UPDATE`,
    '0 rows []',
  ],
  [
    'rows that the other is deleting',
    'DELETE FROM earning',
    `DELETE FROM earning WHERE tenant_id = '@B' RETURNING *`,
    '0 rows []',
  ],
  [
    'a reference that the other is about to end',
    'DELETE FROM job',
    `UPDATE job SET state = 'cancelled' WHERE tenant_id = '@B' RETURNING *`,
    '0 rows []',
  ],
])('%s is neither waited for nor told', async (_, theirs, ours, expected) => {
  expect(await meanwhile(theirs.replaceAll('@B', b), ours)).toBe(expected);
});

test('copied out, a table is what is behind the own wall', async () => {
  const copied = async (client: Client, sql: string) => {
    const chunks: string[] = [];
    await pipeline(client.query(copyTo(sql)), async (stream) => {
      for await (const chunk of stream) chunks.push(String(chunk));
    });
    return chunks.join('');
  };
  await connected(database.appUrl, async (client) => {
    await client.query(`BEGIN; SET LOCAL app.tenant = '${a}'`);
    for (const sql of ['COPY line TO STDOUT', 'COPY (TABLE audit) TO STDOUT', 'COPY job TO STDOUT']) {
      const text = await copied(client, sql);
      expect(text).toContain('OWN');
      expect(text).not.toContain('VICTIM');
    }
  });
  await connected(database.portalUrl, async (client) => {
    await client.query(`BEGIN; SET LOCAL app.tenant = '${a}'; SET LOCAL app.partners = '{OWN-P1}'`);
    const text = await copied(client, 'COPY earning TO STDOUT');
    expect(text).toContain('OWN-P1');
    expect(text).not.toMatch(/OWN-P2|VICTIM/);
  });
});

const ASKER = { kind: 'person', id: 'somebody' } as const;

describe('what goes around', () => {
  test('nothing is sent to listeners: work of a tenant notifies nobody', async () => {
    await connected(database.appUrl, async (client) => {
      const heard: unknown[] = [];
      client.on('notification', (message) => heard.push(message));
      await client.query('LISTEN job; LISTEN openrebate; LISTEN tenant');
      await database.store.inTenant(b, (tx) =>
        tx.jobs.add({
          id: crypto.randomUUID(),
          kind: 'calculate',
          subject: 'x',
          requestedBy: 'x',
          delayMs: 0,
        }),
      );
      await client.query('SELECT 1');
      expect(heard).toEqual([]);
    });
    const folder = import.meta.dirname;
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (path) => /\.(ts|sql)$/.test(path) && !path.endsWith('.test.ts'),
    );
    expect(sources.length).toBeGreaterThan(50);
    const said = sources.filter((path) =>
      /\b(pg_notify|NOTIFY)\b|\bLISTEN \w/.test(readFileSync(`${folder}/${path}`, 'utf8')),
    );
    expect(said).toEqual([]);
  });

  test('what others ask at this moment holds none of their values', async () => {
    await connected(database.appUrl, async (victim) => {
      await victim.query(`BEGIN; SET LOCAL app.tenant = '${b}'`);
      await victim.query('SELECT FROM line WHERE partner_id = $1', ['VICTIM-P1']);
      await connected(database.appUrl, async (client) => {
        const { rows } = await client.query(
          // Of this database alone: other test files say the word in theirs.
          `SELECT string_agg(query, ' ') AS asked FROM pg_stat_activity
           WHERE pid <> pg_backend_pid() AND datname = current_database()`,
        );
        expect(rows[0].asked).not.toContain('VICTIM');
      });
    });
  });
});

describe('what stays on a connection', () => {
  test('no temporary table outlives the transaction of its tenant', async () => {
    const store = openStore({ url: database.appUrl, poolSize: 1 });
    await fillTenant(store, await database.tenant(), 'THIRD');
    await connected(database.adminUrl, async (client) => {
      const { rows } = await client.query(
        `SELECT relname FROM pg_class WHERE relpersistence = 't' AND relkind = 'r'`,
      );
      expect(rows).toEqual([]);
    });
    await store.close();
  });

  test('after a connection is lost in the middle, the next tenant gets a clean one', async () => {
    const store = openStore({ url: database.appUrl, poolSize: 1 });
    const lost = store.inTenant(b, async (tx) => {
      await tx.lines.knownAt(99, {});
      await connected(database.adminUrl, (client) =>
        client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND usename = 'openrebate_app' AND state = 'idle in transaction'`,
        ),
      );
      return tx.lines.knownAt(99, {});
    });
    await expect(lost).rejects.toThrow();
    const lines = await store.inTenant(a, (tx) => tx.lines.knownAt(99, {}));
    expect(new Set(lines.map(({ partner }) => partner.slice(0, 3)))).toEqual(new Set(['OWN']));
    await store.close();
  });

  test('partners of one portal session are none of the next', async () => {
    const portal = openPortalStore({ url: database.portalUrl, poolSize: 1 });
    const earningsOf = async (tenant: TenantId, partners: readonly string[]) => {
      const { rows } = await portal
        .of(partners, ASKER)
        .inTenant(tenant, (tx) => tx.earnings.list({ limit: 50 }));
      return rows.map(({ account }) => account.partner);
    };
    expect(await earningsOf(b, ['VICTIM-P1', 'VICTIM-P2'])).toHaveLength(2);
    expect(await earningsOf(a, ['OWN-P1'])).toEqual(['OWN-P1']);
    expect(await earningsOf(a, [])).toEqual([]);
    expect(await earningsOf(a, ['VICTIM-P1'])).toEqual([]);
    expect(await earningsOf(b, ['OWN-P1'])).toEqual([]);
    await portal.close();
  });

  test('what a role of the portal had planted for it opens nothing', async () => {
    const role = `ALTER ROLE openrebate_portal IN DATABASE ${new URL(database.adminUrl).pathname.slice(1)}`;
    const asAdmin = (sql: string) => connected(database.adminUrl, (client) => client.query(sql));
    await asAdmin(`${role} SET app.partners = '{OWN-P2}'`);
    const portal = openPortalStore({ url: database.portalUrl, poolSize: 1 });
    try {
      const { rows } = await portal.of([], ASKER).inTenant(a, (tx) => tx.earnings.list({ limit: 50 }));
      expect(rows).toEqual([]);
    } finally {
      await portal.close();
      await asAdmin(`${role} RESET app.partners`);
    }
  });
});

test.each([
  ['nothing', ''],
  ['a list', '@A,@B'],
  ['the end of its place', "@A'; SET LOCAL app.tenant = '@B"],
  ['large letters', 'LARGE'],
  ['braces', '{@A}'],
  ['a line end', '@A\n'],
  ['a pattern', '%'],
])('a tenant that is %s is a fault of ours, and no statement', async (_, text) => {
  const id = text === 'LARGE' ? a.toUpperCase() : text.replaceAll('@A', a).replaceAll('@B', b);
  await expect(database.store.inTenant(id, async (tx) => tx.lines.knownAt(99, {}))).rejects.toThrow(/Fault/);
});

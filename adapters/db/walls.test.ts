import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TenantId } from '../../app/ports.ts';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { fillTenant } from '../../test/support/fillTenant.ts';
import { APP_ATTEMPTS } from '../../test/support/walls/appAttempts.ts';
import { type Attempt, attempt, connected, NONE } from '../../test/support/walls/attempt.ts';
import { PORTAL_ATTEMPTS } from '../../test/support/walls/portalAttempts.ts';
import { TENANT_TABLES } from '../../test/support/walls/tenantTables.ts';
import { openStore } from './store.ts';

/** Everything that tenant B owns bears this mark; wherever it is seen, a wall has a hole. */
const VICTIM = 'VICTIM';
const OWN = 'OWN';

let database: TestDatabase;
let a: TenantId;
let b: TenantId;
let before: string;

beforeAll(async () => {
  database = await testDatabase();
  [a, b] = [await database.tenant('own'), await database.tenant('victim')];
  await fillTenant(database.store, a, OWN);
  await fillTenant(database.store, b, VICTIM);
  await asAdmin('ANALYZE');
  before = await victimRows();
});

afterAll(async () => {
  // After all attempts, what the victim has is what it had.
  expect(await victimRows()).toBe(before);
  await database.drop();
});

const asAdmin = (sql: string) => connected(database.adminUrl, (client) => client.query(sql));

async function victimRows(): Promise<string> {
  const texts = TENANT_TABLES.map(
    (table) => `SELECT '${table}' AS name, x::text AS row FROM ${table} x WHERE tenant_id = '${b}'`,
  );
  const { rows } = await asAdmin(`${texts.join(' UNION ALL ')} ORDER BY 1, 2`);
  return rows.map(({ name, row }) => `${name} ${row}`).join('\n');
}

function expectNothingOfVictim(seen: string, sql: string): void {
  // What the attempt itself says may be said back to it.
  const said = (text: string) => sql.toLowerCase().includes(text.toLowerCase());
  const found = (seen.match(/VICTIM[-A-Z0-9]*/gi) ?? []).filter((text) => !said(text));
  expect(found).toEqual([]);
  if (!said(b)) expect(seen).not.toContain(b);
}

/** A statement that names a tenant id cannot be told one that it does not know. */
const named = (sql: string) => sql.replaceAll('@A', a).replaceAll('@B', b);

function run(url: () => string, { set, sql, ends }: Attempt): Promise<void> {
  return connected(url(), async (client) => {
    await client.query(`BEGIN; ${named(set)}`);
    const outcome = await attempt(client, named(sql));
    expectNothingOfVictim(outcome.seen, named(`${set} ${sql}`));
    expect(outcome.ends).toEqual(typeof ends === 'string' ? ends : expect.stringMatching(ends));
    await client.query('ROLLBACK');
  });
}

test.each([
  ['the application', APP_ATTEMPTS],
  ['the portal', PORTAL_ATTEMPTS],
])('there are more than enough attempts as %s, none twice', (_, attempts) => {
  const asked = attempts.map(({ set, sql }) => `${set}; ${sql}`);
  expect(asked.length).toBeGreaterThanOrEqual(40);
  expect(asked.filter((one, index) => asked.indexOf(one) !== index)).toEqual([]);
});

describe('as the application', () => {
  test.each(APP_ATTEMPTS)('$name: $sql', (entry) => run(() => database.appUrl, entry));

  test.each(TENANT_TABLES)('%s: own rows, nobody else’s', async (table) => {
    await connected(database.appUrl, async (client) => {
      await client.query(`BEGIN; SET LOCAL app.tenant = '${a}'`);
      const { rows } = await client.query(`SELECT * FROM ${table}`);
      expect(rows.length).toBeGreaterThan(0);
      expect(new Set(rows.map((one) => one.tenant_id))).toEqual(new Set([a]));
      expectNothingOfVictim(JSON.stringify(rows), '');
    });
  });
});

describe('as the portal', () => {
  test.each(PORTAL_ATTEMPTS)('$name: $sql', (entry) => run(() => database.portalUrl, entry));
});

describe('as the owner', () => {
  test.each(TENANT_TABLES)('%s shows nothing to its owner', async (table) => {
    await connected(database.ownerUrl, async (client) => {
      expect((await client.query(`SELECT * FROM ${table}`)).rows).toEqual([]);
    });
  });
});

describe('over one connection', () => {
  test('what is set locally ends with the transaction', async () => {
    await connected(database.appUrl, async (client) => {
      await client.query(`BEGIN; SET LOCAL app.tenant = '${b}'; COMMIT`);
      expect(await attempt(client, 'SELECT * FROM line')).toEqual({ ends: NONE, seen: '[]' });
    });
  });

  test('what ends in an abort sets nothing', async () => {
    await connected(database.appUrl, async (client) => {
      await client.query(`BEGIN; SET LOCAL app.tenant = '${b}'`);
      expect((await attempt(client, 'SELECT 1 / 0')).ends).toBe('22012');
      expect((await attempt(client, 'SELECT * FROM line')).ends).toBe('25P02');
      await client.query('ROLLBACK');
      expect((await attempt(client, 'SELECT * FROM line')).ends).toBe(NONE);
    });
  });

  test('a plan that was prepared for one tenant serves the next with its own rows', async () => {
    await connected(database.appUrl, async (client) => {
      await client.query('SET plan_cache_mode = force_generic_plan');
      const read = async (tenant: TenantId) => {
        await client.query(`BEGIN; SET LOCAL app.tenant = '${tenant}'`);
        const { rows } = await client.query({ name: 'lines', text: 'SELECT tenant_id FROM line' });
        await client.query('COMMIT');
        return rows.map((one) => one.tenant_id);
      };
      for (let round = 0; round < 8; round += 1) {
        expect(await read(b)).toEqual([b, b]);
        expect(await read(a)).toEqual([a, a]);
      }
      await client.query(`BEGIN; SET LOCAL app.tenant = ''`);
      expect((await client.query({ name: 'lines', text: 'SELECT tenant_id FROM line' })).rows).toEqual([]);
    });
  });

  test('a savepoint gives the setting back', async () => {
    await connected(database.appUrl, async (client) => {
      await client.query(`BEGIN; SET LOCAL app.tenant = '${a}'; SAVEPOINT s; SET LOCAL app.tenant = '${b}'`);
      await client.query('ROLLBACK TO s');
      const { rows } = await client.query('SELECT DISTINCT tenant_id FROM line');
      expect(rows).toEqual([{ tenant_id: a }]);
    });
  });

  test('a key across and a key to nothing fail alike', async () => {
    const { rows } = await asAdmin(`SELECT id FROM agreement WHERE tenant_id = '${b}' LIMIT 1`);
    await connected(database.appUrl, async (client) => {
      const told = async (id: string) => {
        await client.query(`BEGIN; SET LOCAL app.tenant = '${a}'`);
        const { ends, seen } = await attempt(client, `INSERT INTO run_state SELECT '${a}', '${id}'`);
        await client.query('ROLLBACK');
        return { ends, seen: seen.replaceAll(id, 'id') };
      };
      const across = await told(rows[0].id);
      expect(across).toEqual(await told(randomUUID()));
      expect(across.ends).toBe('23503');
    });
  });

  test('a default that is planted for the role does not outlive the store’s own setting', async () => {
    const role = `ALTER ROLE openrebate_app IN DATABASE ${new URL(database.adminUrl).pathname.slice(1)}`;
    await asAdmin(`${role} SET app.tenant = '${b}'`);
    const store = openStore({ url: database.appUrl, poolSize: 1 });
    try {
      const lines = await store.inTenant(a, (tx) => tx.lines.knownAt(99, {}));
      expect(lines.map(({ partner }) => partner)).toEqual(['OWN-P1', 'OWN-P2', 'OWN-P1']);
      expect(await store.findTenant('nobody')).toBeUndefined();
    } finally {
      await store.close();
      await asAdmin(`${role} RESET app.tenant`);
    }
  });

  test('the store: after a failure inside a tenant, the next tenant has a clean connection', async () => {
    const store = openStore({ url: database.appUrl, poolSize: 1 });
    const read = (tenant: TenantId) => store.inTenant(tenant, (tx) => tx.lines.knownAt(99, {}));
    for (let round = 0; round < 3; round += 1) {
      const failing = store.inTenant(b, async (tx) => {
        await tx.lines.knownAt(99, {});
        throw new Error('in the middle');
      });
      await expect(failing).rejects.toThrow('in the middle');
      expect((await read(a)).map(({ partner }) => partner)).toEqual(['OWN-P1', 'OWN-P2', 'OWN-P1']);
      expect((await read(b)).map(({ partner }) => partner)).toEqual(['VICTIM-P1', 'VICTIM-P2', 'VICTIM-P1']);
    }
    await store.close();
  });

  test('the store: many tenants’ transactions at once over few connections never mix', async () => {
    const store = openStore({ url: database.appUrl, poolSize: 2 });
    const reads = Array.from({ length: 40 }, async (_, index) => {
      const [tenant, mark] = index % 2 === 0 ? [a, OWN] : [b, VICTIM];
      const lines = await store.inTenant(tenant, (tx) => tx.lines.knownAt(99, {}));
      return lines.length === 3 && lines.every(({ partner }) => partner.startsWith(mark));
    });
    expect(await Promise.all(reads)).toEqual(reads.map(() => true));
    await store.close();
  });
});

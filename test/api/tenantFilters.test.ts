import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { createTenant } from '../../adapters/db/createTenant.ts';
import { replaceSandbox } from '../../adapters/db/replaceSandbox.ts';
import { openStore } from '../../adapters/db/store.ts';
import { apiRoutes } from '../../adapters/http/apiRoutes.ts';
import type { TenantId } from '../../app/ports.ts';
import { fromYearMonthDay } from '../../core/calendar/localDate.ts';
import { apiServer } from '../support/api/apiServer.ts';
import { told, valuesIn } from '../support/api/crossing.ts';
import { othersDeeds } from '../support/api/othersDeeds.ts';
import { requestOf } from '../support/api/request.ts';
import { makeWorld } from '../support/api/world.ts';
import { testDatabase } from '../support/database.ts';
import { namesInSources, openIn, watchFilters } from '../support/walls/filterMutants.ts';
import { askOtherStatements } from '../support/walls/otherStatements.ts';

// The second wall: where the database has no walls, no operation says anything of another tenant, and no
// statement looks at rows of any other; and each name of a tenant that is taken out of a statement is missed.

/** What is read of any tenant, and why it may be. */
const OPEN: Readonly<Record<string, string>> = {
  '$1 is not the tenant in SELECT code FROM tenant WHERE tenant_id = $1 AND is_sandbox AND NOT EXISTS (SELECT FROM company WHERE tenant_id = $1 AND business_day IS NULL) FOR UPDATE':
    'the owner role, which makes a sandbox anew, names the one that goes and the one that comes; no other is touched',
  '$1 is not the tenant in UPDATE tenant SET code = $2 WHERE tenant_id = $1':
    'the same, once both are known to be sandboxes',
  "membership in SELECT tenant_id AS tenant, person_id AS person FROM membership WHERE account_id = nullif(current_setting('app.account', true), '')::uuid ORDER BY tenant_id":
    'it leads an account to its tenants, held to the account that is named',
  'tenant in SELECT tenant_id FROM tenant WHERE code = $1':
    'whoever names a tenant has none yet; the row is found by its whole code, and gives nothing but the id',
};

const database = await testDatabase();
const { adminUrl } = database;
const admin = new Client({ connectionString: adminUrl });
await admin.connect();
// Accounts lie in no tenant: they are held to the account that is named.
const { rows } = await admin.query<{ name: string }>(
  `SELECT relname AS name FROM pg_class
   WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND relname !~ '^account(_flow|_passkey|_recovery_code|_session|_ticket|_totp|_tries)?$'`,
);
const tables = new Set(rows.map(({ name }) => name));
const { report, end } = watchFilters(admin.user ?? '', tables);
const unwalled = { ...database, appUrl: adminUrl, store: openStore({ url: adminUrl }) };
const api = await apiServer(unwalled);
afterAll(async () => {
  end();
  await Promise.all([api.server.close(), unwalled.store.close(), admin.end()]);
  await database.drop();
});
const own = await makeWorld(unwalled, api, 'OWN');
const foreign = await makeWorld(unwalled, api, 'VICTIM');

describe.each(apiRoutes.map((route) => [route.id, route] as const))('%s', (_, route) => {
  it('says nothing of another tenant', async () => {
    for (const world of [foreign, own]) {
      const { values, version } = await valuesIn(route, world);
      const answer = await api.call(own.admin.key, requestOf(route, values, version));
      expect(told(othersDeeds(route, answer, own), [...values.values()])).not.toContain('VICTIM');
    }
  });
});

describe('a plan', () => {
  const onBatch = 'b.number = l.batch AND b.tenant_id';
  it.each([
    ['is held to $1', 'line WHERE tenant_id = $1', []],
    ['is not held where it may be otherwise', `line WHERE tenant_id = $1 OR unit = 'EA'`, ['line']],
    ['is not held by a text', `line WHERE unit = '(line.tenant_id = $1)' AND $1::uuid IS NOT NULL`, ['line']],
    ['is held to a row', `line l JOIN batch b ON ${onBatch} = l.tenant_id WHERE l.tenant_id = $1`, []],
    [
      'is not held by another table',
      'line l JOIN batch b ON b.number = l.batch WHERE l.tenant_id = $1',
      ['b'],
    ],
    [
      'is not held by rows that may miss',
      `line l LEFT JOIN batch b ON ${onBatch} = l.tenant_id AND b.tenant_id = $1`,
      ['l'],
    ],
    [
      'is not held in a circle',
      `line l JOIN batch b ON ${onBatch} = l.tenant_id AND $1::uuid IS NOT NULL`,
      ['b', 'l'],
    ],
    [
      'is held in what is asked within',
      'batch WHERE tenant_id = $1 AND number > (SELECT max(batch) FROM line)',
      ['line'],
    ],
  ])('%s', async (_, from, open) => {
    const found = await openIn((text) => admin.query(text), `SELECT FROM ${from}`, tables);
    expect(found.sort()).toEqual(open);
  });
});

function sandbox(code: string): Promise<TenantId> {
  const companies = [{ code: 'EU', name: 'EU', timeZone: 'UTC', businessDay: fromYearMonthDay(2026, 6, 30) }];
  return createTenant(database.ownerUrl, { id: randomUUID(), code, name: code, companies });
}

describe('statements', () => {
  it('are all met that name a tenant', async () => {
    await askOtherStatements(unwalled.store, await database.tenant('more'), 'MORE');
    expect(await replaceSandbox(adminUrl, { old: await sandbox('box'), fresh: await sandbox('fresh') })).toBe(
      true,
    );
    const met = [...report.statements];
    const names = namesInSources('adapters/db');
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter(({ piece }) => !met.some((statement) => statement.includes(piece)))).toEqual([]);
    expect(report.planted.size).toBeGreaterThanOrEqual(names.length);
  });

  it('rely nowhere on the walls of the database alone', () => {
    expect([...report.open].sort()).toEqual(Object.keys(OPEN).sort());
  });

  it('miss each name of a tenant that is taken out', () => {
    process.stdout.write(`${report.planted.size} names of tenants taken out\n`);
    expect([...report.unnoticed]).toEqual([]);
  });
});
